#pragma once
#include <cstddef>
#include <cstdint>

namespace caicach::evidence::limits
{

inline constexpr std::size_t title_length_max = 500;  ///< characters
inline constexpr std::size_t link_length_max = 2000;  ///< bytes
inline constexpr std::int64_t quantity_max = 1'000'000;
inline constexpr std::size_t review_length_max = 1000;  ///< characters of a reason, an answer
inline constexpr int reviews_max = 100;                 ///< verdicts and answers about one fact
inline constexpr std::int64_t file_bytes_max = 20LL * 1024 * 1024;
inline constexpr int facts_per_page = 50;
inline constexpr std::size_t pack_facts_max = 1000;
inline constexpr std::int64_t pack_bytes_max = 64LL * 1024 * 1024;  ///< held in memory at once

}  // namespace caicach::evidence::limits
