#pragma once
#include <cstddef>
#include <cstdint>

namespace caicach::channel::limits
{

inline constexpr std::size_t script_parts_max = 30;
inline constexpr std::size_t part_heading_length_max = 200;
inline constexpr std::size_t part_text_length_max = 12'000;  ///< an hour, read aloud
/// Beyond these no announcer reads, and a slip of the pen is likelier.
inline constexpr std::int64_t reading_speed_min = 100;
inline constexpr std::int64_t reading_speed_max = 320;
inline constexpr std::int64_t article_days = 60;  ///< from how long ago articles are offered
inline constexpr int script_rows = 50;
/// A quarter of an hour of WAV as telephones record it; half an hour as the page records it.
inline constexpr std::int64_t sound_bytes_max = 96LL * 1024 * 1024;
inline constexpr int sound_upload_seconds = 900;

}  // namespace caicach::channel::limits
