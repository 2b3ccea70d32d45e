#pragma once
#include <cstddef>

namespace caicach::obligation::limits
{

inline constexpr int views_max = 50;         ///< saved views of one person
inline constexpr int views_shown_max = 100;  ///< on a page, with those of the agency
inline constexpr std::size_t view_name_length_max = 80;
inline constexpr std::size_t view_query_length_max = 500;

}  // namespace caicach::obligation::limits
