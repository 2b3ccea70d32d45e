#include "plan/put_in_force.hpp"

#include <algorithm>
#include <unordered_map>
#include <utility>

#include "database/turn.hpp"
#include "evidence/api.hpp"
#include "json/value.hpp"
#include "manifest/change_detail.hpp"
#include "plan/api.hpp"
#include "plan/change.hpp"
#include "plan/edit_store.hpp"
#include "plan/facts.hpp"
#include "plan/item_search.hpp"

namespace caicach::plan
{
namespace
{

using ById = std::unordered_map<std::int64_t, Item*>;

ById by_id(std::vector<Item>& items)
{
    ById index;
    for (auto& item : items) index[item.id.value] = &item;
    return index;
}

/// A change that was refused leaves what the old edition said.
Result<void> take_back(ItemStore& store, const Change& change, ById& old_items, ById& new_items)
{
    if (change.kind == Change::Kind::added) {
        auto& item = *new_items.at(change.new_item.value);
        item.is_removed = true;
        return store.save(item);
    }
    auto kept = *old_items.at(change.old_item.value);
    kept.edition = change.edition;
    if (change.kind == Change::Kind::changed) {
        const auto& item = *new_items.at(change.new_item.value);
        kept.id = item.id;
        kept.position = item.position;
        kept.path = item.path;
        kept.first_line = item.first_line;
        kept.last_line = item.last_line;
        kept.version = item.version;
        return store.save(kept);
    }
    kept.id = {};
    kept.first_line = 0;
    kept.last_line = 0;
    return store.add(kept);
}

Result<void> apply_decisions(database::Transaction& transaction, const Edition& draft,
                             EditionId replaced)
{
    auto changes = ChangeStore{transaction};
    auto items = ItemStore{transaction};
    auto old_items = TRY(items.all_of(replaced));
    auto new_items = TRY(items.all_of(draft.id));
    auto old_index = by_id(old_items);
    auto new_index = by_id(new_items);
    const auto all = TRY(changes.all_of(draft.id));
    for (const auto& change : all) {
        if (change.decision != Change::Decision::refused) continue;
        TRY(take_back(items, change, old_index, new_index));
    }
    return {};
}

Result<void> record_fact(Context& context, database::Transaction& transaction,
                         const Edition& edition)
{
    TRY(evidence::record(context, transaction,
                         {.kind = plan_in_force,
                          .agency = edition.coordinator,
                          .happened_on = context.today(),
                          .title = edition.document.title,
                          .source_module = "plan",
                          .source_object = edition.plan.value}));
    return {};
}

/// What people settled about an item in the edition in force holds for the same item read again.
void carry_over(Item& fresh, const Item& known, bool is_equal)
{
    fresh.lineage = known.lineage;
    fresh.area = known.area;
    for (const auto role : roles) {
        for (auto& mention : fresh.agencies(role)) {
            const auto& before = known.agencies(role);
            const auto same = std::ranges::find(before, mention.text, &Mention::text);
            if (!mention.target && same != before.end()) mention.target = same->target;
        }
    }
    if (is_equal) fresh.is_reviewed = true;
}

}  // namespace

Result<Openness> openness_of(database::Transaction& transaction, const Edition& edition)
{
    auto items = ItemStore{transaction};
    auto editions = EditionStore{transaction};
    auto changes = ChangeStore{transaction};
    const auto all_items = TRY(items.all_of(edition.id));
    const auto lines = TRY(editions.lines(edition.id));
    const auto all_changes = TRY(changes.all_of(edition.id));
    return openness(edition, all_items, lines, all_changes);
}

Result<void> put_in_force(Context& context, database::Transaction& transaction, Edition& edition)
{
    if (edition.state != EditionState::draft) {
        return failure(Failure::conflict, "plan.not_a_draft", {},
                       {std::string{label(edition.state)}});
    }
    TRY(edition.check_document());
    // What agencies owe is made of it below, beside whoever reports at the same moment.
    TRY(database::take_turn(transaction, database::Turn::alone));
    auto editions = EditionStore{transaction};
    TRY(editions.hold_draft(edition.id));
    const auto open = TRY(openness_of(transaction, edition));
    if (open.count() > 0) {
        return failure(Failure::invalid, "plan.put_in_force.open", {},
                       {std::to_string(open.count())});
    }
    auto previous = TRY(editions.in_force_of(edition.plan));
    PlanPutInForce event{.plan = edition.plan, .edition = edition.id};
    if (previous) {
        TRY(apply_decisions(transaction, edition, previous->id));
        TRY(remove_from_search(transaction, previous->id));
        previous->state = EditionState::replaced;
        TRY(editions.save(*previous));
        event.replaced = previous->id;
    } else {
        TRY(editions.rename(edition, public_slug(edition.document)));
    }
    edition.state = EditionState::in_force;
    edition.in_force_at = context.now();
    edition.in_force_by = context.actor().name;
    TRY(editions.save(edition));
    // An heir puts it in force under its own name.
    TRY(editions.set_coordinator(edition, edition.coordinator));
    TRY(put_into_search(transaction, edition));
    TRY(record_fact(context, transaction, edition));
    const auto fields_of = [](EditionId id) {
        return json::Value::object().set("edition", id.value);
    };
    TRY(context.record(
        transaction, "plan.put_in_force", "plan.edition", edition.id.value,
        change_detail(previous ? fields_of(previous->id) : json::Value{}, fields_of(edition.id))));
    return context.publish(transaction, event);
}

Result<void> check_open(const Edition& edition)
{
    if (edition.state == EditionState::draft || edition.state == EditionState::failed ||
        edition.state == EditionState::reading) {
        return {};
    }
    return failure(Failure::conflict, "plan.not_a_draft", {}, {std::string{label(edition.state)}});
}

Result<void> discard(Context& context, database::Transaction& transaction, Edition& edition)
{
    TRY(check_open(edition));
    if (edition.job) {
        const auto progress = TRY(jobs::progress(transaction, *edition.job));
        // A dead one waits for somebody to look at it: this is who.
        const bool is_open =
            progress.state != jobs::State::done && progress.state != jobs::State::cancelled;
        if (is_open) TRY(jobs::cancel(transaction, *edition.job, context.now()));
    }
    edition.state = EditionState::discarded;
    auto editions = EditionStore{transaction};
    TRY(editions.save(edition));
    return context.record(transaction, "plan.discarded", "plan.edition", edition.id.value);
}

Result<void> prepare_amendment(database::Transaction& transaction, const Edition& draft)
{
    auto editions = EditionStore{transaction};
    const auto in_force = TRY(editions.in_force_of(draft.plan));
    if (!in_force) return {};
    auto items = ItemStore{transaction};
    auto old_items = TRY(items.all_of(in_force->id));
    old_items = without_removed(std::move(old_items));
    auto new_items = TRY(items.all_of(draft.id));
    auto edits = EditStore{transaction};
    const auto originals = TRY(edits.originals(in_force->id));
    const auto comparison = compare(old_items, new_items, originals);
    auto old_index = by_id(old_items);
    auto new_index = by_id(new_items);
    std::vector<Change> changes;
    for (const auto& pair : comparison.pairs) {
        auto& fresh = *new_index.at(pair.new_item.value);
        carry_over(fresh, *old_index.at(pair.old_item.value), pair.is_equal);
        TRY(items.save(fresh));
        if (!pair.is_equal) {
            changes.push_back({.kind = Change::Kind::changed,
                               .old_item = pair.old_item,
                               .new_item = pair.new_item});
        }
    }
    for (const auto id : comparison.added) {
        changes.push_back({.kind = Change::Kind::added, .new_item = id});
    }
    for (const auto id : comparison.removed) {
        changes.push_back({.kind = Change::Kind::removed, .old_item = id});
    }
    auto store = ChangeStore{transaction};
    return store.save_all(draft.id, changes);
}

}  // namespace caicach::plan
