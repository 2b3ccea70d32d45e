#pragma once
#include <cstddef>
#include <optional>

#include "plan/importer/dates.hpp"
#include "plan/importer/imported_plan.hpp"
#include "plan/importer/words.hpp"

/// Times with a first and a last day, as plans write them. `at` is a word, `year` the plan's.
namespace caicach::plan::importer
{

[[nodiscard]] Schedule window(Date from, Date to);
[[nodiscard]] std::optional<Schedule> year_window(int year);
/// "từ ngày 01/3/2026 đến ngày 30/6/2026", "01/3 - 30/6/2026".
[[nodiscard]] std::optional<Schedule> date_range_at(const Words& words, std::size_t at, int year);
/// "15-30/6/2023", "từ ngày 01 đến ngày 15 tháng 6": the month stands once, behind both days.
[[nodiscard]] std::optional<Schedule> day_range_at(const Words& words, std::size_t at, int year);
/// "Từ tháng 02/2023", "Bắt đầu từ ngày 01/3/2023": with no end named, to the end of the year.
[[nodiscard]] std::optional<Schedule> open_start_at(const Words& words, std::size_t at, int year);
/// "Tuần 2 tháng 7/2023": the days 8 to 14 of that month.
[[nodiscard]] std::optional<Schedule> week_at(const Words& words, std::size_t at, int year);
/// "6 tháng đầu năm", "Sáu tháng cuối năm 2026", "9 tháng đầu năm".
[[nodiscard]] std::optional<Schedule> part_of_year_at(const Words& words, std::size_t at, int year);
/// "Trong năm", "Cả năm", "Năm 2026", "năm 2025 - 2026".
[[nodiscard]] std::optional<Schedule> whole_year_at(const Words& words, std::size_t at, int year);
/// "từ tháng 4 đến tháng 10", "từ ngày 01/3 đến 30/9": in a sentence both ends must stand.
[[nodiscard]] std::optional<Schedule> closed_range_at(const Words& words, std::size_t at, int year);

}  // namespace caicach::plan::importer
