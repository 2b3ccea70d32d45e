#include "plan/review.hpp"

#include <algorithm>

#include "plan/review_page.hpp"
#include "plan/test/both_databases.hpp"

namespace caicach::plan
{
namespace
{

/// One step in a transaction of its own.
template <class Work>
auto step(Context& context, const Edition& edition, const Work& work)
{
    auto transaction = MUST(context.begin());
    auto review = Review{context, transaction, edition};
    auto result = work(review);
    if (result) MUST(transaction.commit());
    return result;
}

Edit last_edit(Context& context, const Edition& edition)
{
    auto transaction = MUST(context.read());
    return *MUST(EditStore{transaction}.last(edition.id));
}

Result<Edit> undo(Context& context, const Edition& edition)
{
    const auto last = last_edit(context, edition);
    return step(context, edition, [&](Review& review) { return review.undo(last.id); });
}

SourceLine line(Context& context, const Edition& edition, int number)
{
    auto transaction = MUST(context.read());
    return MUST(EditionStore{transaction}.lines(edition.id, number, number)).front();
}

Edition stored(Context& context, const Edition& edition)
{
    auto transaction = MUST(context.read());
    return MUST(EditionStore{transaction}.find(edition.id));
}

Edition draft_with_notes(Context& context, std::vector<Note> notes)
{
    auto edition = sample_draft(context);
    edition.notes = std::move(notes);
    auto transaction = MUST(context.begin());
    MUST(EditionStore{transaction}.save(edition));
    MUST(transaction.commit());
    return edition;
}

}  // namespace

TEST_CASE("of two who change an item the second is told, and loses nothing")
{
    on_both([](Room& room, Context& context) {
        const auto edition = sample_draft(context);
        auto mine = items_of(context, edition)[0];
        auto theirs = mine;
        theirs.title = "Bản của người kia";
        mine.title = "Bản của tôi";
        CHECK(step(context, edition, [&](Review& review) { return review.change(theirs); }));
        // The line of the audit seals what the history keeps of before.
        CHECK(room.recorder.last_detail.starts_with(
            R"({"edit":)" + std::to_string(last_edit(context, edition).id.value) +
            R"(,"before_hash":")"));
        const auto second =
            step(context, edition, [&](Review& review) { return review.change(mine); });
        CHECK(is_failure(second, Failure::conflict, "base.changed_meanwhile"));
        CHECK(items_of(context, edition)[0].title == "Bản của người kia");
    });
}

TEST_CASE("a change cannot move an item to another place or plan")
{
    on_both([](Room&, Context& context) {
        const auto edition = sample_draft(context);
        const auto other = sample_draft(context);
        const auto before = items_of(context, edition)[0];
        auto item = before;
        item.edition = other.id;
        item.position = 99;
        item.is_removed = true;
        CHECK(step(context, edition, [&](Review& review) { return review.change(item); }));
        const auto after = items_of(context, edition)[0];
        CHECK(after.position == before.position);
        CHECK(!after.is_removed);
        const auto foreign =
            step(context, other, [&](Review& review) { return review.change(after); });
        CHECK(is_failure(foreign, Failure::not_found, "plan.item.not_found"));
    });
}

TEST_CASE("an item without words is refused with its field")
{
    on_both([](Room&, Context& context) {
        const auto edition = sample_draft(context);
        auto item = items_of(context, edition)[0];
        item.title = "  ";
        const auto result =
            step(context, edition, [&](Review& review) { return review.change(item); });
        CHECK(is_failure(result, Failure::invalid, "plan.item.title_missing"));
        CHECK(result.error().field == "title");
    });
}

TEST_CASE("splitting makes two neighbours that share what the one said, and can be undone")
{
    on_both([](Room&, Context& context) {
        const auto edition = sample_draft(context);
        const auto item = items_of(context, edition)[0];
        const auto parts = step(context, edition, [&](Review& review) {
            return review.split(item.id, item.version, {.first = "Một", .second = "Hai"});
        });
        REQUIRE(parts);
        auto items = items_of(context, edition);
        REQUIRE(items.size() == 4);
        CHECK(items[0].title == "Một");
        CHECK(items[1].title == "Hai");
        CHECK(items[1].lead == items[0].lead);
        CHECK(items[1].lineage != items[0].lineage);
        CHECK(undo(context, edition));
        items = without_removed(items_of(context, edition));
        REQUIRE(items.size() == 3);
        CHECK(items[0].title == "Việc thứ 1");
    });
}

TEST_CASE("splitting after a line parts the lines too")
{
    on_both([](Room&, Context& context) {
        const auto edition = sample_draft(context);
        auto item = items_of(context, edition)[0];
        item.last_line = 2;
        {
            auto transaction = MUST(context.begin());
            MUST(ItemStore{transaction}.save(item));
            MUST(transaction.commit());
        }
        const auto parts = step(context, edition, [&](Review& review) {
            return review.split(item.id, item.version,
                                {.first = "Một", .second = "Hai", .after_line = 1});
        });
        REQUIRE(parts);
        CHECK(parts->front().last_line == 1);
        CHECK(parts->back().first_line == 2);
        const auto empty = step(context, edition, [&](Review& review) {
            return review.split(parts->front().id, parts->front().version,
                                {.first = "Một", .second = " "});
        });
        CHECK(is_failure(empty, Failure::invalid, "plan.item.title_missing"));
    });
}

TEST_CASE("merging keeps the agencies and terms of both, and can be undone")
{
    on_both([](Room&, Context& context) {
        const auto edition = sample_draft(context);
        auto items = items_of(context, edition);
        items[1].support = {{"Sở Nội vụ", agency(context, "SNV")}};
        items[1].quotas = {{.count = 2, .per = Period::year, .unit = "hội nghị"}};
        auto changed =
            step(context, edition, [&](Review& review) { return review.change(items[1]); });
        REQUIRE(changed);
        const auto merged = step(context, edition, [&](Review& review) {
            return review.merge(changed->id, changed->version, items[0].id);
        });
        REQUIRE(merged);
        CHECK(merged->title == "Việc thứ 1; Việc thứ 2");
        CHECK(merged->lead.size() == 1);
        CHECK(merged->support.size() == 1);
        CHECK(merged->quotas.size() == 1);
        CHECK(merged->last_line == 2);
        CHECK(without_removed(items_of(context, edition)).size() == 2);
        const auto itself = step(context, edition, [&](Review& review) {
            return review.merge(merged->id, merged->version, merged->id);
        });
        CHECK(is_failure(itself, Failure::invalid, "plan.item.merge_with_itself"));
        CHECK(undo(context, edition));
        CHECK(without_removed(items_of(context, edition)).size() == 3);
        CHECK(items_of(context, edition)[0].title == "Việc thứ 1");
    });
}

TEST_CASE("a removed item is there to be restored")
{
    on_both([](Room&, Context& context) {
        const auto edition = sample_draft(context);
        const auto item = items_of(context, edition)[2];
        const auto removed = step(
            context, edition, [&](Review& review) { return review.remove(item.id, item.version); });
        REQUIRE(removed);
        CHECK(without_removed(items_of(context, edition)).size() == 2);
        CHECK(needs(*removed).empty());
        CHECK(step(context, edition,
                   [&](Review& review) { return review.restore(item.id, removed->version); }));
        CHECK(without_removed(items_of(context, edition)).size() == 3);
    });
}

TEST_CASE("an item made of an unknown line takes the line, and gives it back when undone")
{
    on_both([](Room&, Context& context) {
        const auto edition = sample_draft(context);
        const auto before = items_of(context, edition);
        auto item = testing::activity_of(context, "Việc của dòng 4", "SYT");
        item.first_line = item.last_line = 4;
        const auto added =
            step(context, edition, [&](Review& review) { return review.add(item, before[0].id); });
        REQUIRE(added);
        CHECK(items_of(context, edition)[1].id == added->id);
        CHECK(line(context, edition, 4).fate == Fate::item);
        CHECK(undo(context, edition));
        CHECK(line(context, edition, 4).needs_a_person());
        CHECK(without_removed(items_of(context, edition)).size() == 3);
    });
}

TEST_CASE("a settled line can be opened again, by itself or by undoing")
{
    on_both([](Room&, Context& context) {
        const auto edition = sample_draft(context);
        const auto settle = [&](bool settled) {
            return step(context, edition,
                        [&](Review& review) { return review.settle_line(4, settled); });
        };
        CHECK(settle(true));
        CHECK(!line(context, edition, 4).needs_a_person());
        CHECK(undo(context, edition));
        CHECK(line(context, edition, 4).needs_a_person());
        CHECK(settle(true));
        CHECK(settle(false));
        CHECK(line(context, edition, 4).needs_a_person());
        CHECK(undo(context, edition));
        CHECK(!line(context, edition, 4).needs_a_person());
    });
}

TEST_CASE("a name is identified wherever it stands, and nowhere else")
{
    on_both([](Room&, Context& context) {
        const auto edition = sample_draft(context);
        auto items = items_of(context, edition);
        for (const std::size_t at : {0U, 2U}) {
            items[at].support = {{"TT PVHCC", std::nullopt}, {"Ban khác", std::nullopt}};
            CHECK(step(context, edition, [&](Review& review) { return review.change(items[at]); }));
        }
        const organisation::Target target{agency(context, "VPUB")};
        const auto count = step(
            context, edition, [&](Review& review) { return review.identify("TT PVHCC", target); });
        REQUIRE(count);
        CHECK(*count == 2);
        items = items_of(context, edition);
        CHECK(items[0].support[0].target == target);
        CHECK(!items[0].support[1].target);
        CHECK(undo(context, edition));
        CHECK(!items_of(context, edition)[2].support[0].target);
    });
}

TEST_CASE("only the newest step that stands is undone, once")
{
    on_both([](Room&, Context& context) {
        const auto edition = sample_draft(context);
        auto item = items_of(context, edition)[0];
        item.title = "Lần một";
        item = MUST(step(context, edition, [&](Review& review) { return review.change(item); }));
        const auto first = last_edit(context, edition);
        item.title = "Lần hai";
        item = MUST(step(context, edition, [&](Review& review) { return review.change(item); }));
        const auto undo_first = [&] {
            return step(context, edition, [&](Review& review) { return review.undo(first.id); });
        };
        CHECK(is_failure(undo_first(), Failure::conflict, "plan.undo.not_the_last"));
        CHECK(undo(context, edition));
        CHECK(items_of(context, edition)[0].title == "Lần một");
        CHECK(undo_first());
        CHECK(items_of(context, edition)[0].title == "Việc thứ 1");
        CHECK(is_failure(undo_first(), Failure::conflict, "plan.undo.not_the_last"));
    });
}

TEST_CASE("what is no draft is not reviewed, even by who still sees one")
{
    on_both([](Room&, Context& context) {
        const auto seen = sample_draft(context);
        const auto item = items_of(context, seen)[0];
        {
            auto transaction = MUST(context.begin());
            auto edition = seen;
            edition.state = EditionState::discarded;
            MUST(EditionStore{transaction}.save(edition));
            MUST(transaction.commit());
            const auto known =
                step(context, edition, [&](Review& review) { return review.remove(item.id, 1); });
            CHECK(is_failure(known, Failure::conflict, "plan.not_a_draft"));
        }
        const auto unknown = step(
            context, seen, [&](Review& review) { return review.remove(item.id, item.version); });
        CHECK(is_failure(unknown, Failure::conflict, "base.changed_meanwhile"));
    });
}

TEST_CASE("every step leaves its line in the audit")
{
    on_both([](Room& room, Context& context) {
        const auto edition = sample_draft(context);
        const auto items = items_of(context, edition);
        room.recorder.actions.clear();
        CHECK(step(context, edition, [&](Review& review) {
            return review.merge(items[1].id, items[1].version, items[0].id);
        }));
        CHECK(undo(context, edition));
        CHECK(room.recorder.actions ==
              std::vector<std::string>{"plan.item.merged", "plan.item.merged", "plan.edit.undone"});
    });
}

TEST_CASE("work that the document names twice is merged into one that cites both places")
{
    on_both([](Room&, Context& context) {
        const auto edition = sample_draft(context);
        auto repetition = items_of(context, edition)[2];
        repetition.title = "VIỆC thứ 1.";
        repetition.support = {{"Sở Y tế", agency(context, "SYT")}};
        repetition.notes = {{std::string{repeats}, "II.1"}};
        repetition =
            MUST(step(context, edition, [&](Review& review) { return review.change(repetition); }));
        const auto items = items_of(context, edition);
        const auto* first = repeated_by(items, repetition);
        REQUIRE(first != nullptr);
        CHECK(first->path == "II.1");
        CHECK(repeated_by(items, *first) == nullptr);
        const auto merged = MUST(step(context, edition, [&](Review& review) {
            return review.merge(repetition.id, repetition.version, first->id);
        }));
        CHECK(merged.title == "Việc thứ 1");
        CHECK(merged.first_line == 1);
        CHECK(merged.last_line == 1);
        CHECK(merged.support == repetition.support);
        CHECK(merged.notes == std::vector<Note>{{std::string{also_at}, "mục II.3, dòng 3"}});
        CHECK(needs(merged).empty());
        auto unseen = merged;
        unseen.is_reviewed = false;
        CHECK(needs(unseen).empty());
        CHECK(items_of(context, edition)[2].is_removed);
        CHECK(undo(context, edition));
        CHECK(!items_of(context, edition)[2].is_removed);
        CHECK(items_of(context, edition)[0].notes.empty());
    });
}

TEST_CASE("what the document says of itself is changed and taken back as one step")
{
    on_both([](Room&, Context& context) {
        const auto edition = sample_draft(context);
        const auto document = [&] {
            auto transaction = MUST(context.read());
            auto editions = EditionStore{transaction};
            const auto now = MUST(editions.find(edition.id));
            return MUST(editions.document(now));
        };
        const auto before = document();
        auto changed = before;
        changed.facts.number = "13/KH-UBND";
        changed.facts.issued_on = std::nullopt;
        changed.facts.title = "Kế hoạch khác";
        changed.coordinator = agency(context, "SYT");
        changed.references = {{.kind = "nghị quyết", .number = "76/NQ-CP"}};
        changed.recipients = {{"Thường trực Tỉnh ủy", "b/c"}, {"Lưu: VT", ""}};
        CHECK(step(context, edition,
                   [&](Review& review) { return review.change_document(changed, 1); }));
        CHECK(document() == changed);
        const auto stale = step(context, edition,
                                [&](Review& review) { return review.change_document(before, 1); });
        CHECK(is_failure(stale, Failure::conflict, "base.changed_meanwhile"));
        CHECK(undo(context, stored(context, edition)));
        CHECK(document() == before);
    });
}

TEST_CASE("a doubt about the whole document is open until a person has looked at it")
{
    on_both([](Room&, Context& context) {
        const Note missing{"plan.note.annex_missing", "Phụ lục II"};
        const auto draft = draft_with_notes(context, {missing});
        const auto open = [&] {
            auto transaction = MUST(context.read());
            const auto now = MUST(EditionStore{transaction}.find(draft.id));
            return MUST(openness_of(transaction, now)).notes;
        };
        const auto settle = [&] {
            return step(context, stored(context, draft),
                        [&](Review& review) { return review.settle_note(missing); });
        };
        CHECK(open() == std::vector{missing});
        CHECK(settle());
        CHECK(open().empty());
        CHECK(is_failure(settle(), Failure::conflict, "base.changed_meanwhile"));
        CHECK(undo(context, stored(context, draft)));
        CHECK(open() == std::vector{missing});
    });
}

}  // namespace caicach::plan
