#include "plan/importer/schedule.hpp"

#include <algorithm>

#include "plan/importer/dates.hpp"
#include "plan/importer/words.hpp"

namespace caicach::plan::importer
{
namespace
{

using Kind = Schedule::Kind;

Schedule window(Date from, Date to) { return {Kind::window, from, to, {}, Period::none, 0}; }

std::optional<Schedule> year_window(int year)
{
    const auto from = Date::create(year, 1, 1);
    const auto to = Date::create(year, 12, 31);
    if (!from || !to) return std::nullopt;
    return window(*from, *to);
}

Schedule deadline(Date due) { return {Kind::deadline, {}, {}, due, Period::none, 0}; }

/// The words behind "trước", "chậm nhất", "đến hết": 0 where none stands.
std::size_t limit_end(const Words& words, std::size_t at)
{
    for (const auto* phrase :
         {"cham nhat la", "cham nhat trong", "cham nhat den", "cham nhat truoc", "cham nhat vao",
          "cham nhat", "muon nhat", "den het", "het", "xong truoc", "truoc", "den"}) {
        if (const auto end = words.match(at, phrase)) return end;
    }
    return 0;
}

/// A deadline that begins at `at`: "trước ngày 31/3/2021", "đến hết tháng 11/2026".
std::optional<Schedule> deadline_at(const Words& words, std::size_t at, int year)
{
    const auto begin = limit_end(words, at);
    if (begin == 0) return std::nullopt;
    if (const auto date = date_at(words, begin, year)) return deadline(date->date);
    const bool before = words.is(begin - 1, "truoc");
    if (const auto span = span_at(words, begin, year)) {
        // Before a month means before its first day; until the end of it means its last.
        return deadline(before ? span->from.plus_days(-1) : span->to);
    }
    if (words.is(begin, "nam") && words.is(begin - 1, "het")) {
        const auto printed = year_at(words, begin + 1);
        if (const auto last = Date::create(printed.value_or(year), 12, 31)) return deadline(*last);
    }
    return std::nullopt;
}

/// "từ ngày 01/3/2026 đến ngày 30/6/2026", "01/3 - 30/6/2026".
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

/// "15-30/6/2023", "từ ngày 01 đến ngày 15 tháng 6": the month stands once, behind both days.
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
std::optional<int> year_end_at(const Words& words, std::size_t at, int year)
{
    for (const auto* phrase : {"den het nam", "den cuoi nam", "den nam"}) {
        const auto end = words.match(at, phrase);
        if (end == 0) continue;
        const auto printed = year_at(words, end);
        if (printed || phrase != std::string_view{"den nam"}) return printed.value_or(year);
    }
    return std::nullopt;
}

/// "Từ tháng 02/2023", "Bắt đầu từ ngày 01/3/2023": with no end named, to the end of the year.
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

/// "Tuần 2 tháng 7/2023": the days 8 to 14 of that month.
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

/// "tháng cuối quý", "tháng đầu của quý": the word behind, 0 where none stands.
std::size_t month_of_quarter(const Words& words, std::size_t at)
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

/// The day of "trước ngày 25", "ngày 20 hằng tháng": one without month.
int day_alone(const Words& words)
{
    for (std::size_t at = 0; at + 1 < words.size(); ++at) {
        if (!words.is(at, "ngay") || !words[at + 1].digits) continue;
        const auto day = small_number(words[at + 1].folded);
        // "ngày 05 tháng 6" is a date; "ngày 05 tháng sau" comes back.
        const bool month =
            words.is(at + 2, "thang") && at + 3 < words.size() && words[at + 3].digits;
        const bool date =
            words.is(at + 2, "/") || month || (words.is(at + 2, "-") && words.glued(at + 1));
        if (day && *day >= 1 && *day <= 31 && !date) return *day;
    }
    return 0;
}

/// "ngày 15 của tháng cuối quý" anywhere in the text comes back each quarter.
bool names_month_of_quarter(const Words& words, std::size_t from)
{
    for (; from < words.size(); ++from) {
        if (month_of_quarter(words, from) != 0) return true;
    }
    return false;
}

Schedule recurring(Period every, int day) { return {Kind::recurring, {}, {}, {}, every, day}; }

/// "hằng tháng" and its like anywhere from `at` on.
std::optional<PeriodHit> next_every(const Words& words, std::size_t at)
{
    for (; at < words.size(); ++at) {
        if (const auto hit = every_at(words, at)) return hit;
    }
    return std::nullopt;
}

/// "6 tháng đầu năm", "Sáu tháng cuối năm 2026", "9 tháng đầu năm".
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

/// "Trong năm", "Cả năm", "Năm 2026", "năm 2025 - 2026".
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

/// "từ tháng 4 đến tháng 10", "từ ngày 01/3 đến 30/9": in a sentence both ends must stand.
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

bool ongoing_at(const Words& words, std::size_t at)
{
    for (const auto* phrase : {"thuong xuyen", "lien tuc", "hang ngay", "quanh nam"}) {
        if (words.match(at, phrase) != 0) return true;
    }
    return false;
}

/// The limit with a day and a month that stands before "hằng năm".
std::optional<Schedule> yearly_date(const Words& words, std::size_t every, int year)
{
    for (std::size_t at = 0; at < every; ++at) {
        const auto begin = limit_end(words, at);
        if (begin == 0) continue;
        if (const auto date = date_at(words, begin, year)) return deadline(date->date);
    }
    return std::nullopt;
}

/// A sentence or a part of it ends before word `at`.
bool ends_clause(const Words& words, std::size_t at)
{
    return at >= words.size() || words.is(at, ".") || words.is(at, ";");
}

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
            if (every_at(words, span->end)) return recurring(Period::year, 0);
            return window(span->from, span->to);
        }
        if (const auto date = date_at(words, at, year)) return deadline(date->date);
        if (ongoing_at(words, at)) return Schedule{Kind::ongoing, {}, {}, {}, Period::none, 0};
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
        // "Trước ngày 15/12 hằng năm": of this plan's year.
        if (const auto due = yearly_date(words, at, year)) return {due, true};
    }
    const auto hit = every ? every : next_every(words, at + 2);
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
    if (names_month_of_quarter(words, 0)) return recurring(Period::quarter, day_alone(words));
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

