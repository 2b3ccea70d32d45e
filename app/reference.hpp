#pragma once
#include <string>
#include <vector>

#include "text/reference.hpp"

namespace caicach::app
{

/// Every table in whose place a province may put its own.
[[nodiscard]] std::vector<text::ReferenceFile> reference_files();

/// The folder of a province's own tables, "reference" in the data folder.
[[nodiscard]] std::string reference_folder(const std::string& data_folder);

/// Puts a province's own tables in the place of ours; their names. invalid
/// "base.configuration.wrong" with a sentence for each fault.
[[nodiscard]] Result<std::vector<std::string>> use_references(const std::string& data_folder);

}  // namespace caicach::app
