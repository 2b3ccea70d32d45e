#pragma once
#include <cstddef>
#include <cstdint>

namespace caicach::attachment::limits
{

/// No page may ask for more.
inline constexpr std::int64_t bytes_max = 200LL * 1024 * 1024;
inline constexpr std::size_t name_length_max = 200;        ///< characters
inline constexpr std::size_t piece_bytes = 64 * 1024;      ///< read at once
inline constexpr std::size_t zip_tail_bytes = 256 * 1024;  ///< searched for the parts of an archive
inline constexpr std::int64_t orphan_age_seconds = 60 * 60;  ///< younger ones may get their row yet
inline constexpr std::size_t problems_max = 100;             ///< that the check lists
inline constexpr int code_attempts_max = 5;

}  // namespace caicach::attachment::limits
