#include "obligation/draft/draft.hpp"

#include <doctest/doctest.h>

#include <algorithm>

#include "obligation/draft/result_form.hpp"
#include "obligation/limits.hpp"
#include "obligation/test/province.hpp"
#include "obligation/testing.hpp"

namespace caicach::obligation
{
namespace
{

Obligation first_task(Province& province)
{
    return testing::obligations_of_articles(province.context, "SYT", "SNV").front();
}

Result<Draft> save(Context& context, const Obligation& task, std::string title,
                   std::int64_t version)
{
    auto transaction = MUST(context.begin());
    auto draft = save_draft(context, transaction, task,
                            {.text = {.title = std::move(title)}, .version = version});
    if (draft) MUST(transaction.commit());
    return draft;
}

std::optional<Draft> stored(Province& province, const Obligation& task)
{
    auto transaction = MUST(province.context.read());
    return MUST(draft_of(transaction, task.id, province.context.now()));
}

std::size_t lines_about(const Province& province, std::string_view action)
{
    return static_cast<std::size_t>(std::ranges::count_if(
        province.desk.recorder.lines, [&](const auto& line) { return line.starts_with(action); }));
}

}  // namespace

TEST_CASE("a draft keeps what was typed, also what is no number and no day")
{
    in_province([](Province& province) {
        const auto task = first_task(province);
        CHECK(!stored(province, task));
        auto transaction = MUST(province.context.begin());
        const DraftText typed{
            .title = "Lớp tập huấn",
            .happened_on = "hôm qua",
            .quantity = "hai",
            .subjects = {.agencies = {"so-tu-phap", "khong-co"}, .manner = "planned"}};
        MUST(save_draft(province.context, transaction, task, {.text = typed}));
        MUST(transaction.commit());
        REQUIRE(stored(province, task));
        CHECK(stored(province, task)->text == typed);
        const auto version = stored(province, task)->version;
        transaction = MUST(province.context.begin());
        const DraftText changed{.title = "Lớp tập huấn", .subjects = {.manner = "unannounced"}};
        MUST(
            save_draft(province.context, transaction, task, {.text = changed, .version = version}));
        MUST(transaction.commit());
        CHECK(stored(province, task)->text == changed);
        auto reading = MUST(province.context.read());
        const auto all = MUST(drafts_of(reading, task.agency, province.context.now()));
        CHECK(all.contains(task.id.value));
        const auto others =
            MUST(drafts_of(reading, province.agency("STP"), province.context.now()));
        CHECK(others.empty());
    });
}

TEST_CASE("who saves over a draft that another person saved meanwhile is told, and nothing is lost")
{
    in_province([](Province& province) {
        const auto task = first_task(province);
        const auto first = MUST(save(province.context, task, "một", 0));
        const auto second = MUST(save(province.context, task, "hai", first.version));
        CHECK(second.version != first.version);
        const auto stale = save(province.context, task, "ba", first.version);
        REQUIRE(!stale);
        CHECK(stale.error().key == "obligation.draft.changed");
        CHECK(!save(province.context, task, "bốn", 0));
        CHECK(stored(province, task)->text.title == "hai");
    });
}

TEST_CASE("a version is never used twice, also not by the next draft of the same work")
{
    in_province([](Province& province) {
        const auto task = first_task(province);
        const auto first = MUST(save(province.context, task, "một", 0));
        auto transaction = MUST(province.context.begin());
        MUST(drop_draft(province.context, transaction, task, first.version));
        MUST(transaction.commit());
        CHECK(!stored(province, task));
        const auto next = MUST(save(province.context, task, "hai", 0));
        CHECK(!save(province.context, task, "ba", first.version));
        CHECK(stored(province, task)->version == next.version);
    });
}

TEST_CASE("pauses in typing leave no trail, beginning and giving up do")
{
    in_province([](Province& province) {
        const auto task = first_task(province);
        auto draft = MUST(save(province.context, task, "một", 0));
        for (const auto* title : {"hai", "ba"})
            draft = MUST(save(province.context, task, title, draft.version));
        CHECK(lines_about(province, "obligation.draft.begun") == 1);
        CHECK(lines_about(province, "obligation.draft.taken_over") == 0);
        auto colleague = province.desk.context_of(organisation::scope_of(task.agency));
        draft = MUST(save(colleague, task, "bốn", draft.version));
        CHECK(lines_about(province, "obligation.draft.taken_over") == 1);
        auto transaction = MUST(province.context.begin());
        const auto stale = drop_draft(province.context, transaction, task, draft.version + 1);
        CHECK(!stale);
        MUST(drop_draft(province.context, transaction, task, draft.version));
        MUST(transaction.commit());
        CHECK(lines_about(province, "obligation.draft.dropped") == 1);
    });
}

TEST_CASE("a draft ends by its age, and the next one that is saved takes old rows along")
{
    in_province([](Province& province) {
        const auto tasks = testing::obligations_of_articles(province.context, "SYT", "SNV");
        const auto old = MUST(save(province.context, tasks.at(0), "cũ", 0));
        province.desk.clock.set_today(day(5, 13));
        CHECK(stored(province, tasks.at(0)));
        province.desk.clock.set_today(day(5, 14));
        CHECK(!stored(province, tasks.at(0)));
        MUST(save(province.context, tasks.at(1), "mới", 0));
        // Its row is gone: a new one begins from nothing, whatever version somebody saw.
        const auto again = MUST(save(province.context, tasks.at(0), "lại", old.version));
        CHECK(again.text.title == "lại");
    });
}

TEST_CASE("who may not report for the agency saves and drops no draft")
{
    in_province([](Province& province) {
        const auto task = first_task(province);
        const auto draft = MUST(save(province.context, task, "một", 0));
        province.desk.authority.answer = false;
        auto stranger = province.desk.context_of(organisation::scope_of(province.agency("STP")));
        const auto saved = save(stranger, task, "hai", draft.version);
        REQUIRE(!saved);
        CHECK(saved.error().kind == Failure::forbidden);
        auto transaction = MUST(stranger.begin());
        CHECK(!drop_draft(stranger, transaction, task, draft.version));
    });
}

TEST_CASE("the content of a report is told by each of its parts")
{
    const Report report{.title = "a", .happened_on = day(3, 1), .quantity = 2, .link = "b"};
    const auto content = content_of(report, "c");
    CHECK(content == content_of(report, "c"));
    CHECK(content != content_of(report, "d"));
    for (auto change : {0, 1, 2, 3, 4, 5}) {
        auto other = report;
        if (change == 0) other.title = "x";
        if (change == 1) other.happened_on = day(3, 2);
        if (change == 2) other.quantity = 3;
        if (change == 3) other.link = "";
        if (change == 4) other.subjects.agencies = {"so-y-te"};
        if (change == 5) other.subjects.manner = "planned";
        CHECK(content != content_of(other, "c"));
    }
}

}  // namespace caicach::obligation
