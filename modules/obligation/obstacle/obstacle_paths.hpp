#pragma once
#include <string>
#include <string_view>

#include "obligation/paths.hpp"

namespace caicach::obligation
{

[[nodiscard]] inline std::string obstacles_path() { return "/vuong-mac"; }
[[nodiscard]] inline std::string obstacle_path(std::string_view code)
{
    return obstacles_path() + "/" + std::string(code);
}
[[nodiscard]] inline std::string obstacle_forward_path(std::string_view code)
{
    return obstacle_path(code) + "/chuyen";
}
[[nodiscard]] inline std::string obstacle_answer_path(std::string_view code)
{
    return obstacle_path(code) + "/tra-loi";
}
[[nodiscard]] inline std::string obstacle_again_path(std::string_view code)
{
    return obstacle_path(code) + "/hoi-lai";
}
[[nodiscard]] inline std::string obstacle_close_path(std::string_view code)
{
    return obstacle_path(code) + "/khep";
}
/// The form that raises one about an obligation; takes it, too.
[[nodiscard]] inline std::string new_obstacle_path(std::string_view task_code)
{
    return task_path(task_code) + "/vuong-mac";
}
[[nodiscard]] inline std::string plan_obstacles_path(std::string_view plan_code)
{
    return board_path(plan_code) + "/vuong-mac";
}
[[nodiscard]] inline std::string plan_obstacles_export_path(std::string_view plan_code)
{
    return plan_obstacles_path(plan_code) + ".csv";
}
/// As the draft of a report.
[[nodiscard]] inline std::string obstacle_letter_path(std::string_view plan_code)
{
    return plan_obstacles_path(plan_code) + ".docx";
}

}  // namespace caicach::obligation
