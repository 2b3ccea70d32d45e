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

inline constexpr std::size_t hours_a_day_max = 8;
inline constexpr std::size_t hours_length_max = 80;  ///< as they are typed
inline constexpr int airing_days_max = 366;
inline constexpr int airings_at_once = 1'000;    ///< that concern one agency at a time
inline constexpr int play_hours_rows = 400;      ///< changes of an agency's own hours
inline constexpr int programmes_offered = 100;   ///< newest first
inline constexpr int broadcast_rows = 20'000;    ///< of one table
inline constexpr int listening_rows = 50;        ///< of a page, and of a podcast
inline constexpr int dropped_days = 7;           ///< past ones in the folder of loudspeakers
inline constexpr int loudspeakers_seconds = 10;  ///< within which changes have one job
inline constexpr int log_days_max = 366;         ///< of one table
inline constexpr int days_back_max = 31;         ///< how late a broadcast may still be signed
inline constexpr int unsigned_days = 7;          ///< told of on the page of today
inline constexpr std::int64_t played_minutes_max = 180;
inline constexpr std::size_t difference_length_max = 500;
/// What needs no word: loudspeakers are switched on by hand, and files are rounded to minutes.
inline constexpr int started_apart_max = 15;
inline constexpr std::int64_t minutes_apart_max = 1;

}  // namespace caicach::channel::limits
