#pragma once
#include <span>

#include "base/configuration.hpp"

namespace caicach::app
{

/// Everything that an operator may set, with default, limits and one sentence each. `caicach
/// config show` prints it.
[[nodiscard]] std::span<const Setting> settings();

}  // namespace caicach::app
