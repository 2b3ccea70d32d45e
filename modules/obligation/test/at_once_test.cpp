#include "obligation/cascade/test/handing_office.hpp"
#include "obligation/uncounting.hpp"
#include "testing/side_by_side.hpp"

namespace caicach::obligation
{
namespace
{

using caicach::testing::Deed;
using caicach::testing::side_by_side;

/// Another person at another desk, whom the same modules hear.
struct Neighbour {
    explicit Neighbour(const Province& province)
        : desk(*province.context.services().database, province.context.today())
    {
        module().subscribe_to(desk.events);
    }

    caicach::testing::Desk desk;
    Context context{desk.context()};
};

Result<void> publish_with(Context& context, database::Transaction& transaction,
                          organisation::AgencyId agency, Date on)
{
    TRY(evidence::record(
        context, transaction,
        {.kind = article, .agency = agency, .happened_on = on, .title = "Một cửa ở xã"}));
    return {};
}

/// Each of them once as the first, whom the other waits for.
void in_either_order(Province& province, bool is_turned, const Deed& one, const Deed& other)
{
    auto& database = *province.context.services().database;
    MUST(side_by_side(database, is_turned ? other : one, is_turned ? one : other));
}

}  // namespace

TEST_CASE("a result that is recorded while a plan is generated anew counts for what it makes")
{
    for (const bool is_plan_first : {false, true}) {
        CAPTURE(is_plan_first);
        in_province([&](Province& province) {
            const auto health = province.agency("SYT");
            const auto plan =
                put_in_force(province, {monthly_articles(province.context, "SYT", 2)});
            // As before the plan came into force: nothing is owed.
            auto transaction = MUST(province.context.begin());
            ObligationStore store{transaction};
            for (const auto& one : MUST(store.of_plan(plan))) MUST(store.remove_untold(one));
            MUST(store.retell_tally(plan));
            MUST(transaction.commit());
            Neighbour coordinator{province};
            const auto publishing = [&](database::Transaction& own) {
                return publish_with(province.context, own, health, day(3, 2));
            };
            const auto generating = [&](database::Transaction& own) -> Result<void> {
                TRY(generate(coordinator.context, own, plan));
                return {};
            };
            in_either_order(province, is_plan_first, publishing, generating);
            CHECK(province.obligation(plan, health, "2026-03").done == 1);
            province.check_everything();
        });
    }
}

TEST_CASE("a result of a unit that is given a part at the same moment counts for the part")
{
    for (const bool is_part_first : {false, true}) {
        CAPTURE(is_part_first);
        in_province([&](Province& province) {
            const HandingOffice office{province, 6};
            const auto whole = office.whole();
            Neighbour unit{province};
            const auto publishing = [&](database::Transaction& own) {
                return publish_with(unit.context, own, office.portal, day(3, 2));
            };
            const auto handing = [&](database::Transaction& own) -> Result<void> {
                TRY(hand_on(province.context, own, whole, Units{office.portal},
                            PartTerms{.needed = 2}, Reach::this_period));
                return {};
            };
            in_either_order(province, is_part_first, publishing, handing);
            CHECK(office.part(office.portal).obligation.done == 1);
            CHECK(office.whole().done == 1);
            province.check_everything();
        });
    }
}

TEST_CASE("what earlier releases missed is named with what mends it, and counts when added up anew")
{
    in_province([](Province& province) {
        const auto plan = put_in_force(province, {monthly_articles(province.context, "SYT", 2)});
        const auto health = province.agency("SYT");
        publish_article(province, health, day(3, 2));
        publish_article(province, health, day(3, 3));
        // As if each had been written before the other was there.
        auto transaction = MUST(province.context.begin());
        MUST(transaction.script("DELETE FROM obligation_count"));
        MUST(transaction.script("UPDATE obligation_obligation SET done = 0, done_on = NULL"));
        MUST(ObligationStore{transaction}.retell_tally(plan));
        MUST(transaction.commit());
        const auto problems = MUST(check_sums(province.context));
        REQUIRE(problems.size() == 2);
        CHECK(problems[0].find("hợp với việc mà chưa được tính") != std::string::npos);
        CHECK(problems[0].find("caicach check figures --repair") != std::string::npos);
        transaction = MUST(province.context.begin());
        MUST(transaction.script(
            "UPDATE obligation_obligation SET done = 7 WHERE period = '2026-02'"));
        MUST(transaction.script("UPDATE obligation_tally SET owed = owed + 1"));
        MUST(add_up_anew(province.context, transaction));
        MUST(transaction.commit());
        CHECK(province.obligation(plan, health, "2026-03").done == 2);
        CHECK(province.obligation(plan, health, "2026-02").done == 0);
        province.check_everything();
    });
}

TEST_CASE("what is taken back while somebody counts it again counts for nothing")
{
    in_province([](Province& province) {
        const auto plan = put_in_force(province, {monthly_articles(province.context, "SYT", 2)});
        const auto health = province.agency("SYT");
        const auto fact = publish_article(province, health, day(3, 2));
        auto transaction = MUST(province.context.begin());
        MUST(uncount(province.context, transaction, province.obligation(plan, health, "2026-03"),
                     fact, "Không phải tin, bài"));
        MUST(transaction.commit());
        const auto owed = province.obligation(plan, health, "2026-03");
        Neighbour judge{province};
        const auto taking_back = [&](database::Transaction& own) -> Result<void> {
            TRY(evidence::record(province.context, own,
                                 {.kind = article,
                                  .agency = health,
                                  .happened_on = day(3, 2),
                                  .quantity = 0,
                                  .title = "Một cửa ở xã",
                                  .supersedes = fact}));
            return {};
        };
        const auto counting = [&](database::Transaction& own) {
            return count_again(judge.context, own, owed, fact);
        };
        MUST(side_by_side(*province.context.services().database, taking_back, counting));
        CHECK(province.obligation(plan, health, "2026-03").done == 0);
        province.check_everything();
    });
}

}  // namespace caicach::obligation
