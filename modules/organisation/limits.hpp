#pragma once
#include <cstddef>

namespace caicach::organisation::limits
{

inline constexpr std::size_t name_length_max = 200;  ///< characters of a name or an alias
inline constexpr std::size_t code_length_max = 20;
inline constexpr int search_results_max = 50;
inline constexpr std::size_t search_words_max = 10;
inline constexpr std::size_t suggestions_max = 3;
inline constexpr std::size_t agencies_per_page = 100;
inline constexpr std::size_t document_length_max = 300;  ///< of a decision, as cited
inline constexpr std::size_t heirs_max = 50;             ///< agencies named in one decision
inline constexpr std::size_t contact_length_max = 300;   ///< characters of an address
inline constexpr std::size_t contacts_max = 200;         ///< of one agency on one day
inline constexpr std::size_t heir_rows = 8;              ///< of the form of one decision
inline constexpr int twins_max = 100;  ///< agencies of one name: slug-2 … slug-100
inline constexpr std::size_t list_offset_max = 20'000;

}  // namespace caicach::organisation::limits
