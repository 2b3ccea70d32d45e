#pragma once
#include <span>
#include <string_view>

#include "calendar/period.hpp"

namespace caicach::calendar
{

/// How addresses, files and the API name a period: "2026", "2026S1" (half), "2026Q1", "2026-03",
/// "2026W10"; with the prefix of its cut-off where it has one: "nd09:2026-03".
[[nodiscard]] std::string key(const Period& period);

/// What `key` writes, strictly, of the years 1900 to 2199; `known` are the cut-offs in use.
[[nodiscard]] std::optional<Period> period_from_key(std::string_view key,
                                                    std::span<const CutOff> known = {});

}  // namespace caicach::calendar
