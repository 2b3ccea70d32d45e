#include "newsroom/article/changes.hpp"

#include <algorithm>
#include <optional>

#include "newsroom/limits.hpp"

namespace caicach::newsroom
{
namespace
{

using Pieces = std::vector<std::string_view>;
using Reach = std::vector<int>;

/// Words with the blanks behind them; the end of a line is a piece of its own.
Pieces words_of(std::string_view text)
{
    Pieces words;
    words.reserve(text.size() / 4 + 1);
    while (!text.empty()) {
        std::size_t end = 1;
        if (text.front() != '\n') {
            end = std::min(text.find_first_of(" \n"), text.size());
            end = std::min(text.find_first_not_of(' ', end), text.size());
        }
        words.push_back(text.substr(0, end));
        text.remove_prefix(end);
    }
    return words;
}

/// Lines with their ends.
Pieces lines_of(std::string_view text)
{
    Pieces lines;
    lines.reserve(text.size() / 64 + 1);
    while (!text.empty()) {
        const auto line_end = text.find('\n');
        const auto end = line_end == std::string_view::npos ? text.size() : line_end + 1;
        lines.push_back(text.substr(0, end));
        text.remove_prefix(end);
    }
    return lines;
}

/// Appends; beside a part of its own kind it joins it. What comes stands behind what went, however
/// the two alternate between kept parts.
void put(std::vector<ChangedPart>& parts, Change change, std::string_view text)
{
    auto place = parts.end();
    const bool is_behind_added = !parts.empty() && parts.back().change == Change::added;
    if (change == Change::removed && is_behind_added) --place;
    if (place != parts.begin() && std::prev(place)->change == change)
        std::prev(place)->text += text;
    else
        parts.insert(place, {.change = change, .text = std::string(text)});
}

/// E. Myers, An O(ND) Difference Algorithm (1986): how far each diagonal reaches with so many
/// changes, all of them kept for the way back. Nothing where it takes more than `changes_max`.
std::optional<std::vector<Reach>> reaches(const Pieces& before, const Pieces& after,
                                          int changes_max)
{
    const auto old_size = static_cast<int>(before.size());
    const auto new_size = static_cast<int>(after.size());
    std::vector<Reach> kept;
    // Diagonal k stands at k + changes + 1: one more on either side spares asking for the ends.
    Reach last{0, 0, 0};
    for (int changes = 0; changes <= changes_max; ++changes) {
        Reach now(static_cast<std::size_t>(2 * changes + 3), 0);
        for (int k = -changes; k <= changes; k += 2) {
            const auto before_at = static_cast<std::size_t>(k + changes);
            const bool comes_down =
                k == -changes || (k != changes && last[before_at - 1] < last[before_at + 1]);
            int x = comes_down ? last[before_at + 1] : last[before_at - 1] + 1;
            while (x < old_size && x - k < new_size &&
                   before[static_cast<std::size_t>(x)] == after[static_cast<std::size_t>(x - k)])
                ++x;
            now[static_cast<std::size_t>(k + changes + 1)] = x;
            if (x < old_size || x - k < new_size) continue;
            kept.push_back(std::move(now));
            return kept;
        }
        kept.push_back(now);
        last = std::move(now);
    }
    return {};
}

/// One piece on the way from the old text to the new.
struct Step {
    Change change{};
    int place{};  ///< in the new text where it was added, else in the old
};

/// From the ends of both texts to their beginnings.
std::vector<Step> way_back(const std::vector<Reach>& kept, int old_size, int new_size)
{
    std::vector<Step> steps;
    steps.reserve(static_cast<std::size_t>(old_size) + static_cast<std::size_t>(new_size));
    int x = old_size;
    int k = old_size - new_size;
    for (auto changes = static_cast<int>(kept.size()) - 1; changes > 0; --changes) {
        const auto& last = kept[static_cast<std::size_t>(changes) - 1];
        const auto before_at = static_cast<std::size_t>(k + changes);
        const bool comes_down =
            k == -changes || (k != changes && last[before_at - 1] < last[before_at + 1]);
        const int from = comes_down ? last[before_at + 1] : last[before_at - 1];
        const int begin = comes_down ? from : from + 1;
        for (; x > begin; --x) steps.push_back({.change = Change::kept, .place = x - 1});
        k += comes_down ? 1 : -1;
        steps.push_back({.change = comes_down ? Change::added : Change::removed,
                         .place = comes_down ? from - k : from});
        x = from;
    }
    for (; x > 0; --x) steps.push_back({.change = Change::kept, .place = x - 1});
    return steps;
}

std::optional<std::vector<ChangedPart>> changes_of(const Pieces& before, const Pieces& after)
{
    const auto kept = reaches(before, after, limits::changes_max);
    if (!kept) return {};
    auto steps = way_back(*kept, static_cast<int>(before.size()), static_cast<int>(after.size()));
    std::ranges::reverse(steps);
    std::vector<ChangedPart> parts;
    parts.reserve(2 * kept->size());
    for (const auto& step : steps) {
        const auto& pieces = step.change == Change::added ? after : before;
        put(parts, step.change, pieces[static_cast<std::size_t>(step.place)]);
    }
    return parts;
}

}  // namespace

std::vector<ChangedPart> changes_between(std::string_view before, std::string_view after)
{
    if (auto parts = changes_of(words_of(before), words_of(after))) return std::move(*parts);
    if (auto parts = changes_of(lines_of(before), lines_of(after))) return std::move(*parts);
    std::vector<ChangedPart> whole;
    put(whole, Change::removed, before);
    put(whole, Change::added, after);
    return whole;
}

int words_in(const std::vector<ChangedPart>& parts, Change change)
{
    int count = 0;
    for (const auto& part : parts) {
        if (part.change != change) continue;
        const auto words = words_of(part.text);
        const auto is_word = [](std::string_view word) {
            return word.find_first_not_of(" \n") != std::string_view::npos;
        };
        count += static_cast<int>(std::ranges::count_if(words, is_word));
    }
    return count;
}

}  // namespace caicach::newsroom