bool opens_with_ongoing(std::string_view text)
{
    const Words words{text.substr(0, 60)};
    return words.match(0, "thuong xuyen") != 0;
}

/// "(thường xuyên)", "…; thường xuyên trong năm.", "thường xuyên, tối thiểu 05 tin": the word
/// stands apart, and so tells when and not how.
static bool states_ongoing(const Words& words, std::size_t at)
{
    if (words.match(at, "( thuong xuyen )") != 0) return true;
    const auto end = words.match(at, "thuong xuyen");
    if (end == 0) return false;
    if (words.match(end, ", toi thieu") != 0 || words.match(end, ", it nhat") != 0) return true;
    const auto last = std::max(end, words.match(end, "trong nam"));
    return at > 0 && !words[at - 1].letters && ends_clause(words, last);
}

/// "Mỗi quý, tổng hợp kết quả": a period with no number behind it says when, not how many.
static bool counts_nothing(const Words& words, std::size_t at)
{
    for (; !ends_clause(words, at); ++at) {
        if (words[at].digits || words.is(at, "mot")) return false;
    }
    return true;
}

/// "họp giao ban hằng quý.", "báo cáo … hằng quý (lồng ghép …)" say when; "xếp loại thi đua hằng
/// năm." says what.
static bool comes_back(const Words& words, const PeriodHit& every)
{
    if (every.period == Period::year) return false;
    return ends_clause(words, every.end) || words.is(every.end, "(") ||
           words.match(every.end, "va nam") != 0 ||
           (words.is(every.end, ",") &&
            (limit_end(words, every.end + 1) != 0 || period_at(words, every.end + 1).has_value()));
}

/// "trong năm", and "trong năm 2026" where it closes the clause.
static bool within_year(const Words& words, std::size_t at)
{
    auto end = words.match(at, "trong nam");
    if (end == 0) return false;
    if (year_at(words, end)) return ends_clause(words, end + 1);
    return end >= words.size() || !words[end].letters || words.is(end, "theo");
}

