#pragma once
#include <string>
#include <string_view>

#include "obligation/paths.hpp"

namespace caicach::obligation
{

/// The lines of one's agency.
[[nodiscard]] inline std::string own_budget_path() { return "/kinh-phi"; }
[[nodiscard]] inline std::string new_budget_line_path(std::string_view plan_code)
{
    return own_budget_path() + "/moi/" + std::string(plan_code);
}
[[nodiscard]] inline std::string budget_line_path(std::string_view code)
{
    return own_budget_path() + "/" + std::string(code);
}
[[nodiscard]] inline std::string estimate_path(std::string_view code)
{
    return budget_line_path(code) + "/du-toan";
}
[[nodiscard]] inline std::string appraisal_path(std::string_view code)
{
    return budget_line_path(code) + "/tham-dinh";
}
[[nodiscard]] inline std::string spending_path(std::string_view code)
{
    return budget_line_path(code) + "/chi";
}
[[nodiscard]] inline std::string spending_back_path(std::string_view code)
{
    return spending_path(code) + "/rut";
}
[[nodiscard]] inline std::string line_withdrawal_path(std::string_view code)
{
    return budget_line_path(code) + "/bo";
}
/// Those that the agency of that code left to this one, behind the line `after`.
[[nodiscard]] inline std::string inherited_budget_path(std::string_view code,
                                                       std::string_view after)
{
    return own_budget_path() + "?cua=" + std::string(code) + "&sau=" + std::string(after);
}
/// All lines of a plan, for who watches it. `?muc=khong-con`: of items that the plan has no more.
inline constexpr std::string_view gone_items = "khong-con";
[[nodiscard]] inline std::string budget_register_path(std::string_view plan_code)
{
    return board_path(plan_code) + "/kinh-phi";
}

}  // namespace caicach::obligation
