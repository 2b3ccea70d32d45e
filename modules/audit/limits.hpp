#pragma once
#include <cstddef>
#include <cstdint>

/// What audit bounds; texts in bytes.
namespace caicach::audit::limits
{

inline constexpr std::size_t word_length_max = 100;  ///< action, object type, request id
inline constexpr std::size_t name_length_max = 600;  ///< of the actor
inline constexpr std::size_t detail_length_max = 64 * 1024;
inline constexpr int page_size_max = 200;
inline constexpr std::int64_t checkpoint_seconds = 60;    ///< no line waits longer for a signature
inline constexpr std::int64_t checkpoint_rows = 10'000;   ///< nor do more of them
inline constexpr int checkpoints_per_copy = 1000;         ///< written at once
inline constexpr std::size_t checkpoint_line_max = 1024;  ///< of the file that is kept elsewhere
inline constexpr int trail_lines_per_page = 50;
/// What one page looks at to find its lines; then it says how far it came and offers to go on.
inline constexpr int trail_rows_looked_max = 5000;
/// Lines are in the order of their commits, their times in that of the clock: around a day's first
/// and last line so many more are looked at.
inline constexpr std::int64_t trail_clock_slack_rows = 1000;
inline constexpr std::int64_t trail_file_rows_max = 1'000'000;  ///< what a spreadsheet holds

}  // namespace caicach::audit::limits
