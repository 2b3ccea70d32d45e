#pragma once
#include <cstddef>
#include <cstdint>

namespace caicach::channel::screen_limits
{

inline constexpr std::size_t name_length_max = 100;
inline constexpr std::size_t place_length_max = 200;
inline constexpr std::size_t title_length_max = 160;  ///< more is not read across a hall
inline constexpr std::size_t body_length_max = 600;
inline constexpr std::size_t address_length_max = 300;  ///< of an article's page, typed
inline constexpr int screens_max = 50;                  ///< of an agency
inline constexpr int playlists_max = 30;                ///< of an agency
inline constexpr int slides_max = 40;                   ///< of a playlist
inline constexpr int urgent_rows = 20;                  ///< newest ones on the page
inline constexpr int urgent_running_max = 100;          ///< of the whole house at once
inline constexpr int shown_rows = 500;
inline constexpr int shown_days = 31;  ///< of the list and its table
inline constexpr int seconds_min = 5;
inline constexpr int seconds_max = 300;
inline constexpr int seconds_usual = 15;
inline constexpr std::int64_t picture_bytes_max = 8L * 1024 * 1024;
inline constexpr int picture_side_max = 1920;
inline constexpr std::int64_t pairing_seconds = 15L * 60;
/// Written down at most so often, so that many screens cost few rows.
inline constexpr std::int64_t seen_seconds = 4L * 60;
inline constexpr std::int64_t silent_seconds = 30L * 60;
inline constexpr std::int64_t urgent_hours_max = 72;
inline constexpr std::int64_t day_seconds = 86'400;
inline constexpr int proof_days_max = 400;  ///< a player that was away longer lost its proof
inline constexpr std::size_t proof_rows_max = 1'000;
inline constexpr std::size_t proof_bytes_max = 200'000;
inline constexpr std::size_t token_length = 43;  ///< 32 bytes in base64url
/// A month of a screen counts when its own content ran so long.
inline constexpr std::int64_t month_seconds_min = 3'600;
inline constexpr int issue_lines = 6;  ///< headlines of a newsletter on one slide

}  // namespace caicach::channel::screen_limits
