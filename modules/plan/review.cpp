#include "plan/review.hpp"

#include <algorithm>
#include <utility>

#include "json/value.hpp"
#include "plan/compared.hpp"
#include "plan/limits.hpp"
#include "plan/permissions.hpp"
#include "text/text.hpp"

namespace caicach::plan
{
namespace
{

std::string named(std::string_view verb, const Item& item)
{
    return std::string{verb} + " mục " + (item.path.empty() ? "mới" : item.path);
}

template <class T>
void append_missing(std::vector<T>& to, const std::vector<T>& from)
{
    for (const auto& one : from) {
        if (std::ranges::find(to, one) == to.end()) to.push_back(one);
    }
}

std::string title_words(const Item& item)
{
    std::string words;
    for (const auto word : text::words(item.title)) words += text::fold(word) + ' ';
    return words;
}

/// Work that the document names twice is one piece of work, of two places.
void merge_repetition(Item& first, const Item& second)
{
    auto place = "dòng " + std::to_string(second.first_line);
    if (second.last_line > second.first_line) place += "–" + std::to_string(second.last_line);
    if (!second.path.empty()) place = "mục " + second.path + ", " + place;
    append_missing(first.notes, {Note{std::string{also_at}, place}});
}

/// Two neighbours become one, of all their lines.
void merge_neighbour(Item& first, const Item& second)
{
    first.title += (first.title.ends_with('.') || first.title.ends_with(';') ? " " : "; ");
    first.title += second.title;
    append_missing(first.notes, second.notes);
    if (first.first_line == 0) first.first_line = second.first_line;  // made by hand: of no line
    if (second.first_line > 0) first.first_line = std::min(first.first_line, second.first_line);
    first.last_line = std::max(first.last_line, second.last_line);
}

/// `first` with what `second` adds.
Item merged(Item first, const Item& second)
{
    if (title_words(first) == title_words(second)) {
        merge_repetition(first, second);
    } else {
        merge_neighbour(first, second);
    }
    for (const auto role : roles) {
        append_missing(first.agencies(role), second.agencies(role));
    }
    append_missing(first.quotas, second.quotas);
    append_missing(first.metrics, second.metrics);
    append_missing(first.audience, second.audience);
    if (!first.schedule) first.schedule = second.schedule;
    if (first.budget.empty()) first.budget = second.budget;
    if (first.product.empty()) first.product = second.product;
    if (first.excluding.empty()) first.excluding = second.excluding;
    return first;
}

/// Half way between the item `after` and the one that follows it; the end where `after` is none.
double position_after(const std::vector<Item>& items, ItemId after)
{
    const auto found = std::ranges::find(items, after, &Item::id);
    if (found == items.end()) return items.empty() ? 1 : items.back().position + 1;
    const auto next = std::next(found);
    return next == items.end() ? found->position + 1 : (found->position + next->position) / 2;
}

Error error_of(const Note& note) { return Error{.key = note.key, .arguments = {note.text}}; }

struct DecisionWords {
    std::string_view action{};
    std::string_view verb{};
};

DecisionWords words_of(Change::Decision decision)
{
    switch (decision) {
        case Change::Decision::accepted:
            return {"plan.change.accepted", "Chấp nhận"};
        case Change::Decision::refused:
            return {"plan.change.refused", "Không chấp nhận"};
        case Change::Decision::open:
            break;
    }
    return {"plan.change.reopened", "Quyết định lại"};
}

}  // namespace

Review::Review(Context& context, database::Transaction& transaction, const Edition& edition)
    : m_context(context),
      m_transaction(transaction),
      m_edition(edition),
      m_items(transaction),
      m_editions(transaction)
{
}

Result<void> Review::begin_step()
{
    if (m_edition.state == EditionState::draft) return m_editions.hold_draft(m_edition.id);
    return failure(Failure::conflict, "plan.not_a_draft", {},
                   {std::string{label(m_edition.state)}});
}

Result<Item> Review::current(ItemId id)
{
    auto item = TRY(m_items.find(id));
    if (item.edition != m_edition.id) return failure(Failure::not_found, "plan.item.not_found");
    return item;
}

Result<Item> Review::current(ItemId id, std::int64_t version)
{
    auto item = TRY(current(id));
    if (item.version != version) return failure(Failure::conflict, "base.changed_meanwhile");
    return item;
}

Result<void> Review::keep(std::string_view action, std::string summary, Edit edit)
{
    edit.edition = m_edition.id;
    edit.action = action;
    edit.summary = std::move(summary);
    edit.done_at = m_context.now();
    edit.done_by = m_context.actor().name;
    edit.differences = TRY(differences_of(edit));
    auto edits = EditStore{m_transaction};
    TRY(edits.add(edit));
    const auto detail = json::dump(
        json::Value::object().set("edit", edit.id.value).set("before_hash", edit.before_hash));
    if (edit.before.empty()) {
        return m_context.record(m_transaction, action, "plan.edition", m_edition.id.value, detail);
    }
    for (const auto& before : edit.before) {
        TRY(m_context.record(m_transaction, action, "plan.item", before.item.id.value, detail));
    }
    return {};
}

/// What stood before, against what stands now.
Result<std::vector<Edit::Difference>> Review::differences_of(const Edit& edit)
{
    std::vector<Edit::Difference> all;
    if (edit.document) {
        const auto edition = TRY(m_editions.find(m_edition.id));
        const auto now = TRY(m_editions.document(edition));
        all = differences(compared_rows(*edit.document), compared_rows(now));
    }
    for (const auto& before : edit.before) {
        if (before.was_made || all.size() >= limits::differences_per_edit) continue;
        const auto now = TRY(m_items.find(before.item.id));
        if (now.is_removed && !before.item.is_removed) {
            all.push_back({"Mục " + now.path, "đang có", "đã xóa"});
        } else if (before.item.is_removed && !now.is_removed) {
            all.push_back({"Mục " + now.path, "đã xóa", "đang có"});
        }
        for (auto& one : differences(compared_rows(before.item), compared_rows(now))) {
            if (edit.before.size() > 1) one.field = "Mục " + now.path + ", " + one.field;
            all.push_back(std::move(one));
        }
    }
    return all;
}

Result<Item> Review::change(Item item)
{
    TRY(begin_step());
    auto before = TRY(current(item.id, item.version));
    // Where it came from is not the person's to change.
    item.edition = before.edition;
    item.lineage = before.lineage;
    item.position = before.position;
    item.is_removed = before.is_removed;
    TRY(validate(item));
    TRY(m_items.save(item));
    auto summary = named("Sửa", item);
    TRY(keep("plan.item.changed", std::move(summary), {.before = {{std::move(before), false}}}));
    return item;
}

Result<std::vector<Item>> Review::split(ItemId id, std::int64_t version, const Cut& cut)
{
    TRY(begin_step());
    auto before = TRY(current(id, version));
    if (text::trim(cut.second).empty()) {
        return failure(Failure::invalid, "plan.item.title_missing", "second");
    }
    const auto items = TRY(m_items.all_of(m_edition.id));
    auto head = before;
    head.title = cut.first;
    auto tail = before;
    tail.id = {};
    tail.lineage = {};
    tail.title = cut.second;
    tail.path += "-2";
    tail.position = position_after(items, id);
    tail.is_reviewed = false;
    if (cut.after_line >= before.first_line && cut.after_line < before.last_line) {
        head.last_line = cut.after_line;
        tail.first_line = cut.after_line + 1;
    }
    TRY(validate(head));
    TRY(m_items.save(head));
    TRY(m_items.add(tail));
    auto summary = named("Tách", before);
    TRY(keep("plan.item.split", std::move(summary),
             {.before = {{std::move(before), false}, {tail, true}}}));
    return std::vector<Item>{std::move(head), std::move(tail)};
}

Result<Item> Review::merge(ItemId id, std::int64_t version, ItemId into)
{
    TRY(begin_step());
    if (id == into) return failure(Failure::invalid, "plan.item.merge_with_itself", "into");
    auto other = TRY(current(id, version));
    auto target = TRY(current(into));
    auto result = merged(target, other);
    TRY(validate(result));
    TRY(m_items.save(result));
    auto removed = other;
    removed.is_removed = true;
    TRY(m_items.save(removed));
    auto summary = named("Gộp " + other.path + " vào", target);
    TRY(keep("plan.item.merged", std::move(summary),
             {.before = {{std::move(target), false}, {std::move(other), false}}}));
    return result;
}

Result<Item> Review::remove(ItemId id, std::int64_t version)
{
    TRY(begin_step());
    auto before = TRY(current(id, version));
    auto item = before;
    item.is_removed = true;
    TRY(m_items.save(item));
    auto summary = named("Xóa", item);
    TRY(keep("plan.item.removed", std::move(summary), {.before = {{std::move(before), false}}}));
    return item;
}

Result<Item> Review::restore(ItemId id, std::int64_t version)
{
    TRY(begin_step());
    auto before = TRY(current(id, version));
    auto item = before;
    item.is_removed = false;
    TRY(m_items.save(item));
    auto summary = named("Khôi phục", item);
    TRY(keep("plan.item.restored", std::move(summary), {.before = {{std::move(before), false}}}));
    return item;
}

Result<Item> Review::add(Item item, ItemId after)
{
    TRY(begin_step());
    TRY(validate(item));
    const auto items = TRY(m_items.all_of(m_edition.id));
    if (items.size() >= limits::items_per_edition) {
        return failure(Failure::too_large, "plan.too_many_items", {},
                       {std::to_string(limits::items_per_edition)});
    }
    item.id = {};
    item.lineage = {};
    item.edition = m_edition.id;
    item.position = position_after(items, after);
    TRY(m_items.add(item));
    Edit edit{.before = {{item, true}}};
    edit.lines = TRY(take_lines(item));
    TRY(keep("plan.item.added", named("Thêm", item), std::move(edit)));
    return item;
}

/// The unknown lines that the item was made of become its own; answers what they were.
Result<std::vector<Edit::LineBefore>> Review::take_lines(const Item& item)
{
    std::vector<Edit::LineBefore> before;
    if (item.first_line <= 0) return before;
    const auto lines = TRY(m_editions.lines(m_edition.id, item.first_line, item.last_line));
    for (const auto& line : lines) {
        if (line.fate != Fate::unknown) continue;
        before.push_back({line.number, line.fate, line.settled});
        TRY(m_editions.set_fate(m_edition.id, line.number, Fate::item));
    }
    return before;
}

Result<void> Review::settle_line(int number, bool settled)
{
    TRY(begin_step());
    TRY(m_editions.settle_line(m_edition.id, number, settled));
    const auto line = std::to_string(number);
    return keep(settled ? "plan.line.settled" : "plan.line.reopened",
                (settled ? "Bỏ qua dòng " : "Xem lại dòng ") + line,
                {.lines = {{number, Fate::unknown, !settled}}});
}

Result<std::size_t> Review::identify(const std::string& name, const organisation::Target& target)
{
    TRY(begin_step());
    auto items = TRY(m_items.all_of(m_edition.id));
    Edit edit;
    for (auto& item : items) {
        auto before = item;
        bool is_named = false;
        for (const auto role : roles) {
            for (auto& mention : item.agencies(role)) {
                if (mention.target || mention.text != name) continue;
                mention.target = target;
                is_named = true;
            }
        }
        if (!is_named) continue;
        TRY(m_items.save(item));
        edit.before.push_back({std::move(before), false});
    }
    const auto count = edit.before.size();
    if (count > 0) {
        const auto official = TRY(organisation::name_of(m_transaction, target, m_edition.day()));
        auto summary = "Xác định cơ quan “" + name + "”: " + official;
        TRY(keep("plan.name.identified", std::move(summary), std::move(edit)));
    }
    return count;
}

Result<void> Review::change_document(const DocumentRecord& document, std::int64_t version)
{
    TRY(begin_step());
    Edit edit;
    edit.document = TRY(m_editions.document(m_edition));
    TRY(write_document(document, version));
    return keep("plan.document.changed", "Sửa thông tin văn bản", std::move(edit));
}

Result<void> Review::settle_note(const Note& note)
{
    TRY(begin_step());
    auto document = TRY(m_editions.document(m_edition));
    Edit edit{.document = document};
    if (std::erase(document.notes, note) == 0) {
        return failure(Failure::conflict, "base.changed_meanwhile");
    }
    TRY(write_document(document, m_edition.version));
    return keep("plan.note.settled", "Đã xem: " + m_context.message(error_of(note)),
                std::move(edit));
}

Result<void> Review::write_document(const DocumentRecord& document, std::int64_t version)
{
    if (document.coordinator != m_edition.coordinator) {
        TRY(m_context.require(review_plans, organisation::scope_of(document.coordinator)));
    }
    auto edition = m_edition;
    edition.version = version;
    return m_editions.save_document(edition, document);
}

Result<void> Review::decide(const std::vector<Change>& changes, Change::Decision decision)
{
    TRY(begin_step());
    if (changes.empty()) return {};
    auto store = ChangeStore{m_transaction};
    Edit edit;
    for (const auto& change : changes) {
        const auto before = TRY(store.find(m_edition.id, change.number));
        edit.decisions.push_back({before.number, before.decision});
        TRY(store.decide(change, decision));
    }
    const auto [action, verb] = words_of(decision);
    auto about = std::to_string(changes.size()) + " thay đổi";
    if (changes.size() == 1) about = TRY(words_about(changes.front()));
    return keep(action, std::string{verb} + " " + about, std::move(edit));
}

/// "thay đổi ở mục II.1"
Result<std::string> Review::words_about(const Change& change)
{
    const auto item = TRY(m_items.find(change.new_item ? change.new_item : change.old_item));
    return "thay đổi ở mục " + item.path;
}

Result<Edit> Review::undo(EditId id)
{
    TRY(begin_step());
    auto edits = EditStore{m_transaction};
    auto last = TRY(edits.last(m_edition.id));
    if (!last || last->id != id) return failure(Failure::conflict, "plan.undo.not_the_last");
    TRY(take_back(*last));
    TRY(edits.mark_undone(id));
    TRY(m_context.record(m_transaction, "plan.edit.undone", "plan.edition", m_edition.id.value,
                         json::dump(json::Value::object().set("edit", id.value))));
    return std::move(*last);
}

Result<void> Review::take_back(const Edit& edit)
{
    for (const auto& before : edit.before) {
        auto now = TRY(m_items.find(before.item.id));
        auto then = before.item;
        then.version = now.version;
        if (before.was_made) then.is_removed = true;
        TRY(m_items.save(then));
    }
    for (const auto& line : edit.lines) {
        TRY(m_editions.set_fate(m_edition.id, line.number, line.fate));
        if (line.fate != Fate::unknown) continue;
        TRY(m_editions.settle_line(m_edition.id, line.number, line.settled));
    }
    if (edit.document) TRY(write_document(*edit.document, m_edition.version));
    auto changes = ChangeStore{m_transaction};
    for (const auto& before : edit.decisions) {
        const auto now = TRY(changes.find(m_edition.id, before.change));
        TRY(changes.decide(now, before.decision));
    }
    return {};
}

Openness openness(const Edition& edition, const std::vector<Item>& items,
                  const std::vector<SourceLine>& lines, const std::vector<Change>& changes)
{
    Openness open{.notes = edition.notes};
    open.changes =
        static_cast<int>(std::ranges::count(changes, Change::Decision::open, &Change::decision));
    for (const auto& item : items) {
        auto found = needs(item);
        if (!found.empty()) open.items.push_back({item, std::move(found)});
    }
    for (const auto& line : lines) {
        if (line.needs_a_person()) open.lines.push_back(line.number);
    }
    return open;
}

}  // namespace caicach::plan
