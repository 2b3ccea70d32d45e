#pragma once
#include <cstddef>
#include <cstdint>

namespace caicach::channel::media_limits
{

inline constexpr std::size_t title_length_max = 300;
inline constexpr std::size_t link_length_max = 2'000;
inline constexpr std::size_t outlet_length_max = 150;
inline constexpr std::size_t address_length_max = 300;  ///< of an article's page, typed
inline constexpr std::size_t mail_length_max = 254;
inline constexpr std::size_t reason_length_max = 500;
inline constexpr std::size_t fact_title_length_max = 480;
inline constexpr std::size_t question_length_max = 4'000;
inline constexpr std::size_t answer_length_max = 10'000;
inline constexpr std::size_t journalist_length_max = 150;
inline constexpr std::int64_t minutes_max = 600;
inline constexpr std::int64_t file_bytes_max = 20LL * 1024 * 1024;
inline constexpr int outlets_max = 500;
inline constexpr int list_rows = 50;
inline constexpr int csv_rows = 5'000;

}  // namespace caicach::channel::media_limits
