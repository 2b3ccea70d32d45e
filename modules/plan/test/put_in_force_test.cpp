#include "plan/put_in_force.hpp"

#include <algorithm>

#include "plan/api.hpp"
#include "plan/change.hpp"
#include "plan/item_search.hpp"
#include "plan/review.hpp"
#include "plan/test/both_databases.hpp"

namespace caicach::plan
{
namespace
{

Result<void> put(Context& context, Edition& edition)
{
    auto transaction = MUST(context.begin());
    auto result = put_in_force(context, transaction, edition);
    if (result) MUST(transaction.commit());
    return result;
}

void settle_lines(Context& context, const Edition& edition)
{
    auto transaction = MUST(context.begin());
    MUST(EditionStore{transaction}.settle_line(edition.id, 4, true));
    MUST(transaction.commit());
}

Edition sample_in_force(Context& context)
{
    auto edition = sample_draft(context);
    settle_lines(context, edition);
    MUST(put(context, edition));
    return edition;
}

/// Another reading of the plan: the first item as it was, the second with other words, the third
/// gone, a fourth new.
Edition amended(Context& context, const Edition& in_force,
                const std::vector<std::string>& titles_read = {})
{
    auto transaction = MUST(context.begin());
    auto editions = EditionStore{transaction};
    auto items = ItemStore{transaction};
    auto draft = in_force;
    draft.id = {};
    draft.state = EditionState::draft;
    draft.in_force_at = std::nullopt;
    MUST(editions.add(draft));
    auto all = MUST(items.all_of(in_force.id));
    all.erase(all.begin() + 2);
    all[1].title = "Việc thứ 2, từ nay mỗi quý";
    all.push_back(all[0]);
    all[2].title = "Mở chuyên mục hỏi đáp trên cổng thông tin";
    for (std::size_t i = 0; i < titles_read.size(); ++i) all[i].title = titles_read[i];
    double position = 0;
    for (auto& item : all) {
        item.id = item.lineage = {};
        item.edition = draft.id;
        item.position = ++position;
        item.path = "II." + std::to_string(static_cast<int>(position));
        item.is_reviewed = false;
        MUST(items.add(item));
    }
    MUST(prepare_amendment(transaction, draft));
    MUST(transaction.commit());
    return draft;
}

void decide(Context& context, const Edition& draft, Change::Decision decision)
{
    auto transaction = MUST(context.begin());
    auto changes = ChangeStore{transaction};
    for (const auto& change : MUST(changes.all_of(draft.id)))
        MUST(changes.decide(change, decision));
    MUST(transaction.commit());
}

std::vector<std::string> titles(Context& context, const Edition& edition)
{
    std::vector<std::string> texts;
    for (const auto& item : without_removed(items_of(context, edition))) {
        texts.push_back(item.title);
    }
    return texts;
}

}  // namespace

TEST_CASE("a draft with open questions does not come into force")
{
    on_both([](Room&, Context& context) {
        auto edition = sample_draft(context);
        const auto refused = put(context, edition);
        CHECK(is_failure(refused, Failure::invalid, "plan.put_in_force.open"));
        CHECK(refused.error().arguments == std::vector<std::string>{"1"});
    });
}

TEST_CASE("a document that does not say its year does not come into force")
{
    on_both([](Room&, Context& context) {
        auto edition = sample_draft(context);
        settle_lines(context, edition);
        edition.document.year = 0;
        CHECK(is_failure(put(context, edition), Failure::invalid, "plan.document.year_missing"));
    });
}

TEST_CASE("a reviewed draft comes into force: public, found, told and noted")
{
    on_both([](Room& room, Context& context) {
        std::vector<PlanPutInForce> told;
        room.events.subscribe<PlanPutInForce>(
            [&](Context&, database::Transaction&, const PlanPutInForce& event) -> Result<void> {
                told.push_back(event);
                return {};
            });
        auto edition = sample_in_force(context);
        CHECK(edition.state == EditionState::in_force);
        CHECK(edition.in_force_by == "Lý Thu Hà");
        REQUIRE(told.size() == 1);
        CHECK(told[0].edition == edition.id);
        CHECK(std::ranges::find(room.recorder.actions, "plan.put_in_force") !=
              room.recorder.actions.end());
        auto transaction = MUST(context.read());
        CHECK(MUST(EditionStore{transaction}.in_force_by_slug(edition.slug)).id == edition.id);
        CHECK(edition.slug == "tuyen-truyen-cai-cach-hanh-chinh-nam-2026");
        CHECK(MUST(search_items(transaction, "viec thu", 10)).size() == 3);
        CHECK(is_failure(put(context, edition), Failure::conflict, "plan.not_a_draft"));
    });
}

TEST_CASE("an amended reading knows the work that goes on, and lists what differs")
{
    on_both([](Room&, Context& context) {
        const auto before = sample_in_force(context);
        const auto draft = amended(context, before);
        const auto old_items = items_of(context, before);
        const auto items = items_of(context, draft);
        CHECK(items[0].lineage == old_items[0].lineage);
        CHECK(items[0].is_reviewed);
        CHECK(items[1].lineage == old_items[1].lineage);
        CHECK(!items[1].is_reviewed);
        auto transaction = MUST(context.read());
        const auto changes = MUST(ChangeStore{transaction}.all_of(draft.id));
        REQUIRE(changes.size() == 3);
        CHECK(changes[0].kind == Change::Kind::changed);
        CHECK(changes[1].kind == Change::Kind::added);
        CHECK(changes[2].kind == Change::Kind::removed);
        CHECK(MUST(openness_of(transaction, draft)).changes == 3);
    });
}

TEST_CASE(
    "an item that reviewers have put into other words is known again by those of its document")
{
    on_both([](Room&, Context& context) {
        auto edition = sample_draft(context);
        settle_lines(context, edition);
        {
            auto item = items_of(context, edition)[0];
            auto transaction = MUST(context.begin());
            item.title = "Duy trì bản tin nội bộ hằng tuần cho cán bộ";
            MUST(Review{context, transaction, edition}.change(item));
            MUST(transaction.commit());
        }
        MUST(put(context, edition));
        const auto draft = amended(context, edition, {"Việc thứ 1"});
        const auto before = items_of(context, edition)[0];
        const auto item = items_of(context, draft)[0];
        CHECK(item.title == "Việc thứ 1");
        CHECK(item.lineage == before.lineage);
        CHECK(item.code() == before.code());
        auto transaction = MUST(context.read());
        const auto changes = MUST(ChangeStore{transaction}.all_of(draft.id));
        REQUIRE(!changes.empty());
        CHECK(changes[0].kind == Change::Kind::changed);
        CHECK(changes[0].old_item == before.id);
        CHECK(changes[0].new_item == item.id);
    });
}

TEST_CASE("work of the same place, agencies, time and number goes on under other words")
{
    Item before{.id = {1}, .path = "I.1", .title = "Duy trì bản tin nội bộ", .lead = {{"Sở Y tế"}}};
    before.quotas = {{.count = 2, .per = Period::month, .unit = "tin"}};
    auto after = before;
    after.id = {2};
    after.title = "Đăng tải thường kỳ các chuyên đề";
    CHECK(compare({before}, {after}).pairs.size() == 1);

    const auto parted = [&](const Item& other) {
        const auto comparison = compare({before}, {other});
        return comparison.added.size() == 1 && comparison.removed.size() == 1;
    };
    auto other = after;
    other.lead = {{"Sở Nội vụ"}};
    CHECK(parted(other));
    other = after;
    other.path = "I.2";
    CHECK(parted(other));
    other = after;
    other.quotas[0].count = 3;
    CHECK(parted(other));
    before.quotas.clear();
    after.quotas.clear();
    CHECK(parted(after));
}

TEST_CASE("decisions on changes are taken back as the steps they were")
{
    on_both([](Room&, Context& context) {
        const auto before = sample_in_force(context);
        const auto draft = amended(context, before);
        const auto changes = [&] {
            auto transaction = MUST(context.read());
            return MUST(ChangeStore{transaction}.all_of(draft.id));
        };
        const auto decisions = [&] {
            std::vector<Change::Decision> all;
            for (const auto& change : changes()) all.push_back(change.decision);
            return all;
        };
        const auto decide_some = [&](const std::vector<Change>& some, Change::Decision decision) {
            auto transaction = MUST(context.begin());
            auto review = Review{context, transaction, draft};
            MUST(review.decide(some, decision));
            MUST(transaction.commit());
        };
        const auto undo_last = [&] {
            auto transaction = MUST(context.begin());
            const auto last = MUST(EditStore{transaction}.last(draft.id));
            auto review = Review{context, transaction, draft};
            auto undone = MUST(review.undo(last->id));
            MUST(transaction.commit());
            return undone.summary;
        };
        using enum Change::Decision;
        decide_some({changes()[0]}, refused);
        decide_some({changes()[1], changes()[2]}, accepted);
        CHECK(decisions() == std::vector{refused, accepted, accepted});
        CHECK(undo_last() == "Chấp nhận 2 thay đổi");
        CHECK(decisions() == std::vector{refused, open, open});
        CHECK(undo_last() == "Không chấp nhận thay đổi ở mục II.2");
        CHECK(decisions() == std::vector{open, open, open});
    });
}

TEST_CASE("accepted changes replace the edition in force, which stays as history")
{
    on_both([](Room&, Context& context) {
        const auto before = sample_in_force(context);
        auto draft = amended(context, before);
        decide(context, draft, Change::Decision::accepted);
        CHECK(put(context, draft));
        CHECK(draft.slug == before.slug);
        CHECK(titles(context, draft) ==
              std::vector<std::string>{"Việc thứ 1", "Việc thứ 2, từ nay mỗi quý",
                                       "Mở chuyên mục hỏi đáp trên cổng thông tin"});
        auto transaction = MUST(context.read());
        auto editions = EditionStore{transaction};
        CHECK(MUST(editions.find(before.id)).state == EditionState::replaced);
        CHECK(MUST(editions.in_force_by_slug(before.slug)).id == draft.id);
        CHECK(titles(context, before).size() == 3);
        CHECK(MUST(search_items(transaction, "hoi dap", 10)).size() == 1);
        CHECK(MUST(search_items(transaction, "viec thu 3", 10)).empty());
    });
}

TEST_CASE("refused changes leave what the edition in force said")
{
    on_both([](Room&, Context& context) {
        const auto before = sample_in_force(context);
        auto draft = amended(context, before);
        decide(context, draft, Change::Decision::refused);
        CHECK(put(context, draft));
        auto kept = titles(context, draft);
        std::ranges::sort(kept);
        CHECK(kept == titles(context, before));
    });
}

TEST_CASE("what never came into force is discarded, nothing else")
{
    on_both([](Room&, Context& context) {
        auto edition = sample_draft(context);
        auto transaction = MUST(context.begin());
        CHECK(discard(context, transaction, edition));
        CHECK(edition.state == EditionState::discarded);
        CHECK(is_failure(discard(context, transaction, edition), Failure::conflict,
                         "plan.not_a_draft"));
    });
}

}  // namespace caicach::plan