namespace
{

/// The time in the sentence of a task. A limit counts wherever it stands; of all else the first.
class TaskTime
{
public:
    TaskTime(const Words& words, int year) : m_words{words}, m_year{year} {}

    std::optional<Schedule> run()
    {
        for (std::size_t at = 0; at < m_words.size(); ++at) {
            if (const auto found = limit(at)) return found;
            if (!m_weaker) m_weaker = told_at(at);
        }
        return m_weaker;
    }

private:
    [[nodiscard]] std::optional<Schedule> told_at(std::size_t at) const
    {
        if (states_ongoing(m_words, at)) {
            return Schedule{Kind::ongoing, {}, {}, {}, Period::none, 0};
        }
        if (m_words.match(at, "dinh ky") != 0) {
            const auto every = every_at(m_words, at + 2);
            return recurring(every ? every->period : Period::none, day_alone(m_words));
        }
        if (const auto found = comes_back_at(at)) return found;
        if (m_words.is(at, "(")) return in_brackets(at);
        if (m_words.is(at, "tu")) return closed_range_at(m_words, at, m_year);
        if (m_words.is(at, "trong") || m_words.is(at, "vao")) return inside(at);
        return std::nullopt;
    }

    /// A time may stand at the beginning, behind a mark, and behind "báo cáo".
    [[nodiscard]] bool opens(std::size_t at) const
    {
        const bool behind_day = at == 2 && m_words.is(0, "ngay") && m_words[1].digits;
        return at == 0 || behind_day || !m_words[at - 1].letters ||
               m_words.match(at - 1, "bao cao") != 0 ||
               (at >= 2 && m_words.match(at - 2, "bao cao") != 0);
    }

    [[nodiscard]] std::optional<Schedule> comes_back_at(std::size_t at) const
    {
        const auto every = every_at(m_words, at);
        // "mỗi tháng có ít nhất 01 tin" says how many, not when.
        if (!every || (m_words.is(at, "moi") && !counts_nothing(m_words, at))) return std::nullopt;
        if (!opens(at) && !comes_back(m_words, *every)) return std::nullopt;
        return recurring(every->period, day_alone(m_words));
    }

    /// "trước ngày 31/3", "trước ngày 15 hằng tháng", "trước ngày 15 của tháng cuối quý".
    [[nodiscard]] std::optional<Schedule> limit(std::size_t at) const
    {
        const bool named = m_words.is(at, "truoc") || m_words.match(at, "cham nhat") != 0 ||
                           m_words.match(at, "den het ngay") != 0;
        if (!named) return std::nullopt;
        if (const auto found = deadline_at(m_words, at, m_year)) return found;
        const int day = m_words.is(limit_end(m_words, at), "ngay") ? day_alone(m_words) : 0;
        if (day == 0) return std::nullopt;
        if (names_month_of_quarter(m_words, at)) return recurring(Period::quarter, day);
        if (const auto every = next_every(m_words, at)) return recurring(every->period, day);
        // "hằng tháng, trước ngày 05"
        const bool before = m_weaker && m_weaker->kind == Kind::recurring;
        return before ? std::optional{recurring(m_weaker->every, day)} : std::nullopt;
    }

    /// "Tiến hành kiểm tra (Quý II/2026)": a bracket that says no more than when.
    [[nodiscard]] std::optional<Schedule> in_brackets(std::size_t at) const
    {
        const auto span = span_at(m_words, at + 1, m_year);
        if (span && m_words.is(span->end, ")")) return window(span->from, span->to);
        return date_range_at(m_words, at + 1, m_year);
    }

    [[nodiscard]] std::optional<Schedule> inside(std::size_t at) const
    {
        if (const auto span = span_at(m_words, at, m_year)) return window(span->from, span->to);
        return within_year(m_words, at) ? year_window(m_year) : std::nullopt;
    }

    const Words& m_words;
    int m_year;
    std::optional<Schedule> m_weaker{};
};

}  // namespace

std::optional<Schedule> schedule_in_task(std::string_view text, int year)
{
    const Words words{text};
    return TaskTime{words, year}.run();
}

}  // namespace caicach::plan::importer
