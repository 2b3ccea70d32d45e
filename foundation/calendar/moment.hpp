#pragma once
#include <string>

#include "base/time.hpp"

namespace caicach
{

/// "21/11/2026, 09:05": day and minute in Vietnam, as pages show them.
[[nodiscard]] std::string vietnamese_moment(Instant at);

}  // namespace caicach
