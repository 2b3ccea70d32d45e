#pragma once
#include <string>
#include <string_view>

#include "obligation/paths.hpp"

namespace caicach::obligation
{

/// The form that hands an obligation on; takes it, too.
[[nodiscard]] inline std::string hand_on_path(std::string_view task_code)
{
    return task_path(task_code) + "/giao-tiep";
}
/// The form that changes a part; takes it, too.
[[nodiscard]] inline std::string part_path(std::string_view task_code)
{
    return task_path(task_code) + "/phan-giao";
}
[[nodiscard]] inline std::string withdrawal_path(std::string_view task_code)
{
    return task_path(task_code) + "/thu-hoi";
}
/// All that one's agency handed on.
[[nodiscard]] inline std::string given_path() { return inbox_path() + "/da-giao"; }
/// Nudges its units.
[[nodiscard]] inline std::string given_nudge_path() { return given_path() + "/nhac"; }
[[nodiscard]] inline std::string given_export_path() { return given_path() + ".csv"; }

}  // namespace caicach::obligation
