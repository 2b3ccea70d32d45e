#pragma once
#include <span>

#include "text/reference.hpp"

namespace caicach::identity
{

[[nodiscard]] text::ReferenceFile signing_forms_table();
[[nodiscard]] text::ReferenceFile staff_categories_table();
/// Tables in whose place a province may put its own: those.
[[nodiscard]] std::span<const text::ReferenceFile> reference_files();

}  // namespace caicach::identity
