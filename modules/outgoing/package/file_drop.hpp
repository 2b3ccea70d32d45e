#pragma once
#include <filesystem>
#include <optional>
#include <string>

#include "base/result.hpp"
#include "outgoing/package/package.hpp"

/// Where another program fetches packages: a folder. Nothing there is half written, and the same
/// package again is the same file.
namespace caicach::outgoing
{

/// Within the data folder; the operator makes it, or a link of that name to where the other program
/// looks. Without it nothing is handed over.
inline constexpr std::string_view exchange_folder_name = "exchange";

/// Nothing where the operator made none.
[[nodiscard]] std::optional<std::filesystem::path> exchange_folder(const std::string& data_folder);

/// "NAME.zip", then "NAME.zip.sha256": whoever sees the second may take the first. unavailable
/// "outgoing.exchange.unwritable" with the path and what the system says.
[[nodiscard]] Result<void> drop(const std::filesystem::path& folder, const Package& package);

}  // namespace caicach::outgoing
