#include "plan/importer/near_duplicates.hpp"

#include <algorithm>
#include <string>
#include <unordered_map>

#include "plan/importer/words.hpp"

namespace caicach::plan::importer
{
namespace
{

constexpr std::size_t shingle_words = 3;
/// Of the shorter text; what asks for the same number need share less.
constexpr double shared_with_number = 0.4;
constexpr double shared_alone = 0.75;
constexpr std::size_t fewest_shingles = 8;
/// A run of words that so many items have tells none of them apart.
constexpr std::size_t commonest = 24;

/// Runs of three words, each once.
std::vector<std::string> shingles_of(std::string_view text)
{
    const Words words{text};
    std::vector<std::string> told;
    for (std::size_t at = 0; at < words.size(); ++at) {
        if (words[at].letters) told.push_back(words[at].folded);
    }
    std::vector<std::string> shingles;
    for (std::size_t at = 0; at + shingle_words <= told.size(); ++at) {
        shingles.push_back(told[at] + ' ' + told[at + 1] + ' ' + told[at + 2]);
    }
    std::ranges::sort(shingles);
    const auto again = std::ranges::unique(shingles);
    shingles.erase(again.begin(), again.end());
    return shingles;
}

bool same_number(const ImportedItem& a, const ImportedItem& b)
{
    const auto same_quota = [](const Quota& x, const Quota& y) {
        return x.count == y.count && x.per == y.per;
    };
    const auto same_metric = [](const Metric& x, const Metric& y) {
        return x.op == y.op && x.value == y.value && x.unit == y.unit;
    };
    return (!a.quotas.empty() && std::ranges::equal(a.quotas, b.quotas, same_quota)) ||
           (!a.metrics.empty() && std::ranges::equal(a.metrics, b.metrics, same_metric));
}

/// Earlier item → runs of words shared with it.
using Shared = std::unordered_map<std::size_t, std::size_t>;

/// The one of the earlier items that is near enough to item `i`, the nearest first.
std::optional<std::size_t> nearest_of(const std::vector<ImportedItem>& items,
                                      const std::vector<std::size_t>& sizes, const Shared& shared,
                                      std::size_t i)
{
    std::optional<std::size_t> nearest;
    double best = 0;
    for (const auto& [other, count] : shared) {
        const auto shorter = std::min(sizes[i], sizes[other]);
        if (shorter < fewest_shingles) continue;
        const auto share = static_cast<double>(count) / static_cast<double>(shorter);
        const bool numbered = same_number(items[i], items[other]);
        if (share < (numbered ? shared_with_number : shared_alone)) continue;
        if (nearest && (share < best || (share == best && other > *nearest))) continue;
        best = share;
        nearest = other;
    }
    return nearest;
}

}  // namespace

std::vector<std::optional<std::size_t>> near_duplicates(const std::vector<ImportedItem>& items)
{
    std::vector<std::optional<std::size_t>> nearest(items.size());
    std::vector<std::size_t> sizes(items.size());
    std::unordered_map<std::string, std::vector<std::size_t>> seen;
    for (std::size_t i = 0; i < items.size(); ++i) {
        const auto shingles = shingles_of(items[i].title);
        sizes[i] = shingles.size();
        Shared shared;
        for (const auto& shingle : shingles) {
            auto& holders = seen[shingle];
            for (const auto other : holders) ++shared[other];
            if (holders.size() < commonest) holders.push_back(i);
        }
        if (items[i].type != ItemType::topic) nearest[i] = nearest_of(items, sizes, shared, i);
    }
    return nearest;
}

}  // namespace caicach::plan::importer
