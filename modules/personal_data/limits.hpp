#pragma once
#include <cstddef>

/// What personal_data bounds; texts in characters.
namespace caicach::personal_data::limits
{

inline constexpr std::size_t name_length_max = 120;
inline constexpr std::size_t contact_length_max = 300;
inline constexpr std::size_t wish_length_max = 4000;
inline constexpr std::size_t answer_length_max = 4000;
inline constexpr std::size_t reason_length_max = 500;
/// One person's, at once: more is a mistake or mischief.
inline constexpr int open_requests_per_account_max = 10;
inline constexpr int requests_per_account_max = 500;
/// Of the whole province; those of one's branch are chosen among them.
inline constexpr int requests_max = 5000;
inline constexpr std::size_t requests_per_page = 50;
inline constexpr int consents_per_account_max = 1000;
inline constexpr std::size_t looks_shown = 50;  ///< on the page; the download has more

}  // namespace caicach::personal_data::limits
