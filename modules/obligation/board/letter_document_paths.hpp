#pragma once
#include <string>
#include <string_view>

#include "obligation/board/late_month_paths.hpp"
#include "obligation/paths.hpp"

namespace caicach::obligation
{

/// Takes the notice to the late as an outgoing document.
[[nodiscard]] inline std::string late_document_path(std::string_view plan_code)
{
    return board_late_path(plan_code) + "/van-ban";
}
/// Takes a letter about the late of a month as one.
[[nodiscard]] inline std::string late_month_document_path(std::string_view plan_code)
{
    return late_month_path(plan_code) + "/van-ban";
}

}  // namespace caicach::obligation
