#include "obligation/target/exclusion_steps.hpp"

#include "calendar/moment.hpp"
#include "obligation/target/exclusion_store.hpp"
#include "obligation/target/target_table.hpp"
#include "obligation/target/test/targets.hpp"

namespace caicach::obligation
{
namespace
{

using organisation::AgencyId;
using organisation::Succession;

constexpr AgencyId heir{1};
constexpr AgencyId other{2};
constexpr AgencyId gone{3};
constexpr AgencyId gone_too{4};

Exclusion granted_to(AgencyId agency, Date on)
{
    return {.agency = agency,
            .state = ExclusionState::granted,
            .reason = "Không có nguồn thu",
            .decided_at = instant_at(on, 600)};
}

/// Asked in October; at first those, and who are there no longer.
AskedAgencies asked_in_october(std::vector<AgencyId> now, std::vector<AgencyId> at_first)
{
    return {.now = std::move(now),
            .day = day(10, 1),
            .at_first = std::move(at_first),
            .first_day = day(1, 1)};
}

std::vector<AgencyId> excluded_with(const AskedAgencies& asked, const Succession& succession,
                                    const std::vector<Exclusion>& all)
{
    std::vector<const Exclusion*> granted;
    for (const auto& one : all) granted.push_back(&one);
    std::vector<AgencyId> agencies;
    for (const auto& one : excluded_of(asked, succession, granted)) agencies.push_back(one.agency);
    return agencies;
}

Result<Stating> exclude(Province& province, Context& context, plan::PlanId plan,
                        std::string_view agency, std::string reason)
{
    auto transaction = MUST(context.begin());
    auto targets = loaded(context, transaction, plan);
    const auto said =
        TRY(state_exclusion(context, transaction, targets, targets.targets().front(),
                            {.agency = province.agency(agency), .reason = std::move(reason)}));
    TRY(transaction.commit());
    return said;
}

Exclusion exclusion_of(Province& province, plan::PlanId plan)
{
    auto transaction = MUST(province.context.read());
    const auto all = MUST(ExclusionStore{transaction}.of_plan(plan));
    REQUIRE(all.size() == 1);
    return all.front();
}

Result<void> decide(Province& province, plan::PlanId plan, const Verdict& verdict)
{
    const auto id = exclusion_of(province, plan).id;
    auto transaction = MUST(province.context.begin());
    auto targets = loaded(province.context, transaction, plan);
    TRY(decide_exclusion(province.context, transaction, targets, targets.targets().front(), id,
                         verdict));
    return transaction.commit();
}

}  // namespace

TEST_CASE("an exclusion ends when its agency takes over one that is asked, not one that is not")
{
    const Succession merged{{{gone, heir, organisation::whole_share, day(7, 1)}}};
    const auto asked = asked_in_october({heir, other}, {heir, other, gone});
    CHECK(excluded_with(asked, merged, {granted_to(heir, day(3, 1))}).empty());
    CHECK(excluded_with(asked, merged, {granted_to(heir, day(8, 1))}) == std::vector{heir});
    CHECK(
        excluded_with(asked, merged, {granted_to(heir, day(3, 1)), granted_to(gone, day(3, 1))}) ==
        std::vector{heir});
    // Who takes over one that is not concerned is asked as before.
    CHECK(excluded_with(asked, merged, {granted_to(gone, day(3, 1))}).empty());
}

TEST_CASE("a new agency is not concerned where all that went into it were not")
{
    const Succession merged{{{gone, heir, organisation::whole_share, day(7, 1)},
                             {gone_too, heir, organisation::whole_share, day(7, 1)}}};
    const auto asked = asked_in_october({heir, other}, {other, gone, gone_too});
    CHECK(excluded_with(asked, merged, {granted_to(gone, day(3, 1))}).empty());
    CHECK(excluded_with(asked, merged,
                        {granted_to(gone, day(3, 1)), granted_to(gone_too, day(3, 1))}) ==
          std::vector{heir});
}

TEST_CASE("who is not concerned is in no denominator and not missing; others decide the whole")
{
    in_province([](Province& province) {
        const auto plan = put_in_force(province, {share_of_departments(province)});
        const auto before = standing(province, plan);
        MUST(exclude(province, province.context, plan, "SYT", "Không có thủ tục"));
        MUST(state(province, plan, "STC", {pair(90, 100), day(2, 28), "Cổng"}));
        const auto after = standing(province, plan);
        CHECK(after.total.expected == before.total.expected - 1);
        CHECK(after.agencies.size() == before.agencies.size() - 1);
        REQUIRE(after.excluded.size() == 1);
        CHECK(after.excluded.front().agency.code == "SYT");
        CHECK(after.excluded.front().stated.reason == "Không có thủ tục");
        CHECK(state(province, plan, "SYT", {pair(1, 2), day(2, 28), "Cổng"}).error().key ==
              "obligation.measurement.excluded");
        // Twice the same is once; with another reason it is refused.
        CHECK(MUST(exclude(province, province.context, plan, "SYT", "Không có thủ tục")) ==
              Stating::known_already);
        CHECK(exclude(province, province.context, plan, "SYT", "Khác").error().key ==
              "obligation.exclusion.stated_already");
        CHECK(exclude(province, province.context, plan, "STP", "  ").error().key ==
              "obligation.exclusion.reason_missing");
        CHECK(exclude(province, province.context, plan, "UBND", "Khác").error().key ==
              "obligation.measurement.agency");
    });
}

TEST_CASE("numbers stated before stay, count nowhere, and count again when it is taken back")
{
    in_province([](Province& province) {
        const auto plan = put_in_force(province, {share_of_departments(province)});
        MUST(state(province, plan, "SYT", {pair(10, 100), day(2, 28), "Cổng"}));
        MUST(state(province, plan, "STC", {pair(90, 100), day(2, 28), "Cổng"}));
        MUST(exclude(province, province.context, plan, "SYT", "Không có thủ tục"));
        CHECK(standing(province, plan).total.amounts == pair(90, 100));
        const auto stands = exclusion_of(province, plan);
        CHECK(decide(province, plan, {.answer = "Vẫn có", .version = stands.version + 1})
                  .error()
                  .key == "base.changed_meanwhile");
        CHECK(decide(province, plan, {.version = stands.version}).error().key ==
              "obligation.exclusion.answer_missing");
        CHECK(decide(province, plan, {.is_granted = true, .version = stands.version}).error().key ==
              "obligation.exclusion.decided_already");
        MUST(decide(province, plan, {.answer = "Vẫn có thủ tục", .version = stands.version}));
        CHECK(standing(province, plan).total.amounts == pair(100, 200));
        CHECK(exclusion_of(province, plan).answer == "Vẫn có thủ tục");
        CHECK(decide(province, plan, {.is_granted = true, .version = stands.version + 1})
                  .error()
                  .key == "obligation.exclusion.decided_already");
        // It may be said anew, of the same row.
        MUST(exclude(province, province.context, plan, "SYT", "Không còn thủ tục"));
        CHECK(exclusion_of(province, plan).id == stands.id);
        CHECK(standing(province, plan).total.amounts == pair(90, 100));
    });
}

TEST_CASE("in July who takes over one that is asked is asked for both; an amendment keeps the rest")
{
    in_province([](Province& province) {
        const auto plan = put_in_force(province, {share_of_departments(province)});
        MUST(exclude(province, province.context, plan, "SYT", "Không có thủ tục"));
        MUST(exclude(province, province.context, plan, "STC", "Không có thủ tục"));
        MUST(state(province, plan, "STP", {pair(18, 20), day(1, 31), "Cổng"}));
        {
            auto transaction = MUST(province.context.begin());
            auto items = MUST(plan::items_in_force(transaction, plan));
            items.front().metrics.front().value = 90;
            MUST(plan::ItemStore{transaction}.save(items.front()));
            MUST(transaction.commit());
        }
        CHECK(standing(province, plan).excluded.size() == 2);
        merge(province, "SYT", "STP", day(7, 1));
        province.desk.clock.set_today(day(10, 1));
        const auto after = standing(province, plan);
        REQUIRE(after.excluded.size() == 1);
        CHECK(after.excluded.front().agency.code == "STC");
        CHECK(standing_of(province, plan, "SYT").amounts == pair(18, 20));
    });
}

TEST_CASE("a target that applies to nobody is neither reached nor missing")
{
    in_province([](Province& province) {
        auto item = plan::testing::activity_of(province.context, "Hoàn thành lộ trình giá", "SYT");
        item.path = "I.2";
        item.type = plan::ItemType::target;
        const auto plan = put_in_force(province, {item});
        MUST(exclude(province, province.context, plan, "SYT", "Không có dịch vụ định giá"));
        const auto after = standing(province, plan);
        CHECK(after.total.expected == 0);
        CHECK(after.total.reached == Reached::unknown);
        CHECK(stated_text(after.total) == "Không cơ quan nào thuộc diện");
    });
}

}  // namespace caicach::obligation
