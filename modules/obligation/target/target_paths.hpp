#pragma once
#include <string>
#include <string_view>

#include "obligation/paths.hpp"

namespace caicach::obligation
{

/// What one's agency is to reach.
[[nodiscard]] inline std::string own_targets_path() { return "/chi-tieu"; }
[[nodiscard]] inline std::string target_path(std::string_view plan_code,
                                             std::string_view target_code)
{
    return own_targets_path() + "/" + std::string(plan_code) + "/" + std::string(target_code);
}
/// The numbers of one agency: their history, and the form for new ones.
[[nodiscard]] inline std::string measurements_path(std::string_view plan_code,
                                                   std::string_view target_code)
{
    return target_path(plan_code, target_code) + "/so-lieu";
}
[[nodiscard]] inline std::string measurements_path(std::string_view plan_code,
                                                   std::string_view target_code,
                                                   std::string_view measure,
                                                   std::string_view agency)
{
    return measurements_path(plan_code, target_code) + "?muc=" + std::string(measure) +
           "&co-quan=" + std::string(agency);
}
[[nodiscard]] inline std::string taking_back_path(std::string_view plan_code,
                                                  std::string_view target_code)
{
    return measurements_path(plan_code, target_code) + "/rut";
}
/// How its measures are measured.
[[nodiscard]] inline std::string measuring_path(std::string_view plan_code,
                                                std::string_view target_code)
{
    return target_path(plan_code, target_code) + "/cach-do";
}
[[nodiscard]] inline std::string ending_path(std::string_view plan_code,
                                             std::string_view target_code)
{
    return measuring_path(plan_code, target_code) + "/bo";
}
/// A table of numbers of a plan, brought as a file.
[[nodiscard]] inline std::string sheet_path(std::string_view plan_code)
{
    return own_targets_path() + "/" + std::string(plan_code) + "/nhap";
}
[[nodiscard]] inline std::string sheet_template_path(std::string_view plan_code)
{
    return sheet_path(plan_code) + "/mau.csv";
}
[[nodiscard]] inline std::string sheet_keeping_path(std::string_view plan_code)
{
    return sheet_path(plan_code) + "/ghi";
}
/// How often a plan asks for numbers.
[[nodiscard]] inline std::string rhythms_path(std::string_view plan_code)
{
    return own_targets_path() + "/" + std::string(plan_code) + "/nhip";
}
/// Who goes on with the numbers of agencies that were split.
[[nodiscard]] inline std::string number_heirs_path(std::string_view plan_code)
{
    return own_targets_path() + "/" + std::string(plan_code) + "/chia-tach";
}
/// All targets of a plan, for who watches it.
[[nodiscard]] inline std::string plan_targets_path(std::string_view plan_code)
{
    return board_path(plan_code) + "/chi-tieu";
}

}  // namespace caicach::obligation
