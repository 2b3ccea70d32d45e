#pragma once
#include <string>
#include <string_view>

namespace caicach::obligation
{

[[nodiscard]] inline std::string inbox_path() { return "/viec"; }
[[nodiscard]] inline std::string task_path(std::string_view code)
{
    return inbox_path() + "/" + std::string(code);
}
[[nodiscard]] inline std::string result_path(std::string_view code)
{
    return task_path(code) + "/ket-qua";
}
[[nodiscard]] inline std::string assignment_path(std::string_view code)
{
    return task_path(code) + "/giao";
}
[[nodiscard]] inline std::string excuse_path(std::string_view code)
{
    return task_path(code) + "/mien";
}
[[nodiscard]] inline std::string excuse_end_path(std::string_view code)
{
    return task_path(code) + "/thoi-mien";
}

[[nodiscard]] inline std::string boards_path() { return "/theo-doi"; }
[[nodiscard]] inline std::string board_path(std::string_view plan_code)
{
    return boards_path() + "/" + std::string(plan_code);
}
[[nodiscard]] inline std::string board_items_path(std::string_view plan_code)
{
    return board_path(plan_code) + "/theo-muc";
}

}  // namespace caicach::obligation
