#include "plan/importer/metric_subjects.hpp"

#include <algorithm>
#include <string>
#include <string_view>

#include "text/text.hpp"

namespace caicach::plan::importer
{
namespace
{

/// "cấp tỉnh", "cấp xã" at `at`: the word behind, 0 where none stands.
std::size_t level_end(const Words& words, std::size_t at)
{
    for (const auto* level : {"cap tinh", "cap huyen", "cap xa", "cap so", "cap thanh pho",
                              "cap trung uong", "cap co so"}) {
        if (const auto end = words.match(at, level)) return end;
    }
    return 0;
}

/// The first level that stands in [from, to).
std::string level_in(const Words& words, std::size_t from, std::size_t to)
{
    for (auto at = from; at < to; ++at) {
        const auto end = level_end(words, at);
        if (end != 0 && end <= to) return std::string{words.slice(at, end)};
    }
    return {};
}

/// "thủ tục được công bố" behind "100%": up to a mark, a few words at most.
std::string words_behind(const Words& words, std::size_t from, std::size_t to)
{
    constexpr std::size_t longest = 16;
    constexpr std::size_t fewest = 2;
    if (words.match(from, "tro len") != 0 || words.match(from, "tro xuong") != 0) from += 2;
    auto end = from;
    while (end < std::min(to, from + longest) && words[end].letters && !words[end].digits &&
           !words.is(end, "va") && !words.is(end, "theo") && words.match(end, "so voi") == 0) {
        ++end;
    }
    return end < from + fewest ? std::string{} : std::string{words.slice(from, end)};
}

/// "tỷ lệ thanh toán trực tuyến đạt" before "60%"; nothing where no "đạt" or colon ends it.
std::string words_before(const Words& words, std::size_t from, std::size_t to)
{
    constexpr std::size_t longest = 20;
    while (from < to && !words[from].letters) ++from;
    for (const auto* link : {"trong do", "va", "phan dau"}) {
        if (const auto behind = words.match(from, link)) from = behind;
    }
    for (auto at = from; at < std::min(to, from + longest); ++at) {
        if (words.is(at, ";") || words.is(at, ".")) from = at + 1;
        if (const auto behind = words.match(at, "trong do")) from = at = behind;
        // "đất" folds to the same.
        const bool reaches = words.is(at, "dat") && text::lower(words.slice(at, at + 1)) == "đạt";
        const bool ends = reaches || words.is(at, ":");
        if (ends && at > from + 1) return std::string{words.slice(from, at)};
    }
    return {};
}

std::string words_of(const Words& words, std::size_t before, const MetricPlace& place,
                     std::size_t after)
{
    auto behind = words_behind(words, place.end, after);
    return behind.empty() ? words_before(words, before, place.number) : behind;
}

}  // namespace

void give_subjects(const Words& words, const std::vector<MetricPlace>& places,
                   std::vector<Metric>& metrics)
{
    if (metrics.size() < 2 || places.size() != metrics.size()) return;
    constexpr std::size_t beside = 8;
    const auto first = places.front().number;
    const bool before = !level_in(words, first > beside ? first - beside : 0, first).empty();
    for (std::size_t i = 0; i < metrics.size(); ++i) {
        if (!metrics[i].subject.empty()) continue;
        const auto after = i + 1 < places.size() ? places[i + 1].number : words.size();
        const auto begin = i == 0 ? 0 : places[i - 1].end;
        metrics[i].subject = before ? level_in(words, begin, places[i].number)
                                    : level_in(words, places[i].end, after);
        if (metrics[i].subject.empty() && !before) {
            metrics[i].subject = words_of(words, begin, places[i], after);
        }
    }
}

}  // namespace caicach::plan::importer
