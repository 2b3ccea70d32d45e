#pragma once
#include <string>
#include <string_view>

#include "obligation/paths.hpp"

namespace caicach::obligation
{

/// Which agencies were late in a month ("thang" in the query), and where that is published.
[[nodiscard]] inline std::string late_month_path(std::string_view plan_code)
{
    return board_path(plan_code) + "/cham-thang";
}
[[nodiscard]] inline std::string late_withdrawal_path(std::string_view plan_code)
{
    return late_month_path(plan_code) + "/rut";
}
/// A letter about the month: "mau" in the query says which.
[[nodiscard]] inline std::string late_letter_path(std::string_view plan_code)
{
    return late_month_path(plan_code) + ".docx";
}
/// What everyone sees of it.
[[nodiscard]] inline std::string public_late_path(std::string_view plan_slug)
{
    return "/ke-hoach/" + std::string(plan_slug) + "/co-quan-cham";
}

}  // namespace caicach::obligation
