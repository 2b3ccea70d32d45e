#pragma once
#include <cstddef>
#include <cstdint>

namespace caicach::evidence::limits
{

inline constexpr std::size_t title_length_max = 500;  ///< characters
inline constexpr std::size_t link_length_max = 2000;  ///< bytes
inline constexpr std::int64_t quantity_max = 1'000'000;
inline constexpr int listed_subjects_max = 5'000;       ///< facts about an agency in a download
inline constexpr std::size_t review_length_max = 1000;  ///< characters of a reason, an answer
inline constexpr int reviews_max = 100;                 ///< verdicts and answers about one fact
inline constexpr std::size_t news_title_length_max = 120;
inline constexpr std::size_t news_readers_max = 5;  ///< of one agency
inline constexpr std::int64_t file_bytes_max = 20LL * 1024 * 1024;
inline constexpr std::int64_t page_bytes_max = 4LL << 20U;  ///< of a page of ours that is kept
inline constexpr int facts_per_page = 50;
inline constexpr std::size_t subjects_max = 200;  ///< agencies that one fact is about

inline constexpr std::size_t sheet_head_rows = 20;    ///< above and with the head of a table
inline constexpr std::size_t sheet_rows_max = 2'000;  ///< recorded in one transaction
inline constexpr std::int64_t sheet_bytes_max = 4LL << 20U;
inline constexpr std::size_t row_code_length_max = 60;  ///< characters
inline constexpr std::size_t file_name_length_max = 200;
inline constexpr std::size_t shown_rows_max = 200;  ///< of each part of a comparison's page
inline constexpr int proposal_days = 7;             ///< that a table waits for its confirmation

/// Of one pack, on the disk while it is sent.
inline constexpr std::int64_t pack_bytes_max = 1024LL * 1024 * 1024;

}  // namespace caicach::evidence::limits
