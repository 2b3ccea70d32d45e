#include "plan/importer/left_out.hpp"

#include <algorithm>

#include "plan/importer/dates.hpp"
#include "plan/importer/time_points.hpp"
#include "plan/importer/words.hpp"

namespace caicach::plan::importer
{

/// The word behind "và", "," and the like at `at`; `at` itself where none stands.
static std::size_t behind_link(const Words& words, std::size_t at)
{
    while (words.is(at, ",") || words.is(at, ";") || words.is(at, "va") || words.is(at, "/") ||
           words.is(at, "truoc")) {
        ++at;
    }
    return at;
}

/// "ngày 15/6 và ngày 15/12": another date stands beside the one that was kept.
static bool names_further_date(const Words& words, Date kept)
{
    for (std::size_t at = 0; at < words.size(); ++at) {
        const auto date = date_at(words, at, kept.year());
        if (!date || date->date != kept) continue;
        const auto next = behind_link(words, date->end);
        const auto further = date_at(words, next, kept.year());
        if (next != date->end && further && further->date != kept) return true;
        at = date->end - 1;
    }
    return false;
}

/// "hằng quý, 6 tháng và năm": other periods stand beside the first.
static bool names_further_period(const Words& words)
{
    for (std::size_t at = 0; at < words.size(); ++at) {
        const auto every = every_at(words, at);
        if (!every) continue;
        const auto next = behind_link(words, every->end);
        return next != every->end && (period_at(words, next) || every_at(words, next));
    }
    return false;
}

/// "trước ngày 05/6 … và năm (trước ngày 05/12)": another day that limits stands further on.
static bool names_further_limit(const Words& words, std::optional<Date> kept, int year)
{
    for (std::size_t at = 0; at < words.size(); ++at) {
        if (!words.is(at, "truoc") && words.match(at, "cham nhat") == 0) continue;
        const auto date = date_at(words, limit_end(words, at), year);
        if (date && date->date != kept) return true;
    }
    return false;
}

/// "riêng tháng 12 trước ngày 10"
static bool names_exception(const Words& words)
{
    for (std::size_t at = 0; at < words.size(); ++at) {
        for (const auto* phrase : {"rieng thang", "rieng quy", "rieng nam"})
            if (words.match(at, phrase) != 0) return true;
    }
    return false;
}

bool leaves_times_out(std::string_view text, const Schedule& kept)
{
    const Words words{text};
    if (kept.kind == Schedule::Kind::deadline && kept.due) {
        return names_further_date(words, *kept.due) ||
               names_further_limit(words, kept.due, kept.due->year());
    }
    constexpr int any_year = 2000;
    if (kept.kind != Schedule::Kind::recurring) return false;
    // "trước ngày 15/01 năm sau" was kept as a day of each year.
    if (kept.every == Period::year && kept.month == DueMonth::after) return false;
    return names_further_period(words) || names_exception(words) ||
           names_further_limit(words, std::nullopt, any_year);
}

std::string_view weekday_in(std::string_view text)
{
    const Words words{text};
    for (std::size_t at = 0; at < words.size(); ++at) {
        if (weekday_told(words, at) != Period::week) continue;
        constexpr std::size_t day_and_every = 4;
        const auto last = std::min(at + day_and_every, words.size()) - 1;
        return text.substr(words[at].begin, words[last].end - words[at].begin);
    }
    return {};
}

bool names_lone_day(std::string_view text)
{
    const Words words{text};
    for (std::size_t at = 0; at < words.size(); ++at) {
        const auto begin = limit_end(words, at);
        if (begin != 0 && words.is(begin, "ngay") && day_alone(words).day != 0) return true;
    }
    return false;
}

bool leaves_day_out(std::string_view text, const Schedule& kept)
{
    const bool has_day = kept.day != 0 || kept.every == Period::week;
    if (kept.kind != Schedule::Kind::recurring || has_day) return false;
    const Words words{text};
    if (day_alone(words).day != 0) return true;
    for (std::size_t at = 0; at < words.size(); ++at) {
        for (const auto* phrase : {"sau khi het", "sau khi ket thuc", "ke tu khi ket thuc"})
            if (words.match(at, phrase) != 0) return true;
        const auto later = words.is(at, "nam") ? next_end(words, at + 1) : 0;
        if (later != 0 && kept.every == Period::year) return true;
    }
    return false;
}

/// "mỗi lần", "mỗi buổi" at `at`.
static bool names_round(const Words& words, std::size_t at)
{
    if (!words.is(at, "moi") || period_at(words, at + 1)) return false;
    for (const auto* round : {"lan", "ky", "so", "dot", "buoi", "cuoc"}) {
        if (words.is(at + 1, round)) return true;
    }
    return false;
}

/// The count in the few words from `at` on; "10 phút" is how long, "10-15" mostly too.
static std::optional<std::size_t> count_end(const Words& words, std::size_t at)
{
    constexpr std::size_t reach = 6;
    constexpr std::size_t unit = 4;
    for (auto place = at; place < words.size() && place < at + reach; ++place) {
        if (words.is(place, ";") || words.is(place, ".")) break;
        const auto number = number_at(words, place);
        if (!number) continue;
        for (const auto* length : {"phut", "giay", "gio", "-"}) {
            if (words.is(number->end, length)) return std::nullopt;
        }
        auto end = place + 1;
        while (end < words.size() && end < place + unit && words[end].letters) ++end;
        return end;
    }
    return std::nullopt;
}

std::string_view count_of_each_round(std::string_view text)
{
    const Words words{text};
    for (std::size_t at = 0; at + 1 < words.size(); ++at) {
        const auto end = names_round(words, at) ? count_end(words, at + 2) : std::nullopt;
        if (end) return text.substr(words[at].begin, words[*end - 1].end - words[at].begin);
    }
    return {};
}

std::string_view rhythm_in(std::string_view text)
{
    const Words words{text};
    for (std::size_t at = 0; at < words.size(); ++at) {
        const auto number = number_at(words, at);
        if (!number || number->value < 2 || !number->whole) continue;
        const bool weeks = words.is(number->end, "tuan");
        // A quarter and half a year have names of their own.
        const bool months =
            words.is(number->end, "thang") && number->value != 3 && number->value != 6;
        if (!weeks && !months) continue;
        auto end = number->end + 1;
        if (words.is(end, "/")) ++end;
        if (const auto times = number_at(words, end)) end = times->end;
        if (!words.is(end, "lan") && !words.is(end, "ky") && !words.is(end, "so")) continue;
        return text.substr(words[at].begin, words[end].end - words[at].begin);
    }
    return {};
}

bool states_range(std::string_view text)
{
    const Words words{text};
    for (std::size_t at = 0; at < words.size(); ++at) {
        const auto lower = number_at(words, at);
        if (!lower) continue;
        const auto link = lower->end + (words.is(lower->end, "%") ? 1 : 0);
        if (!words.is(link, "-") && !(words.is(link, "den") && at > 0 && words.is(at - 1, "tu"))) {
            continue;
        }
        const auto upper = number_at(words, link + 1);
        if (upper && words.is(upper->end, "%") && upper->value > lower->value) return true;
    }
    return false;
}

}  // namespace caicach::plan::importer
