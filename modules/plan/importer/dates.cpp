#include "plan/importer/dates.hpp"

#include "text/text.hpp"

namespace caicach::plan::importer
{
namespace
{

std::optional<int> number_up_to(const Words& words, std::size_t at, int largest)
{
    if (at >= words.size() || !words[at].digits || words[at].folded.size() > 2) return std::nullopt;
    const auto value = small_number(words[at].folded);
    return value && *value >= 1 && *value <= largest ? value : std::nullopt;
}

/// "/2024", "năm 2024", "-2024": the year behind a month or quarter.
struct YearHit {
    int year{};
    std::size_t end{};
};
std::optional<YearHit> year_behind(const Words& words, std::size_t at)
{
    const bool opens = words.is(at, "/") || words.is(at, "-") || words.is(at, ".") ||
                       words.is(at, "nam") || words.is(at, ",");
    if (!opens) return std::nullopt;
    auto next = at + 1;
    if (words.is(next, "nam")) ++next;
    const auto year = year_at(words, next);
    if (!year) return std::nullopt;
    return YearHit{*year, next + 1};
}

/// One month or one quarter, as first and last month of the year.
struct Part {
    int first{};
    int last{};
    int year{};  ///< 0 = not printed
    std::size_t end{};
};

std::optional<Part> month_part(const Words& words, std::size_t at)
{
    const auto month = number_up_to(words, at, 12);
    if (!month) return std::nullopt;
    Part part{*month, *month, 0, at + 1};
    if (const auto year = year_behind(words, part.end)) {
        part.year = year->year;
        part.end = year->end;
    }
    return part;
}

std::optional<Part> quarter_part(const Words& words, std::size_t at)
{
    if (at >= words.size()) return std::nullopt;
    std::optional<int> quarter;
    if (words[at].digits)
        quarter = number_up_to(words, at, 4);
    else if (words[at].capital || words[at].folded == "i")
        quarter = roman_value(words[at].folded);
    // Recognition reads "II" as "11" or "ll"; only the clear form is taken.
    if (!quarter || *quarter > 4) return std::nullopt;
    Part part{3 * *quarter - 2, 3 * *quarter, 0, at + 1};
    if (const auto year = year_behind(words, part.end)) {
        part.year = year->year;
        part.end = year->end;
    }
    return part;
}

/// "quý", also spelled "quí".
bool is_quarter(const Words& words, std::size_t at)
{
    return words.is(at, "quy") || words.is(at, "qui");
}

/// "T6/2023": a month written short.
std::optional<Part> short_month(const Words& words, std::size_t at)
{
    if (at >= words.size() || !words[at].capital) return std::nullopt;
    const std::string_view word = words[at].folded;
    if (word.size() < 2 || word.size() > 3 || !word.starts_with('t')) return std::nullopt;
    const auto month = small_number(word.substr(1));
    if (!month || *month < 1 || *month > 12) return std::nullopt;
    const auto year = year_behind(words, at + 1);
    if (!year) return std::nullopt;
    return Part{*month, *month, year->year, year->end};
}

std::size_t link_at(const Words& words, std::size_t at)
{
    for (const auto* link : {",", "-", "+", "va", "den het", "den", "toi", "hoac", "&"}) {
        if (const auto end = words.match(at, link)) return end;
    }
    return 0;
}

}  // namespace

std::optional<int> year_at(const Words& words, std::size_t at)
{
    if (at >= words.size() || !words[at].digits || words[at].folded.size() != 4) {
        return std::nullopt;
    }
    const auto year = small_number(words[at].folded);
    return year && *year >= 1990 && *year <= 2100 ? year : std::nullopt;
}

std::size_t next_end(const Words& words, std::size_t at)
{
    // "tháng sáu" folds to "thang sau" as well.
    if (words.is(at, "sau") && text::lower(words.slice(at, at + 1)) != "sau") return 0;
    for (const auto* phrase :
         {"sau", "ke tiep", "tiep theo", "tiep sau", "lien ke", "lien sau", "toi"}) {
        if (const auto end = words.match(at, phrase)) return end;
    }
    return 0;
}

std::optional<DateHit> date_at(const Words& words, std::size_t at, int year)
{
    if (words.is(at, "ngay")) ++at;
    const auto day = number_up_to(words, at, 31);
    if (!day) return std::nullopt;
    auto next = at + 1;
    const bool spelled = words.is(next, "thang");
    if (!spelled && !words.is(next, "/") && !words.is(next, "-") && !words.is(next, ".")) {
        return std::nullopt;
    }
    const auto separator = words[next].folded;
    const auto month = number_up_to(words, next + 1, 12);
    if (!month) return std::nullopt;
    next += 2;
    int full_year = year;
    if (spelled) {
        if (const auto behind = year_behind(words, next)) {
            full_year = behind->year;
            next = behind->end;
        }
    } else if (words.is(next, separator)) {
        const auto printed = year_at(words, next + 1);
        if (!printed) return std::nullopt;
        full_year = *printed;
        next += 2;
    } else if (separator != "/") {
        return std::nullopt;  // "10-12" is a range, "2.5" a figure
    } else if (const auto named = words.is(next, "nam") ? year_at(words, next + 1) : std::nullopt) {
        full_year = *named;
        next += 2;
    }
    const auto later = words.is(next, "nam") ? next_end(words, next + 1) : 0;
    if (later != 0 && year != 0) {
        full_year = year + 1;
        next = later;
    }
    const auto date = Date::create(full_year, *month, *day);
    if (!date) return std::nullopt;
    return DateHit{*date, next};
}

/// "từ", "trong", "các" before a month or quarter: the word behind.
static std::size_t behind_opening(const Words& words, std::size_t at)
{
    if (words.is(at, "tu")) ++at;
    if (words.is(at, "trong") || words.is(at, "vao")) ++at;
    return words.is(at, "cac") ? at + 1 : at;
}

/// The month or quarter at `at`; in a run of `quarters` the word "quý" may stand once.
static std::optional<Part> part_at(const Words& words, std::size_t at, bool quarters)
{
    if (const auto part = short_month(words, at)) return part;
    const bool quarter = is_quarter(words, at) || (quarters && !words.is(at, "thang"));
    if (is_quarter(words, at) || words.is(at, "thang")) ++at;
    return quarter ? quarter_part(words, at) : month_part(words, at);
}

/// The last part of a run that `first` begins.
struct Run {
    Part last{};
    bool gaps{};
};
static Run run_from(const Words& words, const Part& first, bool quarters)
{
    constexpr int longest = 12;
    Run run{first, false};
    for (int i = 0; i < longest; ++i) {
        const auto link = link_at(words, run.last.end);
        const auto next = link == 0 ? std::nullopt : part_at(words, link, quarters);
        if (!next) break;
        const bool listed = words.is(run.last.end, ",") || words.is(run.last.end, "va");
        run.gaps = run.gaps || (listed && next->first > run.last.last + 1);
        run.last = *next;
    }
    return run;
}

std::optional<SpanHit> span_at(const Words& words, std::size_t at, int year)
{
    at = behind_opening(words, at);
    const bool quarters = is_quarter(words, at);
    if (!quarters && !words.is(at, "thang") && !short_month(words, at)) return std::nullopt;
    const auto first = part_at(words, at, quarters);
    if (!first) return std::nullopt;
    const auto [last, gaps] = run_from(words, *first, quarters);
    const int printed = last.year != 0 ? last.year : first->year;
    const int last_year = printed != 0 ? printed : year;
    const int first_year = first->year != 0 ? first->year : last_year;
    const auto from = Date::create(first_year, first->first, 1);
    if (last_year < 1 || last_year > 9999) return std::nullopt;
    const auto to = Date::create(last_year, last.last, days_in_month(last_year, last.last));
    if (!from || !to || *to < *from) return std::nullopt;
    return SpanHit{*from, *to, last.end, gaps};
}

std::optional<PeriodHit> period_at(const Words& words, std::size_t at)
{
    const auto named = [&](std::size_t place) -> std::optional<PeriodHit> {
        if (words.is(place, "tuan")) return PeriodHit{Period::week, place + 1, 0};
        if (words.is(place, "thang")) return PeriodHit{Period::month, place + 1, 1};
        if (is_quarter(words, place)) return PeriodHit{Period::quarter, place + 1, 3};
        if (words.is(place, "nam")) return PeriodHit{Period::year, place + 1, 12};
        return std::nullopt;
    };
    if (const auto hit = named(at)) return hit;
    const auto number = number_at(words, at);
    if (!number || !number->whole || number->value < 1 || number->value > 12) return std::nullopt;
    const int count = static_cast<int>(number->value);
    auto hit = named(number->end);
    if (!hit || count == 1) return hit;
    if (hit->period != Period::month) return std::nullopt;
    hit->period = Period::none;
    hit->months = count;
    return hit;
}

std::optional<PeriodHit> every_at(const Words& words, std::size_t at)
{
    if (!words.is(at, "hang") && !words.is(at, "moi")) return std::nullopt;
    if (words.is(at + 1, "ngay")) return std::nullopt;
    // "mới", "mọi" fold to "moi" too, but no period follows them.
    return period_at(words, at + 1);
}

}  // namespace caicach::plan::importer
