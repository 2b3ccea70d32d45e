#pragma once
#include <optional>
#include <string>

namespace caicach::app
{

/// A password or key that the configuration names by its file: the file's first line. Nothing where
/// it cannot be read or is empty.
[[nodiscard]] std::optional<std::string> secret_in(const std::string& path);

}  // namespace caicach::app
