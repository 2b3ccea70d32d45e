#pragma once
#include <cstddef>
#include <cstdint>

/// The named bounds of this module.
namespace caicach::plan::limits
{

inline constexpr std::int64_t upload_bytes = 64LL * 1024 * 1024;
/// Points; A4 at 600 dpi is 7,016 high. What is read is what is kept.
inline constexpr int scan_side_max = 10'000;
inline constexpr std::size_t title_characters = 4000;
inline constexpr std::size_t field_characters = 2000;
inline constexpr std::size_t mentions_per_role = 60;
inline constexpr std::size_t quotas_per_item = 8;
inline constexpr std::size_t metrics_per_item = 12;
inline constexpr std::size_t references_in_form = 300;
inline constexpr std::size_t recipients_per_edition = 300;
inline constexpr std::size_t items_per_edition = 5000;
inline constexpr std::size_t fields_in_form = 3000;        ///< said to be what a form began with
inline constexpr std::size_t difference_characters = 600;  ///< of a value in the history
inline constexpr std::size_t differences_per_edit = 60;
inline constexpr std::size_t edits_undoable = 200;
/// Of agencies and groups, in the type-ahead of a form: some 60 bytes each.
inline constexpr std::size_t offered_names_max = 600;

}  // namespace caicach::plan::limits
