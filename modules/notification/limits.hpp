#pragma once
#include <cstddef>
#include <cstdint>

namespace caicach::notification::limits
{

inline constexpr std::int64_t letters_per_page = 50;
/// With pauses that double from half a minute to an hour: a mail server that is away for half a day
/// is waited for.
inline constexpr int attempts_max = 16;
inline constexpr int retry_seconds = 30;
inline constexpr int letters_at_once = 2;
inline constexpr int letters_in_download_max = 1000;  ///< to one person

}  // namespace caicach::notification::limits
