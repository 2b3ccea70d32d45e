#pragma once
#include <algorithm>
#include <string_view>

#include "report/limits.hpp"

namespace caicach::report
{

[[nodiscard]] constexpr bool is_key_letter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_' || c == '.';
}

/// Keys of forms and of what stands in them: "par_quarter", "truyen_thong.tin_bai". They stand in
/// addresses, rules and frozen reports, so that they are ASCII and short.
[[nodiscard]] constexpr bool is_form_key(std::string_view key)
{
    return !key.empty() && key.size() <= limits::key_length_max && key.front() >= 'a' &&
           key.front() <= 'z' && key.back() != '.' && key.find("..") == std::string_view::npos &&
           std::ranges::all_of(key, is_key_letter);
}

}  // namespace caicach::report
