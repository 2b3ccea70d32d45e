#pragma once
#include <cstddef>
#include <cstdint>

namespace caicach::organisation::limits
{

inline constexpr std::size_t name_length_max = 200;  ///< characters of a name or an alias
inline constexpr std::size_t code_length_max = 20;
inline constexpr int search_results_max = 50;
inline constexpr std::size_t search_words_max = 10;
inline constexpr std::size_t suggestions_max = 3;
inline constexpr std::size_t agencies_per_page = 100;
inline constexpr std::size_t branch_units = 200;         ///< of a branch of the tree on one page
inline constexpr std::size_t group_members_shown = 500;  ///< on the page of a group
inline constexpr std::size_t choices_max = 300;  ///< agencies in a list; beyond: a field for a name
inline constexpr std::size_t document_length_max = 300;  ///< of a decision, as cited
inline constexpr std::size_t heirs_max = 50;             ///< agencies named in one decision
inline constexpr std::size_t contact_length_max = 300;   ///< characters of an address
inline constexpr std::size_t contacts_max = 200;         ///< of one agency on one day
inline constexpr std::size_t official_codes_max = 200;   ///< of one agency, through time
inline constexpr std::size_t heir_rows = 8;              ///< of the form of one decision
inline constexpr int twins_max = 100;                  ///< agencies of one name: slug-2 … slug-100
inline constexpr std::size_t sheet_head_rows = 20;     ///< above and with the head of a table
inline constexpr std::size_t sheet_rows_max = 10'000;  ///< twice the agencies of a province
inline constexpr std::int64_t sheet_bytes_max = 4LL << 20U;
inline constexpr std::size_t shown_rows_max = 200;  ///< of each part of a comparison's page
inline constexpr std::size_t levels_max = 8;  ///< of parents above an agency; see is_within.sql
inline constexpr int proposal_days = 7;       ///< that a table waits for its confirmation
inline constexpr std::size_t list_offset_max = 20'000;

}  // namespace caicach::organisation::limits
