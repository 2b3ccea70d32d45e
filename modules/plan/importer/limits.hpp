#pragma once
#include <cstddef>

/// Bounds of the importer. A plan of a province has up to some thousand lines; whatever is larger
/// is no plan, and refusing it keeps time and memory bounded.
namespace caicach::plan::limits
{

inline constexpr std::size_t lines_max = 50'000;
inline constexpr std::size_t bytes_max = 8 * 1024 * 1024;
/// A longer line is cut for reading; its line number still stands in the result.
inline constexpr std::size_t line_bytes_max = 64 * 1024;
inline constexpr std::size_t outline_depth_max = 12;
inline constexpr std::size_t items_max = 5'000;
inline constexpr std::size_t agencies_in_list_max = 64;
inline constexpr std::size_t references_max = 1'000;
inline constexpr std::size_t table_columns_max = 32;

}  // namespace caicach::plan::limits
