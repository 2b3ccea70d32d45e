#pragma once
#include <array>
#include <string_view>

namespace caicach::report
{

/// How the JSON of a form names each value, in the order of the enumerators of definition.hpp and
/// calendar/due.hpp; a test holds them against each other.
inline constexpr std::array<std::string_view, 3> source_words{"typed", "computed", "both"};
inline constexpr std::array<std::string_view, 2> span_words{"period", "year_to_date"};
inline constexpr std::array<std::string_view, 6> adding_words{
    "sum", "ratio", "weighted_mean", "maximum", "count_of_yes", "none"};
inline constexpr std::array<std::string_view, 3> rows_of_words{"fixed", "free", "told"};
inline constexpr std::array<std::string_view, 4> drawn_words{"done", "late", "obstacle", "next"};
inline constexpr std::array<std::string_view, 3> comparison_words{"equal", "not_more", "not_less"};
inline constexpr std::array<std::string_view, 2> weight_words{"stops", "warns"};
inline constexpr std::array<std::string_view, 5> length_words{"week", "month", "quarter", "half",
                                                              "year"};
inline constexpr std::array<std::string_view, 2> limit_words{"before", "by"};
inline constexpr std::array<std::string_view, 2> on_day_off_words{"stays", "moves"};
inline constexpr std::array<std::string_view, 2> collector_words{"owner", "parent"};

}  // namespace caicach::report
