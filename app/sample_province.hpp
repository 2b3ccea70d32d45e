#pragma once
#include <string_view>

#include "app/system.hpp"

namespace caicach::app
{

/// The caicach.toml of a sample's data folder.
[[nodiscard]] std::string_view sample_configuration();

/// Agencies, people and two plans of an invented province: one read from a real .docx by the very
/// importer and put in force, one left under review. conflict "app.sample.not_empty" where there
/// are agencies already.
[[nodiscard]] Result<void> fill_sample_province(System& system);

}  // namespace caicach::app
