#pragma once
#include <string>
#include <string_view>

#include "obligation/paths.hpp"

namespace caicach::obligation
{

/// Where what is owed still of a plan's list is excused, narrowed by a filter's query.
[[nodiscard]] inline std::string excusing_path(std::string_view plan_code)
{
    return board_path(plan_code) + "/mien";
}

}  // namespace caicach::obligation
