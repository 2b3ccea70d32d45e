#pragma once
#include <cstddef>

namespace caicach::evidence::limits
{

inline constexpr std::size_t title_length_max = 500;  ///< characters
inline constexpr std::size_t link_length_max = 2000;  ///< bytes
inline constexpr int page_rows_max = 200;

}  // namespace caicach::evidence::limits
