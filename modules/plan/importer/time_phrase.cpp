#include "plan/importer/time_phrase.hpp"

#include <algorithm>
#include <unordered_set>
#include <utility>

#include "plan/importer/schedule.hpp"
#include "plan/importer/words.hpp"
#include "text/text.hpp"

namespace caicach::plan::importer
{
namespace
{

/// Words of two syllables, of which each alone may belong to a name: "Truyền thanh", "thủ tục".
constexpr std::pair<std::string_view, std::string_view> pairs[] = {
    {"hoàn", "thành"}, {"chậm", "nhất"},    {"muộn", "nhất"},
    {"định", "kỳ"},    {"thường", "xuyên"}, {"liên", "tục"}};

std::string lowered(const Words& words, std::size_t at)
{
    return at < words.size() ? text::lower(words.slice(at, at + 1)) : std::string{};
}

/// A word of which times are made, with its diacritics; a mark within a date or a list of quarters.
bool is_time_word(const Words& words, std::size_t at)
{
    static const std::unordered_set<std::string_view> known{
        "xong", "trước", "vào",  "trong", "ngày", "tháng", "quý",  "quí",  "năm",
        "đầu",  "cuối",  "đến",  "hết",   "từ",   "và",    "hằng", "hàng", "mỗi",
        "tuần", "cả",    "suốt", "giữa",  "là",   "/",     "-",    ","};
    if (words[at].digits) return true;
    const auto word = lowered(words, at);
    if (words[at].capital && at > 0) {
        // "tỉnh Quảng Nam trong quý I": a name is no time.
        return roman_value(words.slice(at, at + 1)) || word == "quý" || word == "tháng";
    }
    if (known.contains(word)) return true;
    return std::ranges::any_of(pairs, [&](const auto& pair) {
        return (word == pair.first && lowered(words, at + 1) == pair.second) ||
               (word == pair.second && at > 0 && lowered(words, at - 1) == pair.first);
    });
}

bool ends_part(const Words& words, std::size_t at)
{
    return at == words.size() || words.is(at, ",") || words.is(at, ";") || words.is(at, ".") ||
           words.is(at, ")");
}

/// The first word of the time that ends before word `end`; `end` where none does.
std::size_t time_begin(const Words& words, std::size_t end)
{
    auto begin = end;
    while (begin > 0 && is_time_word(words, begin - 1)) --begin;
    while (begin < end && !words[begin].letters) ++begin;
    return begin;
}

}  // namespace

TimeParted part_time(std::string_view text)
{
    const Words words{text};
    const std::string_view all = words.text();
    // The last part first: "thực hiện, hoàn thành trước ngày 30/6" is one time.
    for (auto end = words.size() + 1; end-- > 0;) {
        if (!ends_part(words, end)) continue;
        const auto begin = time_begin(words, end);
        constexpr int any_year = 2000;
        if (begin == end || !schedule_of(words.slice(begin, end), any_year)) continue;
        auto before = text::trim(all.substr(0, words[begin].begin));
        while (before.ends_with(',') || before.ends_with(';')) before.remove_suffix(1);
        const auto behind = end < words.size() ? all.substr(words[end].begin) : std::string_view{};
        return {std::string{before} + std::string{behind}, std::string{words.slice(begin, end)}};
    }
    return {std::string{text}, {}};
}

std::string_view time_caption(std::string_view text)
{
    constexpr std::size_t longest = 60;
    const auto colon = text.find(':');
    if (colon > longest || text::trim(text.substr(colon + 1)).empty()) return {};
    const auto caption = text::trim(text.substr(0, colon));
    const auto parted = part_time(caption);
    return !parted.time.empty() && text::trim(parted.rest).empty() ? caption : std::string_view{};
}

}  // namespace caicach::plan::importer
