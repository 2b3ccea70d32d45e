#include "plan/item_search.hpp"

#include <algorithm>
#include <array>
#include <unordered_set>

#include "plan/item_store.hpp"
#include "plan/reference_files.hpp"
#include "search/search.hpp"
#include "search/synonyms.hpp"
#include "text/text.hpp"

namespace caicach::plan
{
namespace
{

constexpr std::string_view index_name = "plan_search";

std::string body_of(const Item& item, const Edition& edition)
{
    std::string body;
    for (const auto role : roles) {
        for (const auto& mention : item.agencies(role)) body += mention.text + ". ";
    }
    for (const auto& heading : item.context) body += heading + ". ";
    body += item.product + ". " + edition.document.title;
    return body;
}

}  // namespace

std::span<const text::ReferenceFile> reference_files()
{
    static const std::array files{areas_file(), search::synonyms_table()};
    return files;
}

Result<void> put_into_search(database::Transaction& transaction, const Edition& edition)
{
    auto store = ItemStore{transaction};
    const auto items = TRY(store.all_of(edition.id));
    for (const auto& item : items) {
        if (item.is_removed) continue;
        TRY(search::put(transaction, index_name, item.id.value, item.title,
                        body_of(item, edition)));
    }
    return {};
}

Result<void> remove_from_search(database::Transaction& transaction, EditionId edition)
{
    auto store = ItemStore{transaction};
    const auto items = TRY(store.all_of(edition));
    for (const auto& item : items) TRY(search::remove(transaction, index_name, item.id.value));
    return {};
}

Result<std::vector<ItemId>> search_items(database::Transaction& transaction, std::string_view typed,
                                         int limit)
{
    const auto query = search::parse_query(typed, search::synonyms());
    const auto scattered = TRY(search::find(transaction, index_name, query, limit));
    std::vector<search::Hit> hits;
    if (query.all_of.size() > 1 && typed.find('"') == std::string_view::npos) {
        const auto phrase = search::parse_query('"' + std::string{typed} + '"');
        hits = TRY(search::find(transaction, index_name, phrase, limit));
    }
    std::vector<ItemId> ids;
    std::unordered_set<std::int64_t> seen;
    hits.insert(hits.end(), scattered.begin(), scattered.end());
    for (const auto& hit : hits) {
        if (seen.insert(hit.id).second) ids.push_back(ItemId{hit.id});
    }
    ids.resize(std::min(ids.size(), static_cast<std::size_t>(limit)));
    return ids;
}

Result<bool> is_found(database::Transaction& transaction, const Item& item)
{
    constexpr std::size_t words_asked = 12;
    auto words = text::words(item.title);
    if (words.empty()) return true;  // nobody can ask for it
    words.resize(std::min(words.size(), words_asked));
    std::string phrase;
    for (const auto word : words) phrase.append(phrase.empty() ? "" : " ").append(word);
    return search::finds(transaction, index_name, search::parse_query('"' + phrase + '"'),
                         item.id.value);
}

}  // namespace caicach::plan
