#pragma once
#include <cstddef>
#include <cstdint>

/// What identity bounds. The times become dated configuration with the next issue.
namespace caicach::identity::limits
{

inline constexpr std::size_t name_length_max = 120;  ///< characters
/// ASVS 5.0, V7: staff are signed out after half an hour alone and after twelve hours in all.
inline constexpr std::int64_t session_idle_seconds = 30 * 60;
inline constexpr std::int64_t session_absolute_seconds = 12 * 60 * 60;
/// A page a second must not become a write a second.
inline constexpr std::int64_t session_touch_seconds = 60;
/// Browsers of one person at once; the one seen longest ago gives way.
inline constexpr int sessions_per_account_max = 10;
inline constexpr std::int64_t sample_link_seconds = 12 * 60 * 60;
inline constexpr int sample_links_max = 20;
/// Grants and agencies are held in memory: a province has some thousands of each.
inline constexpr int grants_max = 100'000;
inline constexpr int tree_rows_max = 20'000;
/// Ward, province, and some to spare; a ring of parents by mistake ends all the same.
inline constexpr int tree_depth_max = 8;
inline constexpr std::size_t secret_bytes = 32;
/// 32 bytes as base64url: anything longer in a cookie or a path is not ours.
inline constexpr std::size_t token_length = 43;

}  // namespace caicach::identity::limits
