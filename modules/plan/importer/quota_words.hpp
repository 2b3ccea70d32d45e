#pragma once
#include <cstddef>
#include <optional>
#include <string>

#include "plan/importer/dates.hpp"
#include "plan/importer/words.hpp"
#include "plan/terms.hpp"

/// The words of which a quota is made: a count, its unit, its period.
namespace caicach::plan::importer
{

/// How often a period comes in a year; 0 for none.
[[nodiscard]] int times_a_year(Period period);
/// Sets the period; one that has no name of its own ("6 tháng") is counted by the year.
bool set_period(Quota& quota, const PeriodHit& hit);
/// "ít nhất", "tối thiểu" before the number at `number`.
[[nodiscard]] bool says_at_least(const Words& words, std::size_t number);

/// A number that counts. Of "02-03 bài", "từ 3 đến 5 tin" the lower end is what is owed.
struct Count {
    int value{};
    std::size_t end{};
    bool range{};
};
/// The count at `at`; years and percentages are none.
[[nodiscard]] std::optional<Count> count_at(const Words& words, std::size_t at);
/// Words that are measured, not counted.
[[nodiscard]] bool is_measure(const Words& words, std::size_t at);
/// What is counted, told by the words [from, to).
[[nodiscard]] std::string unit_between(const Words& words, std::size_t from, std::size_t to);
/// "trong cả giai đoạn", "cả giai đoạn 2021-2025" at `at`: the word behind, 0 where none stands.
[[nodiscard]] std::size_t whole_years_end(const Words& words, std::size_t at);
/// "/tháng", "mỗi tuần", "trong năm" at `link`; a day counts too.
[[nodiscard]] std::optional<PeriodHit> period_behind(const Words& words, std::size_t link);

}  // namespace caicach::plan::importer
