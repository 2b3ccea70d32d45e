#pragma once
#include <optional>
#include <string>
#include <vector>

#include "http/response.hpp"
#include "manifest/context.hpp"
#include "organisation/group_record.hpp"

namespace caicach::organisation
{

struct GroupLine {
    GroupSummary group{};
    std::vector<GroupRule> rules{};
    std::int64_t members{};
};
struct GroupsPage {
    std::vector<GroupLine> groups{};
    Date day{};
    Date today{};
    bool may_manage{};
};
[[nodiscard]] http::Response groups_page(const Context& context, const GroupsPage& page);

enum class GroupFormKind { rule, exception, alias };

/// One of the forms of the page as it was sent, with what is wrong with it.
struct GroupForm {
    std::string kind{};
    std::string agency{};
    std::string membership{};
    std::string alias{};
    std::string valid_from{};
    std::string valid_to{};
    GroupFormKind which{};
    std::optional<Error> error{};
};
struct GroupPage {
    GroupRecord record{};
    std::vector<Kind> kinds{};
    GroupForm form{};
    Date day{};
    Date today{};
    bool may_manage{};
};
[[nodiscard]] http::Response group_page(const Context& context, const GroupPage& page);

}  // namespace caicach::organisation
