#pragma once
#include <cstddef>

namespace caicach::evidence::limits
{

inline constexpr std::size_t title_length_max = 500;  ///< characters
inline constexpr std::size_t link_length_max = 2000;  ///< bytes

}  // namespace caicach::evidence::limits
