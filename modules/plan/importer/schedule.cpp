#include "plan/importer/schedule.hpp"

#include "plan/importer/dates.hpp"
#include "plan/importer/time_points.hpp"
#include "plan/importer/time_windows.hpp"
#include "plan/importer/words.hpp"

namespace caicach::plan::importer
{
namespace
{

using Kind = Schedule::Kind;

/// The first time that stands in the text, the whole year last.
std::optional<Schedule> first_of(const Words& words, int year)
{
    using Reader = std::optional<Schedule> (*)(const Words&, std::size_t, int);
    static constexpr Reader readers[] = {week_at,      deadline_at,   date_range_at,
                                         day_range_at, open_start_at, part_of_year_at};
    std::optional<Schedule> whole_year;
    for (std::size_t at = 0; at < words.size(); ++at) {
        for (const auto read : readers) {
            if (const auto found = read(words, at, year)) return found;
        }
        if (const auto span = span_at(words, at, year)) {
            if (every_at(words, span->end)) return recurring(Period::year, {});
            return window(span->from, span->to);
        }
        if (const auto date = date_at(words, at, year)) return deadline(date->date, Limit::by);
        if (ongoing_at(words, at)) return ongoing();
        if (!whole_year) whole_year = whole_year_at(words, at, year);
    }
    return whole_year;
}

}  // namespace

/// "định kỳ", "hằng tháng" at word `at`; `ends` where no other period is to be looked for.
struct PeriodTold {
    std::optional<Schedule> schedule{};
    bool ends{};
};
static PeriodTold period_told_at(const Words& words, std::size_t at, int year)
{
    const bool periodic = words.match(at, "dinh ky") != 0 || words.match(at, "thuong ky") != 0;
    const auto every = every_at(words, at);
    // "ít nhất mỗi tuần một bài" says how many, not when.
    const bool counts = words.is(at, "moi") && at > 0 && words[at - 1].letters;
    if (!periodic && (!every || counts)) return {};
    if (!periodic && every->period == Period::year) {
        // "Thường xuyên, hằng năm" is ongoing; "Tháng 12 hằng năm" comes back each year.
        if (ongoing_at(words, 0)) return {std::nullopt, true};
        // "Trước ngày 15/12 hằng năm"
        if (const auto due = yearly_date(words, year)) return {due, true};
    }
    const auto hit = every ? every : next_every(words, at + 2);
    const auto months = periodic && !hit ? period_at(words, at + 2) : std::nullopt;
    if (months && months->months == 6) return {recurring(Period::half, day_alone(words)), true};
    // "Mỗi tháng 01 số" says how much, and that each month; "02 lần mỗi quý" only how much.
    return {recurring(hit ? hit->period : Period::none, day_alone(words)), true};
}

std::optional<Schedule> schedule_of(std::string_view text, int year)
{
    const Words words{text};
    for (std::size_t at = 0; at < words.size(); ++at) {
        const auto told = period_told_at(words, at, year);
        if (told.schedule) return told.schedule;
        if (told.ends) break;
    }
    if (words.size() > 1 && words.is(0, "quy") && words.is(1, "thang")) return std::nullopt;
    const auto day = day_alone(words);
    if (names_month_of_quarter(words, 0)) return recurring(Period::quarter, day);
    // "Trước ngày 05 tháng sau": each month.
    if (comes_each_month(day)) return recurring(Period::month, day);
    return first_of(words, year);
}

bool leaves_gaps(std::string_view text, int year)
{
    const Words words{text};
    for (std::size_t at = 0; at < words.size(); ++at) {
        if (const auto span = span_at(words, at, year)) return span->gaps;
    }
    return false;
}

bool opens_with_each(std::string_view text)
{
    const Words words{text};
    return words.is(0, "moi") && every_at(words, 0).has_value();
}

bool counts_behind_period(std::string_view text)
{
    const Words words{text};
    for (std::size_t at = 0; at < words.size(); ++at) {
        const auto told = words.match(at, "dinh ky");
        if (told != 0 && number_at(words, told)) return true;
    }
    return false;
}

bool opens_with_ongoing(std::string_view text)
{
    const Words words{text.substr(0, 60)};
    return words.match(0, "thuong xuyen") != 0;
}

}  // namespace caicach::plan::importer
