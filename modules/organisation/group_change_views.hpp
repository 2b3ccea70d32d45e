#pragma once
#include <optional>
#include <string>
#include <vector>

#include "http/request.hpp"
#include "http/response.hpp"
#include "manifest/context.hpp"
#include "organisation/group_change.hpp"

namespace caicach::organisation
{

/// The form of a new group as it was sent, with what is wrong with it.
struct NewGroupForm {
    std::string name{};
    std::vector<std::string> kinds{};
    std::string valid_from{};
    bool is_open{};
    std::optional<Error> error{};
};
struct NewGroupPage {
    NewGroupForm form{};
    std::vector<Kind> kinds{};
};
[[nodiscard]] http::Response new_group_page(const Context& context, const NewGroupPage& page);

/// What a change would do today, before it is saved.
struct GroupEffectPage {
    std::string name{};    ///< of the group
    std::string action{};  ///< where the change is sent once more, to be saved
    std::string back_path{};
    std::vector<http::Field> fields{};  ///< what was sent
    GroupEffect effect{};
};
[[nodiscard]] http::Response group_effect_page(const Context& context, const GroupEffectPage& page);

}  // namespace caicach::organisation
