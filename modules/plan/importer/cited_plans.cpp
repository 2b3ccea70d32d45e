#include "plan/importer/cited_plans.hpp"

#include <algorithm>

#include "plan/importer/dates.hpp"
#include "plan/importer/lexicon.hpp"
#include "plan/importer/limits.hpp"
#include "text/text.hpp"

namespace caicach::plan::importer
{
namespace
{

constexpr std::string_view short_reform = "cchc";
constexpr std::string_view long_reform = "cai cach hanh chinh";

/// Folded words parted by blanks, with the one short form that every plan uses written out.
std::string told(const Words& words, std::size_t from, std::size_t to)
{
    std::string out;
    for (auto at = from; at < std::min(to, words.size()); ++at) {
        if (!words[at].letters) continue;
        out += ' ';
        out += words[at].folded == short_reform ? long_reform : words[at].folded;
    }
    return out + ' ';
}

/// Verbs that a plan already standing can be the object of; "ban hành Kế hoạch" makes one.
bool is_governed(const Words& words, std::size_t at)
{
    for (const auto* verb : {"thuc hien", "trien khai", "can cu"}) {
        if (at >= 2 && words.match(at - 2, verb) == at) return true;
    }
    return at >= 1 && words.is(at - 1, "theo");
}

/// "năm 2026", "giai đoạn 2021 - 2025": the end of the name, 0 where no year stands in it.
std::size_t year_end(const Words& words, std::size_t at)
{
    constexpr std::size_t longest = 20;
    for (auto place = at; place < words.size() && place < at + longest; ++place) {
        if (!words[place].letters) return 0;
        if (!year_at(words, place)) continue;
        const bool period = words.is(place + 1, "-") && year_at(words, place + 2).has_value();
        return place + (period ? 3 : 1);
    }
    return 0;
}

/// "… ban hành kèm theo Quyết định số 12": the number stands behind the name.
bool numbered_behind(const Words& words, std::size_t at)
{
    constexpr std::size_t reach = 12;
    for (auto place = at; place < words.size() && place < at + reach; ++place) {
        if (words.is(place, ";") || words.is(place, ".")) return false;
        if (words.is(place, "so") || words.match(place, "ban hanh") != 0) return true;
    }
    return false;
}

}  // namespace

CitedPlans::CitedPlans(std::string_view own_title)
{
    const Words words{own_title};
    m_own_title = told(words, 0, words.size());
}

void CitedPlans::describe(const Words& words, std::size_t at)
{
    constexpr std::size_t longest = 40;
    if (m_described.size() >= limits::references_max) return;
    auto end = at;
    while (end < words.size() && end < at + longest && !words.is(end, ";")) ++end;
    m_described.push_back(told(words, at, end));
}

bool CitedPlans::describes(const std::string& about, const std::string& year) const
{
    return std::ranges::any_of(m_described, [&](const std::string& text) {
        return text.find(about) != std::string::npos && text.find(year) != std::string::npos;
    });
}

bool CitedPlans::was_described(const Words& words, std::size_t from, std::size_t to) const
{
    const auto subject = words.match(from, "ke hoach");
    if (subject == 0) return false;
    for (auto at = subject; at < std::min(to, words.size()); ++at) {
        if (!year_at(words, at)) continue;
        const auto about = words.is(at - 1, "nam") ? at - 1 : at;
        return about > subject &&
               describes(told(words, from, std::min(subject + 3, about)), told(words, at, at + 1));
    }
    return false;
}

std::size_t CitedPlans::name_end(const Words& words, std::size_t at) const
{
    const auto subject = words.match(at, "ke hoach");
    if (subject == 0 || !words[at].capital || words[subject - 1].capital) return 0;
    if (subject >= words.size() || is_connective(text::lower(words.slice(subject, subject + 1)))) {
        return 0;
    }
    const auto end = is_governed(words, at) ? year_end(words, subject) : 0;
    if (end == 0 || end < subject + 4 || numbered_behind(words, end)) return 0;
    const auto about = told(words, subject, subject + 3);
    const auto year = told(words, end - 1, end);
    if (m_own_title.starts_with(about) && m_own_title.find(year) != std::string::npos) return 0;
    return describes(about, year) ? 0 : end;
}

}  // namespace caicach::plan::importer
