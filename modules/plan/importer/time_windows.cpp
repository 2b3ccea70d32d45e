#include "plan/importer/time_windows.hpp"

namespace caicach::plan::importer
{

Schedule window(Date from, Date to)
{
    return {Schedule::Kind::window, from, to, {}, Period::none, 0};
}

std::optional<Schedule> year_window(int year)
{
    const auto from = Date::create(year, 1, 1);
    const auto to = Date::create(year, 12, 31);
    if (!from || !to) return std::nullopt;
    return window(*from, *to);
}

std::optional<Schedule> date_range_at(const Words& words, std::size_t at, int year)
{
    auto begin = at;
    if (words.is(begin, "tu")) ++begin;
    const auto first = date_at(words, begin, year);
    if (!first) return std::nullopt;
    auto link = words.match(first->end, "den het");
    if (link == 0) link = words.match(first->end, "den");
    if (link == 0 && words.is(first->end, "-")) link = first->end + 1;
    if (link == 0) return std::nullopt;
    const auto last = date_at(words, link, year);
    if (!last || last->date < first->date) return std::nullopt;
    return window(first->date, last->date);
}

std::optional<Schedule> day_range_at(const Words& words, std::size_t at, int year)
{
    if (words.is(at, "tu")) ++at;
    if (words.is(at, "ngay")) ++at;
    if (at + 2 >= words.size() || !words[at].digits) return std::nullopt;
    if (!words.is(at + 1, "-") && !words.is(at + 1, "den")) return std::nullopt;
    if (at > 0 && (words.is(at - 1, "/") || words.is(at - 1, "-"))) return std::nullopt;
    const auto last = date_at(words, at + 2, year);
    const auto day = small_number(words[at].folded);
    if (!last || !day) return std::nullopt;
    const auto first = Date::create(last->date.year(), last->date.month(), *day);
    if (!first || last->date < *first) return std::nullopt;
    return window(*first, last->date);
}

/// "đến hết năm", "đến cuối năm 2026": the year at whose end it ends.
static std::optional<int> year_end_at(const Words& words, std::size_t at, int year)
{
    for (const auto* phrase : {"den het nam", "den cuoi nam", "den nam"}) {
        const auto end = words.match(at, phrase);
        if (end == 0) continue;
        const auto printed = year_at(words, end);
        if (printed || phrase != std::string_view{"den nam"}) return printed.value_or(year);
    }
    return std::nullopt;
}

std::optional<Schedule> open_start_at(const Words& words, std::size_t at, int year)
{
    if (!words.is(at, "tu")) return std::nullopt;
    std::optional<Date> from;
    std::size_t end = 0;
    if (const auto date = date_at(words, at + 1, year)) {
        from = date->date;
        end = date->end;
    } else if (const auto span = span_at(words, at, year)) {
        from = span->from;
        end = span->end;
    }
    if (!from) return std::nullopt;
    const auto until_year = year_end_at(words, end, from->year());
    for (auto place = at + 1; !until_year && place < words.size() && place < end + 2; ++place) {
        for (const auto* link : {"den", "-", ",", "va", "toi"}) {
            if (words.is(place, link)) return std::nullopt;
        }
    }
    const auto to = Date::create(until_year.value_or(from->year()), 12, 31);
    if (!to || *to < *from) return std::nullopt;
    return window(*from, *to);
}

std::optional<Schedule> week_at(const Words& words, std::size_t at, int year)
{
    if (!words.is(at, "tuan")) return std::nullopt;
    auto next = at + 1;
    if (words.is(next, "thu")) ++next;
    const bool last = words.is(next, "cuoi");
    const auto number =
        words.is(next, "dau") ? std::optional{Number{1, next + 1, true}} : number_at(words, next);
    if (!last && (!number || !number->whole || number->value < 1 || number->value > 4)) {
        return std::nullopt;
    }
    const auto month = last ? next + 1 : number->end;
    const auto span = words.is(month, "thang") ? span_at(words, month, year) : std::nullopt;
    if (!span || span->from.month() != span->to.month()) return std::nullopt;
    constexpr int week = 7;
    if (last) return window(span->to.plus_days(1 - week), span->to);
    const auto begin = span->from.plus_days(week * (static_cast<int>(number->value) - 1));
    return window(begin, begin.plus_days(week - 1));
}

std::optional<Schedule> part_of_year_at(const Words& words, std::size_t at, int year)
{
    const auto number = number_at(words, at);
    constexpr int months = 12;
    if (!number || !number->whole || number->value < 1 || number->value > months) {
        return std::nullopt;
    }
    const bool first = words.match(number->end, "thang dau nam") != 0;
    if (!first && words.match(number->end, "thang cuoi nam") == 0) return std::nullopt;
    const int count = static_cast<int>(number->value);
    const int which = year_at(words, number->end + 3).value_or(year);
    const auto from = Date::create(which, first ? 1 : months + 1 - count, 1);
    const auto last = first ? count : months;
    const auto to = Date::create(which, last, days_in_month(which, last));
    if (!from || !to) return std::nullopt;
    return window(*from, *to);
}

std::optional<Schedule> whole_year_at(const Words& words, std::size_t at, int year)
{
    auto next = at;
    if (words.is(next, "trong") || words.is(next, "ca") || words.is(next, "suot")) ++next;
    if (words.is(next, "ca")) ++next;
    if (!words.is(next, "nam")) return std::nullopt;
    const auto printed = year_at(words, next + 1);
    if (!printed && next == at) return std::nullopt;
    if (!printed) return year_window(year);
    const auto last = words.is(next + 2, "-") ? year_at(words, next + 3) : std::nullopt;
    if (last) {
        const auto from = Date::create(*printed, 1, 1);
        const auto to = Date::create(*last, 12, 31);
        if (from && to && *from < *to) return window(*from, *to);
    }
    return year_window(*printed);
}

std::optional<Schedule> closed_range_at(const Words& words, std::size_t at, int year)
{
    if (const auto days = date_range_at(words, at, year)) return days;
    if (const auto days = day_range_at(words, at, year)) return days;
    const auto span = span_at(words, at, year);
    if (!span) return std::nullopt;
    for (auto place = at; place < span->end; ++place) {
        if (words.is(place, "den") || words.is(place, "-")) return window(span->from, span->to);
    }
    return std::nullopt;
}

}  // namespace caicach::plan::importer
