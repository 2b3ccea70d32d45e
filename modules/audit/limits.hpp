#pragma once
#include <cstddef>

/// What audit bounds, in bytes.
namespace caicach::audit::limits
{

inline constexpr std::size_t word_length_max = 100;  ///< action, object type, request id
inline constexpr std::size_t name_length_max = 600;  ///< of the actor
inline constexpr std::size_t detail_length_max = 64 * 1024;
inline constexpr int page_size_max = 200;

}  // namespace caicach::audit::limits
