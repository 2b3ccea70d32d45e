#include "obligation/board/public_content.hpp"

#include "obligation/board/test/watched.hpp"
#include "obligation/target/test/targets.hpp"

namespace caicach::obligation
{
namespace
{

/// Two agencies with an article a month, and a share that all departments are to reach.
plan::PlanId plan_to_show(Province& province)
{
    auto second = monthly_articles(province.context, "STP", 1);
    second.path = "II.2";
    second.area = "procedures";
    return put_in_force(province, {share_of_departments(province),
                                   monthly_articles(province.context, "SYT", 1), second});
}

PublicChoice choice_of(Province& province, plan::PlanId plan)
{
    auto transaction = MUST(province.context.read());
    return MUST(public_choice_of(transaction, plan));
}

Result<void> choose(Province& province, plan::PlanId plan, const PublicChoice& wanted)
{
    auto transaction = MUST(province.context.begin());
    const auto summary = MUST(plan::summary_of(transaction, plan));
    TRY(choose_public(province.context, transaction, summary, wanted));
    return transaction.commit();
}

PublicContent content_of(Province& province, plan::PlanId plan, const PublicChoice& choice)
{
    auto transaction = MUST(province.context.read());
    const auto summary = MUST(plan::summary_of(transaction, plan));
    return MUST(public_content_of(province.context, transaction, summary, choice));
}

plan::ItemId lineage_of(Province& province, plan::PlanId plan, std::string_view path)
{
    auto transaction = MUST(province.context.read());
    for (const auto& item : MUST(plan::items_in_force(transaction, plan)))
        if (item.path == path) return item.lineage;
    FAIL("no such item");
    return {};
}

}  // namespace

TEST_CASE("nothing of a plan is public until parts are chosen, each choice once")
{
    in_province([](Province& province) {
        const auto plan = plan_to_show(province);
        auto choice = choice_of(province, plan);
        CHECK_FALSE(choice.shows_anything());
        CHECK(choice.version == 0);
        const auto nothing = content_of(province, plan, choice);
        CHECK(nothing.items.empty());
        CHECK(nothing.areas.empty());
        CHECK(nothing.targets.empty());

        choice.items = true;
        choice.targets = {lineage_of(province, plan, "I.1")};
        choice.withheld = {lineage_of(province, plan, "II.2")};
        MUST(choose(province, plan, choice));
        const auto changed = choose(province, plan, choice);  // as it was before
        REQUIRE_FALSE(changed);
        CHECK(changed.error().key == "obligation.board.choice_changed");

        auto now = choice_of(province, plan);
        CHECK(now.version == 1);
        CHECK(now.items);
        CHECK_FALSE(now.areas);
        CHECK(now.shows_target(choice.targets.front()));
        CHECK(now.withholds(choice.withheld.front()));
        CHECK(text_of(now) == "theo mục, 1 chỉ tiêu, giữ lại 1 mục");

        auto transaction = MUST(province.context.begin());
        const auto summary = MUST(plan::summary_of(transaction, plan));
        MUST(unpublish_board(province.context, transaction, summary));
        MUST(unpublish_board(province.context, transaction, summary));
        MUST(transaction.commit());
        const auto ended = choice_of(province, plan);
        CHECK_FALSE(ended.shows_anything());
        CHECK(ended.withholds(choice.withheld.front()));
        CHECK(ended.version == 2);
        CHECK_FALSE(choose(province, plan, now));  // of before it ended
        CHECK_FALSE(choice_of(province, plan).shows_anything());
    });
}

TEST_CASE("what is withheld is neither shown nor counted, and a part that was not chosen is empty")
{
    in_province([](Province& province) {
        const auto plan = plan_to_show(province);
        publish_article(province, province.agency("SYT"), day(1, 20));
        PublicChoice choice{.items = true, .areas = true};
        auto content = content_of(province, plan, choice);
        CHECK(content.until == day(3, 14));
        REQUIRE(content.items.size() == 2);
        REQUIRE(content.areas.size() == 2);
        CHECK(content.areas[0].area == "procedures");
        CHECK(content.areas[0].sums.overdue == 2);
        CHECK(content.areas[1].sums.in_time == 1);
        CHECK(content.areas[1].sums.overdue == 1);
        CHECK(content.targets.empty());

        choice.withheld = {lineage_of(province, plan, "II.2")};
        content = content_of(province, plan, choice);
        REQUIRE(content.items.size() == 1);
        CHECK(content.items[0].work.path == "II.1");
        REQUIRE(content.areas.size() == 1);
        CHECK(content.areas[0].area.empty());
        CHECK(content.withheld == 1);

        choice.areas = false;
        CHECK(content_of(province, plan, choice).areas.empty());
        choice = {.areas = true};
        CHECK(content_of(province, plan, choice).items.empty());
    });
}

TEST_CASE("a target's number is told of several agencies together, never of one among them")
{
    in_province([](Province& province) {
        const auto plan = plan_to_show(province);
        const PublicChoice choice{.targets = {lineage_of(province, plan, "I.1")}};
        const auto shown = [&] { return content_of(province, plan, choice).targets; };
        REQUIRE(shown().size() == 1);
        CHECK(shown()[0].wanted == "từ 85% trở lên");
        CHECK(shown()[0].reached == "Chưa đủ số liệu");
        MUST(state(province, plan, "SYT",
                   {.amounts = pair(80, 100), .as_of = day(2, 28), .source = "Sở Y tế báo"}));
        CHECK(shown()[0].reached == "Chưa đủ số liệu");
        CHECK(shown()[0].as_of.empty());
        MUST(state(province, plan, "STP",
                   {.amounts = pair(20, 100), .as_of = day(3, 1), .source = "Sở Tư pháp báo"}));
        const auto both = shown()[0];
        CHECK(both.reached == "50%");
        CHECK(both.as_of == "từ 28/02/2026 đến 01/03/2026");
        CHECK(both.source.starts_with("Số liệu của 2/"));
        CHECK(both.source.find("Sở Y tế") == std::string::npos);
        CHECK(content_of(province, plan, {.items = true}).targets.empty());
    });
}

TEST_CASE("many readers of a public board cost one reading a minute, a new choice is seen at once")
{
    in_province([](Province& province) {
        const auto plan = plan_to_show(province);
        PublicContents contents;
        PublicChoice choice{.items = true, .version = 1};
        const auto read = [&] {
            auto transaction = MUST(province.context.read());
            const auto summary = MUST(plan::summary_of(transaction, plan));
            return MUST(contents.content(province.context, transaction, summary, choice));
        };
        const auto first = read();
        publish_article(province, province.agency("SYT"), day(1, 20));
        CHECK(read() == first);
        choice.withheld = {lineage_of(province, plan, "II.2")};
        choice.version = 2;
        const auto second = read();
        CHECK(second != first);
        CHECK(second->items.size() == 1);
        province.desk.clock.set_today(day(3, 16));
        CHECK(read() != second);
    });
}

}  // namespace caicach::obligation
