#pragma once
#include <cstddef>
#include <cstdint>

/// What audit bounds; texts in bytes.
namespace caicach::audit::limits
{

inline constexpr std::size_t word_length_max =
    100;  ///< action, object type, request id, address, session
inline constexpr std::size_t name_length_max = 600;  ///< of the actor
inline constexpr std::size_t detail_length_max = 64 * 1024;
inline constexpr int detail_fields_shown_max = 20;  ///< on the page; the CSV has all
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

/// Who turns a page, comes back or loads anew within this time has looked once.
inline constexpr std::int64_t reading_again_seconds = 10 * 60;
/// Looks remembered at once, some megabytes; beyond it one is written twice rather than never.
inline constexpr std::size_t readings_remembered_max = 50'000;
inline constexpr int looks_max = 200;              ///< shown to the person
inline constexpr int acts_in_download_max = 5000;  ///< of a person's own lines

}  // namespace caicach::audit::limits
