#pragma once
#include <string_view>

namespace caicach::app
{

/// "0.1.0": the project's version, as CMake knows it.
[[nodiscard]] std::string_view version();

}  // namespace caicach::app
