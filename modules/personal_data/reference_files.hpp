#pragma once
#include <span>

#include "text/reference.hpp"

namespace caicach::personal_data
{

[[nodiscard]] text::ReferenceFile clocks_file();
[[nodiscard]] text::ReferenceFile consent_purposes_file();
/// Tables in whose place a province may put its own: those.
[[nodiscard]] std::span<const text::ReferenceFile> reference_files();

}  // namespace caicach::personal_data
