#pragma once
#include <cstddef>
#include <cstdint>

namespace caicach::obligation::limits
{

inline constexpr int tasks_per_page = 50;
inline constexpr std::size_t title_length_max = 500;  ///< characters, as evidence keeps them
inline constexpr std::size_t link_length_max = 2000;  ///< bytes, as evidence keeps them
inline constexpr std::size_t reason_length_max = 1000;
inline constexpr std::int64_t quantity_max = 1'000'000;
inline constexpr std::int64_t proof_bytes_max = 20LL * 1024 * 1024;

}  // namespace caicach::obligation::limits
