#include "plan/importer/quota_words.hpp"

#include <algorithm>
#include <string_view>

#include "text/text.hpp"

namespace caicach::plan::importer
{

static constexpr int count_max = 10'000;

int times_a_year(Period period)
{
    switch (period) {
        case Period::week:
            return 52;
        case Period::month:
            return 12;
        case Period::quarter:
            return 4;
        case Period::half:
            return 2;
        case Period::year:
            return 1;
        case Period::none:
        case Period::whole:
            break;
    }
    return 0;
}

bool set_period(Quota& quota, const PeriodHit& hit)
{
    quota.per = hit.period;
    if (hit.period != Period::none) return true;
    if (hit.months <= 0 || 12 % hit.months != 0) return false;
    // The shortest period of which it is a part: what is owed once a year is missed only then.
    constexpr int quarter = 3;
    constexpr int half = 6;
    const int length = hit.months == quarter ? quarter : half % hit.months == 0 ? half : 12;
    quota.per = length == quarter ? Period::quarter : length == half ? Period::half : Period::year;
    quota.count *= length / hit.months;
    return true;
}

bool says_at_least(const Words& words, std::size_t number)
{
    for (std::size_t back = 1; back <= 4 && back <= number; ++back) {
        const auto at = number - back;
        if (words.match(at, "it nhat") != 0 || words.match(at, "toi thieu") != 0 ||
            words.match(at, "khong duoi") != 0 || words.is(at, "≥") ||
            words.match(at, "khong it hon") != 0 || (back == 1 && words.is(at, "tren"))) {
            return true;
        }
        if (words[at].digits || words.is(at, ";")) break;
    }
    return false;
}

std::optional<Count> count_at(const Words& words, std::size_t at)
{
    const auto number = number_at(words, at);
    if (!number || !number->whole || number->value < 1 || number->value > count_max) {
        return std::nullopt;
    }
    if (year_at(words, at) || words.is(number->end, "%")) return std::nullopt;
    Count count{static_cast<int>(number->value), number->end, false};
    if (!words.is(count.end, "-") && !words.is(count.end, "den")) return count;
    const auto upper = number_at(words, count.end + 1);
    if (!upper || !upper->whole || upper->value <= number->value || words.is(upper->end, "/")) {
        return count;
    }
    return Count{count.value, upper->end, true};
}

bool is_measure(const Words& words, std::size_t at)
{
    return words.is(at, "phut") || words.is(at, "giay") || words.is(at, "ngay") ||
           words.is(at, "gio") || words.is(at, "thang") || words.is(at, "nam") ||
           words.is(at, "dong") || words.is(at, "trieu");
}

std::string unit_between(const Words& words, std::size_t from, std::size_t to)
{
    // "1 số (chuyên mục)/tuần": what stands in brackets explains the unit.
    for (auto at = from; at < to; ++at) {
        if (words.is(at, "(")) {
            to = at;
            break;
        }
    }
    return std::string{text::trim(words.slice(from, to))};
}

std::size_t whole_years_end(const Words& words, std::size_t at)
{
    const auto end = words.match(at, words.is(at, "trong") ? "trong ca giai doan" : "ca giai doan");
    if (end == 0 || !year_at(words, end)) return end;
    const auto last = words.is(end + 1, "-") || words.is(end + 1, "den") ? end + 2 : end;
    return year_at(words, last) ? last + 1 : end + 1;
}

std::optional<PeriodHit> period_behind(const Words& words, std::size_t link)
{
    if (const auto whole = whole_years_end(words, link + (words.is(link, "/") ? 1 : 0)))
        return PeriodHit{Period::whole, whole, 0};
    static constexpr std::string_view links[] = {"/", "moi", "mot", "hang", "trong", "tren"};
    const bool named = std::ranges::any_of(links, [&](auto word) { return words.is(link, word); });
    if (!named || (words.is(link, "mot") && words.is(link + 1, "lan"))) return std::nullopt;
    const auto period = period_at(words, link + 1);
    // "trong 6 tháng cuối năm" comes once a year.
    if (period && period->period == Period::none &&
        (words.match(period->end, "dau nam") != 0 || words.match(period->end, "cuoi nam") != 0))
        return std::nullopt;
    // "trong tháng 8", "trong quý II" name the month and the quarter.
    const bool names = period && period->period != Period::year && period->end < words.size() &&
                       (words[period->end].digits ||
                        roman_value(words.slice(period->end, period->end + 1)).has_value());
    return names && !words.is(link, "/") ? std::nullopt : period;
}

}  // namespace caicach::plan::importer
