#pragma once
#include <string>
#include <string_view>

#include "obligation/paths.hpp"

namespace caicach::obligation
{

/// Items of which one's agency has a part without owing them.
[[nodiscard]] inline std::string followed_path() { return inbox_path() + "/theo-doi"; }
[[nodiscard]] inline std::string earlier_followed_path() { return followed_path() + "?nam=truoc"; }
[[nodiscard]] inline std::string followed_export_path() { return followed_path() + ".csv"; }
/// What all agencies owe by one of them.
[[nodiscard]] inline std::string followed_item_path(std::string_view plan_code,
                                                    std::string_view item_code)
{
    return followed_path() + "/" + std::string(plan_code) + "/" + std::string(item_code);
}
[[nodiscard]] inline std::string followed_item_export_path(std::string_view plan_code,
                                                           std::string_view item_code)
{
    return followed_item_path(plan_code, item_code) + "/bang.csv";
}

/// Nudges who owes it still.
[[nodiscard]] inline std::string followed_item_nudge_path(std::string_view plan_code,
                                                          std::string_view item_code)
{
    return followed_item_path(plan_code, item_code) + "/nhac";
}

}  // namespace caicach::obligation
