#include "crypto/crypto.hpp"
#include "plan/change.hpp"
#include "plan/edit_store.hpp"
#include "plan/test/both_databases.hpp"

namespace caicach::plan
{
namespace
{

Edition stored(Context& context, EditionId id)
{
    auto transaction = MUST(context.read());
    return MUST(EditionStore{transaction}.find(id));
}

Item full_item(Context& context)
{
    auto item = testing::activity_of(context, "Viết tin, bài về “một cửa”", "SYT");
    item.path = "II.1.a-2";
    item.audience = {"citizens"};
    item.support = {{"Trung tâm chưa ai biết", std::nullopt}};
    item.perform = {{"Ủy ban nhân dân cấp xã", std::nullopt}};
    item.direct = {{"Ủy ban nhân dân tỉnh", std::nullopt}};
    item.oversee = item.support;
    item.schedule = Schedule{
        .kind = Schedule::Kind::recurring, .every = Period::month, .day = 25, .limit = Limit::by};
    item.quotas = {{.count = 1, .per = Period::month, .unit = "tin, bài", .at_least = true}};
    item.metrics = {{.op = ">=", .value = 87.5, .unit = "%", .subject = "Hồ sơ đúng hạn"}};
    item.budget = "Ngân sách tỉnh";
    item.product = "Chuyên mục";
    item.excluding = "văn bản mật";
    item.area = "procedures";
    item.requested = true;
    item.context = {"NHIỆM VỤ", "Thông tin"};
    item.first_line = 3;
    item.last_line = 4;
    item.confidence = 0.75;
    item.notes = {{"plan.note.repeats", "II.1"}};
    return item;
}

}  // namespace

TEST_CASE("an edition comes back as it was stored, doubts and all")
{
    on_both([](Room&, Context& context) {
        auto edition = sample_draft(context);
        auto transaction = MUST(context.begin());
        edition.notes = {{"plan.note.annex_missing", "Phụ lục kèm theo"}};
        edition.problem = "{}";
        MUST(EditionStore{transaction}.save(edition));
        MUST(transaction.commit());
        const auto found = stored(context, edition.id);
        CHECK(found.document == edition.document);
        CHECK(found.notes == edition.notes);
        CHECK(found.number == 1);
        CHECK(found.version == edition.version);
        CHECK(found.coordinator == agency(context, "SNV"));
        CHECK(!found.code.empty());
    });
}

TEST_CASE("an edition that somebody saved meanwhile is a conflict")
{
    on_both([](Room&, Context& context) {
        const auto edition = sample_draft(context);
        auto transaction = MUST(context.begin());
        auto mine = edition;
        auto theirs = edition;
        MUST(EditionStore{transaction}.save(theirs));
        const auto saved = EditionStore{transaction}.save(mine);
        CHECK(is_failure(saved, Failure::conflict, "base.changed_meanwhile"));
    });
}

TEST_CASE("only a draft can be held")
{
    on_both([](Room&, Context& context) {
        auto edition = sample_draft(context);
        auto transaction = MUST(context.begin());
        auto editions = EditionStore{transaction};
        CHECK(editions.hold_draft(edition.id));
        edition.state = EditionState::discarded;
        MUST(editions.save(edition));
        CHECK(is_failure(editions.hold_draft(edition.id), Failure::conflict,
                         "base.changed_meanwhile"));
    });
}

TEST_CASE("a code leads to what is under review, else to what is in force")
{
    on_both([](Room&, Context& context) {
        auto edition = sample_draft(context);
        auto transaction = MUST(context.begin());
        auto editions = EditionStore{transaction};
        edition.state = EditionState::in_force;
        MUST(editions.save(edition));
        auto amended = edition;
        amended.id = {};
        amended.state = EditionState::draft;
        MUST(editions.add(amended));
        CHECK(amended.number == 2);
        CHECK(MUST(editions.by_code(edition.code)).id == amended.id);
        amended.state = EditionState::discarded;
        MUST(editions.save(amended));
        CHECK(MUST(editions.by_code(edition.code)).id == edition.id);
        CHECK(is_failure(editions.by_code("KHONGCO"), Failure::not_found, "plan.not_found"));
        CHECK(MUST(editions.all_of(edition.plan)).size() == 2);
        CHECK(MUST(editions.years()) == std::vector{2026});
    });
}

TEST_CASE("a plan keeps every slug it had, and two plans never share one")
{
    on_both([](Room&, Context& context) {
        auto first = sample_draft(context);
        auto second = sample_draft(context);
        auto transaction = MUST(context.begin());
        auto editions = EditionStore{transaction};
        MUST(editions.rename(first, "Kế hoạch năm 2026"));
        MUST(editions.rename(second, "Kế hoạch năm 2026"));
        CHECK(first.slug == "ke-hoach-nam-2026");
        CHECK(second.slug == "ke-hoach-nam-2026-2");
        MUST(editions.rename(first, "Tên khác"));
        first.state = EditionState::in_force;
        MUST(editions.save(first));
        CHECK(MUST(editions.in_force_by_slug("ke-hoach-nam-2026")).id == first.id);
        CHECK(MUST(editions.in_force_by_slug("ten-khac")).slug == "ten-khac");
        CHECK(!editions.in_force_by_slug("ke-hoach-nam-2026-2"));
    });
}

TEST_CASE("lines are settled only where nothing became of them")
{
    on_both([](Room&, Context& context) {
        const auto edition = sample_draft(context);
        auto transaction = MUST(context.begin());
        auto editions = EditionStore{transaction};
        CHECK(MUST(editions.count_open_lines(edition.id)) == 1);
        MUST(editions.settle_line(edition.id, 4, true));
        CHECK(MUST(editions.count_open_lines(edition.id)) == 0);
        CHECK(MUST(editions.lines(edition.id, 4, 4)).front().settled);
        const auto other = editions.settle_line(edition.id, 1, true);
        CHECK(is_failure(other, Failure::conflict, "base.changed_meanwhile"));
    });
}

TEST_CASE("an item comes back with all that it says")
{
    on_both([](Room&, Context& context) {
        const auto edition = sample_draft(context);
        auto item = full_item(context);
        item.edition = edition.id;
        item.position = 2.5;
        auto transaction = MUST(context.begin());
        auto items = ItemStore{transaction};
        MUST(items.add(item));
        CHECK(item.lineage == item.id);
        const auto found = MUST(items.find(item.id));
        CHECK(json::dump(to_json(found)) == json::dump(to_json(item)));
        const auto all = MUST(items.all_of(edition.id));
        REQUIRE(all.size() == 4);
        CHECK(json::dump(to_json(all[2])) == json::dump(to_json(item)));
        auto stale = item;
        item.lead.clear();
        MUST(items.save(item));
        CHECK(MUST(items.find(item.id)).lead.empty());
        CHECK(is_failure(items.save(stale), Failure::conflict, "base.changed_meanwhile"));
    });
}

TEST_CASE("a step remembers the items and lines as they were")
{
    on_both([](Room&, Context& context) {
        const auto edition = sample_draft(context);
        const auto item = full_item(context);
        Edit edit{.edition = edition.id,
                  .action = "plan.item.changed",
                  .summary = "Sửa mục II.1",
                  .before = {{item, true}},
                  .lines = {{4, Fate::unknown, true}},
                  .done_at = context.now(),
                  .done_by = "Lý Thu Hà"};
        auto transaction = MUST(context.begin());
        auto edits = EditStore{transaction};
        MUST(edits.add(edit));
        const auto kept = MUST(transaction.one(
            "SELECT before FROM plan_edit WHERE id = $1",
            [](const database::Row& row) { return row.string("before"); }, edit.id));
        CHECK(edit.before_hash == crypto::sha256_hex(kept));
        const auto last = MUST(edits.last(edition.id));
        REQUIRE(last);
        REQUIRE(last->before.size() == 1);
        CHECK(json::dump(to_json(last->before[0].item)) == json::dump(to_json(item)));
        CHECK(last->before[0].was_made);
        REQUIRE(last->lines.size() == 1);
        CHECK(last->lines[0].number == 4);
        CHECK(last->lines[0].settled);
        MUST(edits.mark_undone(edit.id));
        CHECK(!MUST(edits.last(edition.id)));
        CHECK(MUST(edits.history(edition.id, 10)).front().is_undone);
        CHECK(is_failure(edits.mark_undone(edit.id), Failure::conflict, "base.changed_meanwhile"));
    });
}

TEST_CASE("a change is decided once by each who saw it")
{
    on_both([](Room&, Context& context) {
        const auto edition = sample_draft(context);
        const auto items = items_of(context, edition);
        std::vector<Change> changes{{.kind = Change::Kind::added, .new_item = items[0].id},
                                    {.kind = Change::Kind::removed, .old_item = items[1].id}};
        auto transaction = MUST(context.begin());
        auto store = ChangeStore{transaction};
        MUST(store.save_all(edition.id, changes));
        const auto all = MUST(store.all_of(edition.id));
        REQUIRE(all.size() == 2);
        CHECK(all[0].kind == Change::Kind::added);
        CHECK(!all[0].old_item);
        MUST(store.decide(all[0], Change::Decision::refused));
        CHECK(MUST(store.find(all[0].edition, all[0].number)).decision ==
              Change::Decision::refused);
        CHECK(is_failure(store.decide(all[0], Change::Decision::accepted), Failure::conflict,
                         "base.changed_meanwhile"));
        CHECK(is_failure(store.find(all[0].edition, 99), Failure::not_found,
                         "plan.change.not_found"));
    });
}

}  // namespace caicach::plan
