#pragma once
#include <string>
#include <string_view>

#include "obligation/paths.hpp"

namespace caicach::obligation
{

[[nodiscard]] inline std::string own_plan_path(std::string_view code)
{
    return "/ke-hoach-rieng/" + std::string(code);
}
[[nodiscard]] inline std::string own_plan_return_path(std::string_view code)
{
    return own_plan_path(code) + "/tra-lai";
}
[[nodiscard]] inline std::string own_plan_accept_path(std::string_view code)
{
    return own_plan_path(code) + "/chap-nhan";
}
/// The form that sends one for an obligation; takes it, too.
[[nodiscard]] inline std::string own_plan_form_path(std::string_view task_code)
{
    return task_path(task_code) + "/ke-hoach-rieng";
}
[[nodiscard]] inline std::string register_path(std::string_view plan_code)
{
    return board_path(plan_code) + "/ke-hoach-rieng";
}
[[nodiscard]] inline std::string register_export_path(std::string_view plan_code)
{
    return register_path(plan_code) + ".csv";
}
[[nodiscard]] inline std::string gaps_export_path(std::string_view plan_code)
{
    return register_path(plan_code) + "/con-thieu.csv";
}
/// What own plans say: `query` names an item or an agency.
[[nodiscard]] inline std::string contents_path(std::string_view plan_code,
                                               std::string_view query = {})
{
    return register_path(plan_code) + "/noi-dung" + std::string(query);
}

}  // namespace caicach::obligation
