#pragma once
#include <string>
#include <string_view>

#include "obligation/paths.hpp"

namespace caicach::obligation
{

/// Who owes what is due soon, narrowed by a filter's query, and where they are nudged about it.
[[nodiscard]] inline std::string due_soon_path(std::string_view plan_code)
{
    return board_path(plan_code) + "/sap-den-han";
}

}  // namespace caicach::obligation
