#pragma once
#include <cstddef>
#include <cstdint>

namespace caicach::notification::limits
{

inline constexpr std::int64_t messages_per_page = 50;
inline constexpr int messages_in_download_max = 1000;  ///< to one person

/// A key and what one message may hold. A letter of digest lists some hundred duties.
inline constexpr std::size_t key_bytes_max = 200;
inline constexpr std::size_t subject_length_max = 200;
inline constexpr std::size_t body_bytes_max = 64UL * 1024;
inline constexpr std::int64_t lifetime_seconds = 3L * 24 * 3600;  ///< Notify gives up as late

/// With pauses that double up to an hour: who says "later" is waited for half a day. A provider
/// that does not answer at all costs no attempts, as its breaker is open.
inline constexpr std::int64_t attempts_max = 24;
inline constexpr std::int64_t retry_seconds = 5;
inline constexpr std::int64_t retry_seconds_max = 3600;

/// Of one lane's job at once, so that what a crash leaves in doubt is no more, and a provider sees
/// no more lines. At 50 ms a message 32 make some 500 in a second.
inline constexpr std::size_t under_way_max = 32;
inline constexpr int slice_milliseconds = 2000;  ///< then the worker looks at other jobs
inline constexpr int lanes_at_once = 2;
inline constexpr std::int64_t head_start_seconds = 3600;  ///< of single messages before a crowd's
/// Longer than the slowest talk with a provider (a minute): who is sending for so long is dead.
inline constexpr std::int64_t sending_seconds_max = 180;
/// What was posted longer ago is asked about anew before it goes: a crowd takes a while to leave.
inline constexpr std::int64_t judged_seconds = 10;
inline constexpr std::int64_t sweep_seconds = 60;
inline constexpr std::int64_t removed_at_once_max = 1000;  ///< old ones, with each sweep
inline constexpr std::int64_t bounce_seconds = 300;        ///< how often what came back is read

/// The code that proves a number, and how many are sent to what one person typed.
inline constexpr std::int64_t code_seconds = 15L * 60;
inline constexpr std::int64_t code_tries_max = 5;
inline constexpr std::int64_t codes_max = 3;
inline constexpr std::int64_t codes_seconds = 3600;

inline constexpr std::int64_t sent_again_at_once_max = 500;

/// What a provider tells of one message.
inline constexpr std::int64_t event_bytes_max = 16L * 1024;

/// A provider that fails so often in a row is left alone, each time twice as long.
inline constexpr int failures_until_open = 5;
inline constexpr std::int64_t open_seconds = 30;
inline constexpr std::int64_t open_seconds_max = 900;

}  // namespace caicach::notification::limits
