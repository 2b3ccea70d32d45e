#include "plan/importer/time_points.hpp"

#include "text/text.hpp"

namespace caicach::plan::importer
{

std::size_t limit_end(const Words& words, std::size_t at)
{
    for (const auto* phrase :
         {"cham nhat la", "cham nhat trong", "cham nhat den", "cham nhat truoc", "cham nhat vao",
          "cham nhat", "muon nhat", "den het", "het", "xong truoc", "truoc", "den"}) {
        if (const auto end = words.match(at, phrase)) return end;
    }
    return 0;
}

/// "trước" just before word `at`: the day there does not count any more.
static Limit limit_before(const Words& words, std::size_t at)
{
    return at > 0 && words.is(at - 1, "truoc") ? Limit::before : Limit::by;
}

Schedule deadline(Date due, Limit limit)
{
    return {Schedule::Kind::deadline, {}, {}, due, Period::none, 0, limit};
}

std::optional<Schedule> deadline_at(const Words& words, std::size_t at, int year)
{
    const auto begin = limit_end(words, at);
    if (begin == 0) return std::nullopt;
    if (const auto date = date_at(words, begin, year))
        return deadline(date->date, limit_before(words, begin));
    const bool before = words.is(begin - 1, "truoc");
    if (const auto span = span_at(words, begin, year)) {
        // Before a month means before its first day; until the end of it means its last.
        return deadline(before ? span->from.plus_days(-1) : span->to, Limit::by);
    }
    if (words.is(begin, "nam") && words.is(begin - 1, "het")) {
        const auto printed = year_at(words, begin + 1);
        const auto last = Date::create(printed.value_or(year), 12, 31);
        if (last) return deadline(*last, Limit::by);
    }
    return std::nullopt;
}

std::optional<Schedule> yearly_date(const Words& words, std::size_t every, int year)
{
    for (std::size_t at = 0; at < every; ++at) {
        const auto begin = limit_end(words, at);
        if (begin == 0) continue;
        const auto date = date_at(words, begin, year);
        if (date) return deadline(date->date, limit_before(words, begin));
    }
    return std::nullopt;
}

/// "tháng cuối quý", "tháng đầu của quý": the word behind, 0 where none stands.
static std::size_t month_of_quarter(const Words& words, std::size_t at)
{
    for (const auto* phrase : {"thang cuoi", "thang dau tien", "thang dau"}) {
        auto end = words.match(at, phrase);
        if (end == 0) continue;
        if (words.is(end, "cua")) ++end;
        if (words.is(end, "moi") || words.is(end, "hang")) ++end;
        if (words.is(end, "quy")) return end + 1;
    }
    return 0;
}

bool opens_month_of_quarter(const Words& words, std::size_t at)
{
    return month_of_quarter(words, at) != 0;
}

bool names_month_of_quarter(const Words& words, std::size_t from)
{
    for (; from < words.size(); ++from) {
        if (month_of_quarter(words, from) != 0) return true;
    }
    return false;
}

DayTold day_alone(const Words& words)
{
    for (std::size_t at = 0; at + 1 < words.size(); ++at) {
        if (!words.is(at, "ngay") || !words[at + 1].digits) continue;
        const auto day = small_number(words[at + 1].folded);
        // "ngày 05 tháng 6" is a date; "ngày 05 tháng sau" comes back.
        const bool month =
            words.is(at + 2, "thang") && at + 3 < words.size() && words[at + 3].digits;
        const bool date =
            words.is(at + 2, "/") || month || (words.is(at + 2, "-") && words.glued(at + 1));
        if (day && *day >= 1 && *day <= 31 && !date) return {*day, limit_before(words, at)};
    }
    return {};
}

bool day_before(const Words& words, std::size_t at)
{
    if (at > 0 && words.is(at - 1, "cua")) --at;
    return at >= 2 && words[at - 1].digits && words.is(at - 2, "ngay");
}

/// "thứ Bảy", "thứ 7", "Chủ nhật" at word `at`: the word behind, 0 where none stands.
static std::size_t weekday_end(const Words& words, std::size_t at)
{
    if (const auto end = words.match(at, "chu nhat")) return end;
    // "thư tư", "thu ba" are no days.
    if (!words.is(at, "thu") || text::lower(words.slice(at, at + 1)) != "thứ") return 0;
    for (const auto* day : {"hai", "ba", "tu", "nam", "sau", "bay", "2", "3", "4", "5", "6", "7"}) {
        if (words.is(at + 1, day)) return at + 2;
    }
    return 0;
}

std::optional<Period> weekday_told(const Words& words, std::size_t at)
{
    const auto end = weekday_end(words, at);
    if (end == 0) return std::nullopt;
    if (const auto every = every_at(words, end)) return every->period;
    // "cuối tháng", "tuần đầu tiên của tháng", "cuối cùng của quý"
    constexpr std::size_t longest = 6;
    bool placed = false;
    for (auto place = end; place < words.size() && place < end + longest; ++place) {
        if (!words[place].letters || words[place].digits) break;
        placed =
            placed || words.is(place, "dau") || words.is(place, "cuoi") || words.is(place, "tuan");
        const bool dated = place + 1 < words.size() && words[place + 1].digits;
        if (placed && words.is(place, "thang") && !dated) return Period::month;
        if (placed && words.is(place, "quy") && !dated) return Period::quarter;
    }
    return std::nullopt;
}

Schedule ongoing() { return {Schedule::Kind::ongoing, {}, {}, {}, Period::none, 0}; }

Schedule recurring(Period every, DayTold on)
{
    return {Schedule::Kind::recurring, {}, {}, {}, every, on.day, on.limit};
}

std::optional<PeriodHit> next_every(const Words& words, std::size_t at)
{
    for (; at < words.size(); ++at) {
        if (const auto hit = every_at(words, at)) return hit;
    }
    return std::nullopt;
}

bool ongoing_at(const Words& words, std::size_t at)
{
    for (const auto* phrase : {"thuong xuyen", "lien tuc", "hang ngay", "quanh nam"}) {
        if (words.match(at, phrase) != 0) return true;
    }
    return false;
}

bool ends_clause(const Words& words, std::size_t at)
{
    return at >= words.size() || words.is(at, ".") || words.is(at, ";");
}

}  // namespace caicach::plan::importer
