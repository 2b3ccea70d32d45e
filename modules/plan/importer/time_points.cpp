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

/// The date at word `begin`, of each year; a printed year means that one alone.
static Schedule each_year(const Words& words, std::size_t begin, Date date, int year)
{
    const auto limit = limit_before(words, begin);
    auto schedule = deadline(date, limit);
    if (date_at(words, begin, 0)) return schedule;
    if (date.year() == year) {
        schedule.every = Period::year;
        return schedule;
    }
    // "15/01 năm sau": the first month behind each year; of others we have no word.
    schedule = recurring(Period::year, {});
    if (date.month() == 1) {
        schedule.day = date.day();
        schedule.limit = limit;
        schedule.month = DueMonth::after;
    }
    return schedule;
}

std::optional<Schedule> yearly_date(const Words& words, int year)
{
    for (std::size_t at = 0; at < words.size(); ++at) {
        const auto begin = limit_end(words, at);
        if (begin == 0) continue;
        if (const auto date = date_at(words, begin, year))
            return each_year(words, begin, date->date, year);
    }
    return std::nullopt;
}

/// "hằng năm" at `at`.
static bool says_each_year(const Words& words, std::size_t at)
{
    const auto every = every_at(words, at);
    return every && every->period == Period::year;
}

std::optional<Schedule> yearly_date_at(const Words& words, std::size_t at, int year)
{
    constexpr std::size_t phrase = 2;
    const auto begin = limit_end(words, at);
    const auto date = begin == 0 ? std::nullopt : date_at(words, begin, year);
    if (!date) return std::nullopt;
    auto before = at;
    if (before > 0 && !words[before - 1].letters) --before;
    const bool is_yearly = says_each_year(words, date->end) ||
                           (before >= phrase && says_each_year(words, before - phrase));
    if (!is_yearly) return std::nullopt;
    return each_year(words, begin, date->date, year);
}

/// "tháng cuối quý", "tháng đầu của quý": the word behind, 0 where none stands.
static std::size_t month_of_quarter(const Words& words, std::size_t at)
{
    for (const auto* phrase : {"thang cuoi cung", "thang cuoi", "thang dau tien", "thang dau"}) {
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

/// "quý", "kỳ" at word `at`.
static bool is_round(const Words& words, std::size_t at)
{
    return words.is(at, "quy") || words.is(at, "qui") || words.is(at, "ky");
}

/// "tháng đầu quý sau", "tháng đầu của quý" from the word behind "đầu".
static void read_first_month(const Words& words, std::size_t at, DayTold& day)
{
    while (words.is(at, "cua") || words.is(at, "moi") || words.is(at, "hang")) ++at;
    const auto behind = at + 1;
    const bool named = behind < words.size() &&
                       (words[behind].digits || roman_value(words.slice(behind, behind + 1)));
    day.is_unsure = !is_round(words, at) || named;
    day.of_quarter = !words.is(at, "ky");
    day.month = next_end(words, behind) != 0 ? DueMonth::after : DueMonth::first;
}

/// What stands behind "ngày 05": "tháng sau", "của tháng đầu quý sau", "tháng cuối quý".
static void read_month(const Words& words, std::size_t at, DayTold& day)
{
    if (words.is(at, "cua") || words.is(at, "trong")) ++at;
    if (is_round(words, at) && next_end(words, at + 1) != 0) {
        day.of_quarter = !words.is(at, "ky");
        day.month = DueMonth::after;
        return;
    }
    day.is_unsure = words.is(at, "nam") && next_end(words, at + 1) != 0;
    if (!words.is(at, "thang")) return;
    for (const auto* phrase : {"thang dau tien", "thang dau", "thang thu nhat"}) {
        if (const auto end = words.match(at, phrase)) return read_first_month(words, end, day);
    }
    if (next_end(words, at + 1) != 0) {
        day.month = DueMonth::after;
        return;
    }
    bool is_known = at + 1 >= words.size() || !words[at + 1].letters;
    for (const auto* phrase : {"cuoi", "do", "nay", "bao cao", "hien tai"})
        is_known = is_known || words.match(at + 1, phrase) != 0;
    day.is_unsure = !is_known;
}

/// "kết quả tháng trước", asked for by a day: of this month or of the next? "So với tháng trước",
/// "hằng tháng, trước ngày 25" ask for nothing of the kind.
static bool names_last_period(const Words& words)
{
    for (std::size_t at = 0; at + 1 < words.size(); ++at) {
        const bool is_named = words.is(at, "thang") || is_round(words, at);
        if (!is_named || !words.is(at + 1, "truoc")) continue;
        const bool is_every = at > 0 && (words.is(at - 1, "hang") || words.is(at - 1, "moi"));
        const bool is_compared = at >= 2 && words.match(at - 2, "so voi") != 0;
        bool is_limit = at + 2 < words.size() && words[at + 2].digits;
        for (const auto* word : {"ngay", "khi", "thang", "quy", "nam", "mot"})
            is_limit = is_limit || words.is(at + 2, word);
        if (!is_every && !is_compared && !is_limit) return true;
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
        if (!day || *day < 1 || *day > 31 || date) continue;
        DayTold told{.day = *day, .limit = limit_before(words, at)};
        read_month(words, at + 2, told);
        const bool is_last = told.month == DueMonth::last;
        told.is_unsure = told.is_unsure || (is_last && names_last_period(words));
        return told;
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

/// "Ngày 05 của tháng đầu quý sau" is no day of a month, "tháng sau" none of a year.
static bool is_of(const DayTold& day, Period every)
{
    if (day.is_unsure) return false;
    switch (day.month) {
        case DueMonth::first:
            return day.of_quarter ? every == Period::quarter
                                  : every != Period::month && every != Period::week;
        case DueMonth::after:
            if (day.of_quarter) return every != Period::month && every != Period::week;
            return every != Period::year && every != Period::week;
        case DueMonth::last:
            break;
    }
    return true;
}

Schedule recurring(Period every, DayTold on)
{
    // A wrong day is worse than none: then the reviewer is asked.
    if (!is_of(on, every)) on = {};
    return {Schedule::Kind::recurring, {}, {}, {}, every, on.day, on.limit, on.month};
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
