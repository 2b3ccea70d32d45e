#pragma once
#include <cstddef>
#include <cstdint>

namespace caicach::newsroom::limits
{

inline constexpr std::size_t title_length_max = 200;
inline constexpr std::size_t summary_length_max = 500;
inline constexpr std::size_t body_length_max = 60'000;
inline constexpr std::size_t source_length_max = 200;
inline constexpr std::size_t note_length_max = 1000;  ///< remarks, reasons, what was corrected
inline constexpr std::size_t slug_length_max = 80;
inline constexpr int slugs_of_one_title_max = 1000;
inline constexpr int revisions_max = 500;  ///< of one article
inline constexpr std::int64_t file_bytes_max = 20LL * 1024 * 1024;
inline constexpr std::size_t files_max = 20;  ///< pictures and files of one article
/// The longest side of a picture: twice the column of text, for dense screens.
inline constexpr int picture_side_max = 1600;
inline constexpr std::size_t shows_length_max = 300;
/// Words that two revisions may differ in and still be compared word by word: memory and time grow
/// with its square.
inline constexpr int changes_max = 1200;
inline constexpr int themes_shown_max = 200;
inline constexpr std::size_t slogans_shown_max = 3;  ///< on the front page, of those that end first
inline constexpr int versions_shown_max = 20;        ///< of one article, in other languages
inline constexpr int remarks_max = 300;              ///< on one article
inline constexpr int page_rows = 20;
inline constexpr int front_rows = 6;          ///< newest articles on the front page
inline constexpr int front_section_rows = 3;  ///< of each section there
inline constexpr int agencies_shown_max = 2000;
inline constexpr std::size_t snippet_bytes_max = 260;
inline constexpr int rating_days = 90;  ///< that the desk looks back on
inline constexpr int rated_rows = 200;
inline constexpr int feed_rows = 30;
inline constexpr int sitemap_months_max = 1200;
inline constexpr int sitemap_rows = 50'000;  ///< as many as the protocol allows in one file
inline constexpr int desk_rows = 50;
inline constexpr int search_hits_max = 200;
inline constexpr int days_ahead_max = 366;  ///< how far ahead an article is scheduled
inline constexpr int due_at_once = 50;      ///< articles that one run of the job publishes

}  // namespace caicach::newsroom::limits
