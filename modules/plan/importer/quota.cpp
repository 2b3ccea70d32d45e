#include "plan/importer/quota.hpp"

#include <algorithm>
#include <cmath>
#include <optional>

#include "plan/importer/dates.hpp"
#include "plan/importer/quota_words.hpp"
#include "plan/importer/words.hpp"
#include "text/text.hpp"

namespace caicach::plan::importer
{
namespace
{

/// How far the count may stand from the period it belongs to.
constexpr std::size_t reach = 9;

/// "2 lượt/ngày": days have no period of their own, so the year counts them.
std::optional<std::pair<Quota, std::size_t>> count_a_day(const Words& words, std::size_t at,
                                                         const Count& count)
{
    constexpr int days = 365;
    auto link = count.end + 1;
    while (link < count.end + 3 && link < words.size() && words[link].letters) ++link;
    if (!words.is(link, "/") || !words.is(link + 1, "ngay")) return std::nullopt;
    Quota quota;
    quota.count = count.value * days;
    quota.per = Period::year;
    quota.unit = unit_between(words, count.end, link);
    quota.at_least = says_at_least(words, at) || count.range;
    return std::pair{quota, link + 2};
}

/// A mark at `at` ends what is said of a count.
bool ends_count(const Words& words, std::size_t at)
{
    return words.is(at, ";") || words.is(at, ".") || words.is(at, ":") || words[at].digits;
}

/// What stands at `at`, behind a number, can be counted. "Đề án 06; thường xuyên trong năm": behind
/// a mark another matter begins.
bool is_counted(const Words& words, std::size_t at)
{
    return !is_measure(words, at) && !words.is(at, ";") && !words.is(at, ",");
}

/// "02 tin, 01 bài/tháng": pieces of news may be listed with a comma, "01 ngày, 02 lần/năm" not.
bool is_news(std::string_view unit)
{
    static constexpr std::string_view pieces[] = {"tin",   "bai",        "bai viet", "phong su",
                                                  "anh",   "video",      "clip",     "tin anh",
                                                  "trang", "chuyen muc", "ban tin",  "chuyen de"};
    const auto folded = text::fold(text::trim(unit));
    return std::ranges::find(pieces, folded) != std::end(pieces);
}

std::optional<std::pair<Quota, std::size_t>> count_first(const Words& words, std::size_t at);

/// "02 tin và 01 phóng sự/tháng": the period of the second count, at `link`, is the first's too.
/// The answer ends before the second.
// NOLINTNEXTLINE(misc-no-recursion): each step goes on to a later word
std::optional<std::pair<Quota, std::size_t>> joined_count(const Words& words, std::size_t at,
                                                          const Count& count, std::size_t link)
{
    const bool joined = words.is(link - 1, "va") ||
                        (words.is(link - 1, ",") && is_news(words.slice(count.end, link - 1)));
    if (!joined || link < count.end + 2) return std::nullopt;
    auto second = count_first(words, link);
    if (!second) return std::nullopt;
    auto quota = second->first;
    const int value = small_number(words[link].folded).value_or(1);
    // A period without a name of its own has multiplied its count.
    quota.count = count.value * std::max(1, quota.count / std::max(1, value));
    quota.unit = unit_between(words, count.end, link - 1);
    quota.at_least = says_at_least(words, at) || count.range;
    return std::pair{quota, link};
}

/// "01 số/tháng", "02 tin, bài mỗi tháng", "01 lần/6 tháng".
// NOLINTNEXTLINE(misc-no-recursion): joined_count
std::optional<std::pair<Quota, std::size_t>> count_first(const Words& words, std::size_t at)
{
    const auto number = count_at(words, at);
    if (!number || !is_counted(words, number->end)) return std::nullopt;
    if (auto daily = count_a_day(words, at, *number)) return daily;
    for (auto link = number->end + 1; link < words.size() && link <= number->end + reach; ++link) {
        if (ends_count(words, link)) return joined_count(words, at, *number, link);
        const auto period = period_behind(words, link);
        if (!period) continue;
        // "…, mỗi quý 01 phóng sự": this period belongs to the next number.
        if (words.is(link - 1, ",") && count_at(words, period->end)) break;
        const bool least = says_at_least(words, at) || number->range;
        // "02 nhiệm vụ trong năm 2024" names the year, it does not repeat; "ít nhất 02 …" does.
        if (year_at(words, period->end) && !words.is(link, "/") && !least) break;
        Quota quota;
        quota.count = number->value;
        quota.unit = unit_between(words, number->end, link);
        quota.at_least = least || words.match(period->end, "tro len") != 0;
        if (!set_period(quota, *period)) return std::nullopt;
        return std::pair{quota, period->end};
    }
    return std::nullopt;
}

/// Where the unit of a count ends: before a verb, a mark, or what tells more.
std::size_t unit_end(const Words& words, std::size_t at)
{
    static constexpr std::string_view stops[] = {
        "tro", "duoc", "ve",    "tren",  "cho", "tai", "voi",  "co",  "phat",  "de",
        "tu",  "o",    "tuyen", "trong", "do",  "va",  "lien", "gui", "truoc", "cham"};
    const auto begin = at;
    while (at < words.size() && at < begin + 5) {
        const auto& word = words[at];
        const bool slash = word.folded == "/" && at + 1 < words.size() && words[at + 1].letters;
        const bool comma = word.folded == "," && at + 1 < words.size() &&
                           (words.is(at + 1, "bai") || words.is(at + 1, "clip"));
        if (!word.letters && !slash && !comma) break;
        const bool theme = at > begin && words.is(at, "de") && words.is(at - 1, "chuyen");
        if (!theme && std::ranges::find(stops, word.folded) != std::end(stops)) break;
        ++at;
    }
    return at;
}

/// "mỗi tháng thực hiện 01 chuyên mục": no more than a verb stands between.
bool is_near(const Words& words, std::size_t period, std::size_t number)
{
    constexpr std::size_t verb = 3;
    if (number > period + verb) return false;
    for (auto at = period; at < number; ++at) {
        if (!words[at].letters && number > period + 1) return false;
    }
    return true;
}

/// "mỗi tháng", "trong năm", "trong năm 2026" before a count.
std::optional<PeriodHit> period_opening(const Words& words, std::size_t at)
{
    if (const auto every = every_at(words, at)) return every;
    if (const auto whole = whole_years_end(words, at)) return PeriodHit{Period::whole, whole, 0};
    const auto end = words.match(at, "trong nam");
    if (end == 0) return std::nullopt;
    return PeriodHit{Period::year, year_at(words, end) ? end + 1 : end, 12};
}

/// "mỗi tháng có ít nhất 01 tin/bài", "Trong năm ít nhất có từ 03 tin, bài trở lên".
std::optional<std::pair<Quota, std::size_t>> period_first(const Words& words, std::size_t at)
{
    const auto period = period_opening(words, at);
    if (!period) return std::nullopt;
    constexpr std::size_t sentence_reach = 30;
    for (auto place = period->end; place < words.size() && place <= period->end + sentence_reach;
         ++place) {
        if (words.is(place, ";") || words.is(place, ".")) break;
        const auto number = count_at(words, place);
        if (!number || words.is(place - 1, "ngay") || words.is(place - 1, "so")) continue;
        if (is_measure(words, number->end)) break;
        const bool near = is_near(words, period->end, place);
        const bool least = says_at_least(words, place);
        if (!near && !least) break;
        // "mỗi tháng 01 tin/tuần": the nearer period counts, and is found by itself. That of
        // another number ("mỗi tháng 01 tin, 12 tin/năm") is no nearer.
        const auto nearer = count_first(words, place);
        if (nearer && !words.is(nearer->second - 1, ",") && !words.is(nearer->second - 1, "va"))
            return nearer;
        Quota quota;
        quota.count = number->value;
        const auto end = unit_end(words, number->end);
        quota.unit = unit_between(words, number->end, end);
        quota.at_least = least || number->range;
        if (quota.unit.empty() || !set_period(quota, *period)) return std::nullopt;
        return std::pair{quota, end};
    }
    return std::nullopt;
}

/// "02 tuần một lần": so many in the period in which it comes back about so often.
bool set_rhythm(Quota& quota, Period period, int length)
{
    if (period == Period::month) return set_period(quota, {Period::none, 0, length});
    if (period == Period::week) {
        constexpr int weeks_a_month = 4;
        constexpr int weeks_a_quarter = 13;
        const bool in_month = length <= 2 || length == weeks_a_month;
        quota.per = in_month ? Period::month : Period::quarter;
        quota.count *= std::max(1, (in_month ? weeks_a_month : weeks_a_quarter) / length);
        return true;
    }
    quota.per = Period::year;
    quota.count = quota.count * times_a_year(period) / length;
    return quota.count > 0;
}

/// "6 tháng/lần", "hai tháng một lần", "02 tuần/01 lần".
std::optional<std::pair<Quota, std::size_t>> once_in(const Words& words, std::size_t at)
{
    const auto number = number_at(words, at);
    if (!number || !number->whole || number->value < 1 || number->value > 12) return std::nullopt;
    const auto period = period_at(words, number->end);
    if (!period || period->period == Period::none) return std::nullopt;
    auto place = period->end;
    if (words.is(place, "/")) ++place;
    double times = 1;
    if (const auto count = number_at(words, place)) {
        times = count->value;
        place = count->end;
    }
    if (!words.is(place, "lan") && !words.is(place, "ky") && !words.is(place, "so")) {
        return std::nullopt;
    }
    const int length = static_cast<int>(number->value);
    Quota quota;
    quota.unit = std::string{words.slice(place, place + 1)};
    quota.at_least = says_at_least(words, at);
    quota.per = period->period;
    quota.count = static_cast<int>(times);
    if (length > 1 && !set_rhythm(quota, period->period, length)) return std::nullopt;
    if (quota.count < 1) return std::nullopt;
    return std::pair{quota, place + 1};
}

/// "Định kỳ 6 tháng, tổ chức giao ban": twice a year. "… 6 tháng, năm" are two periods, and in "báo
/// cáo định kỳ 6 tháng" it is the name of the report.
std::optional<std::pair<Quota, std::size_t>> every_months(const Words& words, std::size_t at)
{
    const auto told = words.match(at, "dinh ky");
    const auto period = told != 0 ? period_at(words, told) : std::nullopt;
    if (!period || period->months <= 0 || period->period != Period::none) return std::nullopt;
    const bool report =
        at >= 2 && (words.match(at - 2, "bao cao") != 0 || words.is(at - 1, "cchc"));
    const auto next = period->end + (words.is(period->end, ",") ? 1 : 0);
    for (const auto* more : {"nam", "hang", "va", "dau", "cuoi", "mot", "1", "01", "/"}) {
        if (words.is(next, more)) return std::nullopt;
    }
    Quota quota;
    quota.count = 1;
    quota.unit = "lần";
    if (report || !set_period(quota, *period)) return std::nullopt;
    return std::pair{quota, period->end};
}

/// "Trên kênh phát thanh: 1 số/tuần": what the quota is about, in its own part of the text.
std::string subject_before(const Words& words, std::size_t at)
{
    auto colon = at;
    while (colon > 0 && !words.is(colon, ":")) {
        if (words.is(colon, ";") || words.is(colon, ".")) return {};
        --colon;
    }
    if (!words.is(colon, ":")) return {};
    auto begin = colon;
    while (begin > 0 && !words.is(begin - 1, ";") && !words.is(begin - 1, ".") &&
           !words.is(begin - 1, ":") && !words.is(begin - 1, "+")) {
        --begin;
    }
    for (const auto* opening : {"doi voi", "tren", "tai"}) {
        if (const auto end = words.match(begin, opening)) begin = end;
    }
    return std::string{words.slice(begin, colon)};
}

}  // namespace

double per_year(const Quota& quota) { return quota.count * times_a_year(quota.per); }

bool says_as_much(const Quota& one, const Quota& other)
{
    // What is asked of all years says nothing of one.
    if ((one.per == Period::whole) != (other.per == Period::whole)) return false;
    if (one.per == Period::whole && one.count != other.count) return false;
    if (std::abs(per_year(one) - per_year(other)) >= 0.5) return false;
    const auto unit = text::fold(one.unit);
    const auto same = text::fold(other.unit);
    const auto plain = [](std::string_view word) {
        return word.empty() || word == "lan" || word == "ky" || word == "so" || word == "dot";
    };
    return plain(unit) || plain(same) || unit.starts_with(same) || same.starts_with(unit);
}

std::vector<QuotaPlace> quota_places(const Words& words)
{
    std::vector<QuotaPlace> places;
    for (std::size_t at = 0; at < words.size();) {
        auto found = once_in(words, at);
        if (!found) found = every_months(words, at);
        if (!found) found = period_first(words, at);
        if (!found) found = count_first(words, at);
        if (!found) {
            ++at;
            continue;
        }
        auto& [quota, end] = *found;
        quota.subject = subject_before(words, at);
        end = std::max(end, at + 1);
        places.push_back({std::move(quota), at, end});
        at = end;
    }
    return places;
}

std::vector<Quota> quotas_in(std::string_view text)
{
    const Words words{text};
    std::vector<Quota> quotas;
    for (auto& [quota, begin, end] : quota_places(words)) {
        const auto other = std::ranges::find_if(quotas, [&quota](const Quota& one) {
            return (one.subject == quota.subject || quota.subject.empty()) &&
                   says_as_much(one, quota);
        });
        if (other == quotas.end()) {
            quotas.push_back(std::move(quota));
        } else if (times_a_year(other->per) < times_a_year(quota.per)) {
            // "12 chuyên đề/năm, mỗi tháng 01 chuyên đề": whoever owes one a month is short in May.
            other->count = quota.count;
            other->per = quota.per;
        }
    }
    if (quotas.size() == 1) quotas.front().subject.clear();
    return quotas;
}

}  // namespace caicach::plan::importer
