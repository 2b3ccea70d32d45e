#pragma once
#include <string_view>

namespace caicach::app
{

/// Set by CMake from the project's version.
inline constexpr std::string_view version = CAICACH_VERSION;

}  // namespace caicach::app
