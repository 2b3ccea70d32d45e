#pragma once
#include <span>
#include <string>

#include "organisation/agency_sheet.hpp"
#include "organisation/directory_state.hpp"

/// The directory written as the table of agency_sheet.hpp. What is written here and imported on the
/// same day changes nothing.
namespace caicach::organisation
{

[[nodiscard]] std::string agencies_csv(const DirectoryState& directory,
                                       std::span<const AgencySummary> agencies);
/// `folder` holds the file while it is made.
[[nodiscard]] Result<std::string> agencies_xlsx(const DirectoryState& directory,
                                                std::span<const AgencySummary> agencies,
                                                const std::string& folder);

/// Without agencies, with a row that explains each column, and that an import passes over.
[[nodiscard]] std::string template_csv();
[[nodiscard]] Result<std::string> template_xlsx(const std::string& folder);

}  // namespace caicach::organisation
