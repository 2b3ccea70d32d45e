#pragma once
#include <string>
#include <string_view>

#include "obligation/target/target_paths.hpp"

namespace caicach::obligation
{

/// Whom a target does not apply to.
[[nodiscard]] inline std::string exclusions_path(std::string_view plan_code,
                                                 std::string_view target_code)
{
    return target_path(plan_code, target_code) + "/khong-thuoc-dien";
}
[[nodiscard]] inline std::string exclusion_verdicts_path(std::string_view plan_code,
                                                         std::string_view target_code)
{
    return exclusions_path(plan_code, target_code) + "/tra-loi";
}
[[nodiscard]] inline std::string exclusion_ends_path(std::string_view plan_code,
                                                     std::string_view target_code)
{
    return exclusions_path(plan_code, target_code) + "/rut";
}

}  // namespace caicach::obligation
