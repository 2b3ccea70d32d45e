#pragma once
#include <span>

#include "text/reference.hpp"

namespace caicach::channel
{

/// Tables in whose place a province may put its own.
[[nodiscard]] std::span<const text::ReferenceFile> reference_files();

}  // namespace caicach::channel
