#pragma once
#include <cstddef>
#include <optional>

#include "plan/importer/dates.hpp"
#include "plan/importer/imported_plan.hpp"
#include "plan/importer/words.hpp"

/// Days until which a thing is due, and times that come back.
namespace caicach::plan::importer
{

/// The words behind "trước", "chậm nhất", "đến hết": 0 where none stands.
[[nodiscard]] std::size_t limit_end(const Words& words, std::size_t at);
[[nodiscard]] Schedule deadline(Date due, Limit limit);
/// A deadline that begins at `at`: "trước ngày 31/3/2021", "đến hết tháng 11/2026".
[[nodiscard]] std::optional<Schedule> deadline_at(const Words& words, std::size_t at, int year);
/// The first limit with a day and a month, of each year: "trước ngày 15/12 hằng năm", "hằng năm,
/// trước ngày 15/01 năm sau".
[[nodiscard]] std::optional<Schedule> yearly_date(const Words& words, int year);
/// Such a limit at word `at`, where "hằng năm" stands just before or behind it.
[[nodiscard]] std::optional<Schedule> yearly_date_at(const Words& words, std::size_t at, int year);
/// "ngày 15 của tháng cuối quý" anywhere in the text comes back each quarter.
[[nodiscard]] bool names_month_of_quarter(const Words& words, std::size_t from);
/// "tháng cuối quý" begins at word `at`.
[[nodiscard]] bool opens_month_of_quarter(const Words& words, std::size_t at);
/// A day of a month, 0 where none is named, whether it still counts, and of which month it is.
struct DayTold {
    int day{};
    Limit limit{Limit::before};
    DueMonth month{DueMonth::last};
    bool of_quarter{};  ///< "tháng đầu quý sau"
    bool is_unsure{};   ///< of a month that is told in words we do not know
};
/// The day of "trước ngày 25", "ngày 20 hằng tháng": one without month.
[[nodiscard]] DayTold day_alone(const Words& words);
/// "ngày 05 tháng sau"
[[nodiscard]] inline bool comes_each_month(const DayTold& day)
{
    return day.day != 0 && day.month == DueMonth::after && !day.of_quarter && !day.is_unsure;
}
/// "ngày 15 hằng tháng", "ngày 20 của mỗi quý": a day without month stands before word `at`.
[[nodiscard]] bool day_before(const Words& words, std::size_t at);
/// "thứ Bảy cuối tháng", "thứ Năm hằng tuần" at word `at`: how often that day comes back.
[[nodiscard]] std::optional<Period> weekday_told(const Words& words, std::size_t at);
[[nodiscard]] Schedule ongoing();
/// Without a day where the month told is none of such a period, or not understood.
[[nodiscard]] Schedule recurring(Period every, DayTold on);
/// "hằng tháng" and its like anywhere from `at` on.
[[nodiscard]] std::optional<PeriodHit> next_every(const Words& words, std::size_t at);
[[nodiscard]] bool ongoing_at(const Words& words, std::size_t at);
/// A sentence or a part of it ends before word `at`.
[[nodiscard]] bool ends_clause(const Words& words, std::size_t at);

}  // namespace caicach::plan::importer
