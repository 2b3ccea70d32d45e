#include "plan/change.hpp"

#include <algorithm>
#include <array>
#include <unordered_map>
#include <utility>

#include "plan/sql.hpp"
#include "text/text.hpp"

namespace caicach::plan
{
namespace
{

constexpr double alike_in_place = 0.5;
constexpr double alike_anywhere = 0.75;

struct KindRow {
    Change::Kind kind{};
    std::string_view key{};
    std::string_view label{};
};
constexpr std::array<KindRow, 3> kinds{{{Change::Kind::added, "added", "Thêm mới"},
                                        {Change::Kind::changed, "changed", "Thay đổi"},
                                        {Change::Kind::removed, "removed", "Không còn"}}};

constexpr std::array<std::pair<Change::Decision, std::string_view>, 3> decisions{
    {{Change::Decision::open, "open"},
     {Change::Decision::accepted, "accepted"},
     {Change::Decision::refused, "refused"}}};

/// The words of a title, sorted, for counting those that two titles share.
std::vector<std::string> words_of(const Item& item)
{
    const auto folded = text::fold(item.title);
    std::vector<std::string> words;
    for (const auto word : text::words(folded)) words.emplace_back(word);
    std::ranges::sort(words);
    return words;
}

double alikeness(const std::vector<std::string>& a, const std::vector<std::string>& b)
{
    if (a.empty() || b.empty()) return 0;
    std::size_t shared = 0;
    for (auto i = a.begin(), j = b.begin(); i != a.end() && j != b.end();) {
        if (*i == *j) {
            ++shared;
            ++i;
            ++j;
        } else if (*i < *j) {
            ++i;
        } else {
            ++j;
        }
    }
    return 2.0 * static_cast<double>(shared) / static_cast<double>(a.size() + b.size());
}

std::vector<std::string> names_of(const std::vector<Mention>& mentions)
{
    std::vector<std::string> names;
    names.reserve(mentions.size());
    for (const auto& mention : mentions) names.push_back(text::fold(mention.text));
    std::ranges::sort(names);
    return names;
}

/// The same agencies, at the same place, have to do as much by the same time. Of work that says no
/// time and no number its place alone tells nothing.
bool asks_the_same(const Item& before, const Item& after)
{
    if (before.path.empty() || before.path != after.path || before.type != after.type) return false;
    if (before.lead.empty() && before.perform.empty()) return false;
    if (!before.schedule && before.quotas.empty()) return false;
    return names_of(before.lead) == names_of(after.lead) &&
           names_of(before.perform) == names_of(after.perform) && before.quotas == after.quotas &&
           before.schedule == after.schedule;
}

/// Two editions side by side while their items are being paired.
class Pairing
{
public:
    Pairing(const std::vector<Item>& old_items, const std::vector<Item>& new_items,
            const std::vector<Item>& originals)
        : m_old(old_items),
          m_new(new_items),
          m_old_taken(old_items.size()),
          m_new_taken(new_items.size())
    {
        std::unordered_map<std::int64_t, std::string> first_titles;
        for (const auto& item : originals) first_titles.emplace(item.id.value, item.title);
        for (const auto& item : m_old) {
            m_old_words.push_back(words_of(item));
            const auto first = first_titles.find(item.id.value);
            m_old_titles.push_back(text::fold(item.title));
            m_first_titles.push_back(first == first_titles.end() ? m_old_titles.back()
                                                                 : text::fold(first->second));
        }
        for (const auto& item : m_new) m_new_words.push_back(words_of(item));
    }

    void by_equal_words() { by_titles(m_old_titles); }
    void by_first_words() { by_titles(m_first_titles); }

    void by_titles(const std::vector<std::string>& titles)
    {
        std::unordered_multimap<std::string, std::size_t> by_title;
        for (std::size_t i = 0; i < m_old.size(); ++i) {
            by_title.emplace(titles[i], i);
        }
        for (std::size_t j = 0; j < m_new.size(); ++j) {
            if (m_new_taken[j]) continue;
            const auto [first, last] = by_title.equal_range(text::fold(m_new[j].title));
            std::optional<std::size_t> best;
            for (auto found = first; found != last; ++found) {
                if (m_old_taken[found->second]) continue;
                if (!best || m_old[found->second].path == m_new[j].path) best = found->second;
            }
            if (best) take(*best, j);
        }
    }

    void by_place()
    {
        std::unordered_map<std::string, std::size_t> by_path;
        for (std::size_t i = 0; i < m_old.size(); ++i) {
            if (!m_old_taken[i]) by_path.emplace(m_old[i].path, i);
        }
        for (std::size_t j = 0; j < m_new.size(); ++j) {
            const auto found = by_path.find(m_new[j].path);
            if (m_new_taken[j] || found == by_path.end() || m_old_taken[found->second]) continue;
            if (alikeness(m_old_words[found->second], m_new_words[j]) >= alike_in_place) {
                take(found->second, j);
            }
        }
    }

    void by_words_alike()
    {
        for (std::size_t j = 0; j < m_new.size(); ++j) {
            if (m_new_taken[j]) continue;
            auto best = m_old.size();
            auto best_value = alike_anywhere;
            for (std::size_t i = 0; i < m_old.size(); ++i) {
                if (m_old_taken[i]) continue;
                const auto value = alikeness(m_old_words[i], m_new_words[j]);
                if (value >= best_value) {
                    best = i;
                    best_value = value;
                }
            }
            if (best < m_old.size()) take(best, j);
        }
    }

