#include "plan/review_page.hpp"

#include <algorithm>
#include <array>

#include "plan/edition_store.hpp"
#include "plan/item_store.hpp"
#include "plan/permissions.hpp"

namespace caicach::plan
{

Result<ReviewPage> load_review(const Context& context, database::Transaction& transaction,
                               const Edition& edition)
{
    const auto scope = organisation::scope_of(edition.coordinator);
    ReviewPage page{.edition = edition,
                    .may_review = context.may(review_plans, scope),
                    .may_put_in_force = context.may(put_plans_in_force, scope)};
    auto items = ItemStore{transaction};
    auto editions = EditionStore{transaction};
    auto changes = ChangeStore{transaction};
    auto edits = EditStore{transaction};
    if (edition.file_id != 0) {
        const auto file =
            TRY(attachment::find(transaction, attachment::AttachmentId{edition.file_id}));
        page.file_path = attachment::download_path(file);
    }
    page.items = TRY(items.all_of(edition.id));
    page.lines = TRY(editions.lines(edition.id));
    page.changes = TRY(changes.all_of(edition.id));
    page.last_edit = TRY(edits.last(edition.id));
    page.open = openness(edition, page.items, page.lines, page.changes);
    return page;
}

Item next_to_see(const std::vector<Item>& items, const Item& item)
{
    const auto from = std::ranges::find(items, item.id, &Item::id);
    if (from == items.end()) return item;
    const auto next = std::find_if(std::next(from), items.end(),
                                   [](const Item& one) { return !needs(one).empty(); });
    return next == items.end() ? item : *next;
}

const Item* item_above(const std::vector<Item>& items, ItemId item)
{
    const Item* above = nullptr;
    for (const auto& one : items) {
        if (one.id == item) return above;
        if (!one.is_removed) above = &one;
    }
    return nullptr;
}

const Item* repeated_by(const std::vector<Item>& items, const Item& item)
{
    const auto note = std::ranges::find(item.notes, repeats, &Note::key);
    if (note == item.notes.end()) return nullptr;
    const auto found = std::ranges::find_if(items, [&](const Item& one) {
        return !one.is_removed && one.id != item.id && one.path == note->text;
    });
    return found == items.end() ? nullptr : &*found;
}

std::vector<UnknownName> unknown_names(const std::vector<Item>& items)
{
    std::vector<UnknownName> names;
    for (const auto& item : items) {
        if (item.is_removed) continue;
        for (const auto role : roles) {
            for (const auto& mention : item.agencies(role)) {
                if (mention.target) continue;
                const auto known = std::ranges::find(names, mention.text, &UnknownName::text);
                if (known == names.end()) {
                    names.push_back({mention.text, 1});
                } else {
                    ++known->items;
                }
            }
        }
    }
    return names;
}

}  // namespace caicach::plan
