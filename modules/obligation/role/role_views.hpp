#pragma once
#include <optional>
#include <string>
#include <vector>

#include "http/response.hpp"
#include "manifest/context.hpp"
#include "obligation/board/table.hpp"
#include "obligation/board/task_list.hpp"
#include "obligation/inbox.hpp"
#include "obligation/reminder/nudge_views.hpp"
#include "obligation/role/item_role.hpp"

namespace caicach::obligation
{

struct FollowedPage {
    std::string agency{};
    BoxCounts counts{};  ///< of what the agency owes itself
    BoardTable items{};
    bool is_earlier{};   ///< of plans that are over; else of those that run
    bool has_earlier{};  ///< there are any such
    std::string next_path{};
};
[[nodiscard]] http::Response followed_page(const Context& context, const FollowedPage& page);

struct FollowedItemPage {
    Watched watched{};  ///< the plan, and the state that the list is narrowed to
    Work work{};
    std::vector<plan::Role> roles{};  ///< of the reader's agencies; none: they watch the plan
    Sums sums{};
    BoardTable tasks{};
    std::string query{};  ///< "?tinh-trang=overdue", of the same list as a file
    std::string next_path{};
    NudgeList nudges{};            ///< who owes something that is late, or soon will be
    std::optional<Error> error{};  ///< why nobody was nudged
};
[[nodiscard]] http::Response followed_item_page(const Context& context,
                                                const FollowedItemPage& page);

}  // namespace caicach::obligation
