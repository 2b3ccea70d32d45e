#pragma once
#include <string>

#include "base/result.hpp"

namespace caicach
{

/// All bytes of a file on this machine that we wrote ourselves; internal where it cannot be read.
[[nodiscard]] Result<std::string> read_file(const std::string& path);

}  // namespace caicach