    void by_place_and_terms()
    {
        for (std::size_t j = 0; j < m_new.size(); ++j) {
            if (m_new_taken[j]) continue;
            for (std::size_t i = 0; i < m_old.size(); ++i) {
                if (m_old_taken[i] || !asks_the_same(m_old[i], m_new[j])) continue;
                take(i, j);
                break;
            }
        }
    }

    [[nodiscard]] Comparison result() const
    {
        Comparison comparison{.pairs = m_pairs};
        for (std::size_t j = 0; j < m_new.size(); ++j) {
            if (!m_new_taken[j]) comparison.added.push_back(m_new[j].id);
        }
        for (std::size_t i = 0; i < m_old.size(); ++i) {
            if (!m_old_taken[i]) comparison.removed.push_back(m_old[i].id);
        }
        return comparison;
    }

private:
    void take(std::size_t old_index, std::size_t new_index)
    {
        m_old_taken[old_index] = true;
        m_new_taken[new_index] = true;
        const auto& before = m_old[old_index];
        const auto& after = m_new[new_index];
        m_pairs.push_back({before.id, after.id, says_the_same(before, after)});
    }

    const std::vector<Item>& m_old;
    const std::vector<Item>& m_new;
    std::vector<bool> m_old_taken;
    std::vector<bool> m_new_taken;
    std::vector<std::string> m_old_titles{};
    std::vector<std::string> m_first_titles{};
    std::vector<std::vector<std::string>> m_old_words{};
    std::vector<std::vector<std::string>> m_new_words{};
    std::vector<Comparison::Pair> m_pairs{};
};

Change change_from(const database::Row& row)
{
    const auto kind = row.text("kind");
    return Change{.id = row.id<ChangeId>("id"),
                  .edition = row.id<EditionId>("edition_id"),
                  .number = static_cast<int>(row.integer("number")),
                  .kind = std::ranges::find(kinds, kind, &KindRow::key)->kind,
                  .old_item = row.maybe_id<ItemId>("old_item_id").value_or(ItemId{}),
                  .new_item = row.maybe_id<ItemId>("new_item_id").value_or(ItemId{}),
                  .decision = decision_from(row.text("decision")).value_or(Change::Decision::open),
                  .version = row.integer("version")};
}

std::optional<ItemId> unless_none(ItemId id) { return id ? std::optional{id} : std::nullopt; }

}  // namespace

std::string_view name_of(Change::Kind kind)
{
    return std::ranges::find(kinds, kind, &KindRow::kind)->key;
}

std::string_view label(Change::Kind kind)
{
    return std::ranges::find(kinds, kind, &KindRow::kind)->label;
}

std::string_view name_of(Change::Decision decision)
{
    return std::ranges::find(decisions, decision, [](const auto& row) { return row.first; })
        ->second;
}

std::optional<Change::Decision> decision_from(std::string_view text)
{
    const auto found =
        std::ranges::find(decisions, text, [](const auto& row) { return row.second; });
    return found == decisions.end() ? std::nullopt : std::optional{found->first};
}

bool says_the_same(const Item& a, const Item& b)
{
    if (a.title != b.title || a.type != b.type || a.requested != b.requested ||
        a.schedule != b.schedule || a.quotas != b.quotas || a.metrics != b.metrics ||
        a.budget != b.budget || a.product != b.product || a.excluding != b.excluding) {
        return false;
    }
    return std::ranges::all_of(
        roles, [&](Role role) { return names_of(a.agencies(role)) == names_of(b.agencies(role)); });
}

Comparison compare(const std::vector<Item>& old_items, const std::vector<Item>& new_items,
                   const std::vector<Item>& originals)
{
    Pairing pairing{old_items, new_items, originals};
    pairing.by_equal_words();
    pairing.by_first_words();
    pairing.by_place();
    pairing.by_words_alike();
    pairing.by_place_and_terms();
    return pairing.result();
}

Result<void> ChangeStore::save_all(EditionId edition, std::vector<Change>& changes)
{
    TRY(m_transaction.change(sql::delete_changes, edition));
    int number = 0;
    for (auto& change : changes) {
        change.id = make_id<ChangeId>();
        change.edition = edition;
        change.number = ++number;
        change.version = 1;
        TRY(m_transaction.change(sql::insert_change, change.id, edition, change.number,
                                 name_of(change.kind), unless_none(change.old_item),
                                 unless_none(change.new_item), name_of(change.decision)));
    }
    return {};
}

Result<std::vector<Change>> ChangeStore::all_of(EditionId edition)
{
    return m_transaction.all(sql::changes_of_edition, change_from, edition);
}

Result<Change> ChangeStore::find(EditionId edition, int number)
{
    auto found = TRY(m_transaction.maybe_one(sql::change_by_number, change_from, edition, number));
    if (!found) return failure(Failure::not_found, "plan.change.not_found");
    return *found;
}

Result<void> ChangeStore::decide(const Change& change, Change::Decision decision)
{
    return m_transaction.change_one(sql::decide_change, change.id, change.version,
                                    name_of(decision));
}

}  // namespace caicach::plan
