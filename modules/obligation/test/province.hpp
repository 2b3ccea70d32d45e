#pragma once
#include <doctest/doctest.h>

#include <functional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "evidence/api.hpp"
#include "obligation/checks.hpp"
#include "obligation/generation.hpp"
#include "obligation/module.hpp"
#include "obligation/obligation_store.hpp"
#include "organisation/api.hpp"
#include "plan/testing.hpp"
#include "support/house.hpp"
#include "testing/databases.hpp"
#include "testing/desk.hpp"

/// The sample province on either database, with this module listening: plans come into force and
/// facts are recorded, and what is owed follows.
namespace caicach::obligation
{

inline Date day(int month, int number) { return *Date::create(2026, month, number); }

constexpr evidence::FactKind article{
    .key = "test.article", .text = "Tin, bài", .unit = "tin, bài", .product = "article"};

struct Province {
    caicach::testing::Desk& desk;
    Context& context;

    [[nodiscard]] organisation::AgencyId agency(std::string_view code) const
    {
        auto transaction = MUST(context.read());
        return MUST(organisation::agency_by_code(transaction, code, context.today())).id;
    }

    /// Work of a group of the directory ("departments").
    [[nodiscard]] plan::Item work_of_group(std::string title, std::string_view group) const
    {
        auto transaction = MUST(context.read());
        const auto found = MUST(organisation::group_by_key(transaction, group));
        plan::Item item;
        item.title = std::move(title);
        item.perform = {{found.name, found.id}};
        return item;
    }

    [[nodiscard]] std::vector<Obligation> obligations(plan::PlanId plan) const
    {
        auto transaction = MUST(context.read());
        return MUST(ObligationStore{transaction}.of_plan(plan));
    }

    /// Of one agency and period; there must be exactly one.
    [[nodiscard]] Obligation obligation(plan::PlanId plan, organisation::AgencyId agency,
                                        std::string_view period) const
    {
        std::vector<Obligation> found;
        for (auto& obligation : obligations(plan))
            if (obligation.agency == agency && obligation.period == period)
                found.push_back(std::move(obligation));
        REQUIRE(found.size() == 1);
        return found.front();
    }

    /// The kept sums agree with those made anew.
    void check_everything() const
    {
        CHECK(MUST(check_sums(context)).empty());
        CHECK(MUST(check_tally(context)).empty());
    }
};

inline plan::PlanId put_in_force(Province& province, std::vector<plan::Item> items)
{
    plan::testing::PlanSketch sketch;
    sketch.items = std::move(items);
    return plan::testing::plan_in_force(province.context, std::move(sketch)).plan;
}

inline evidence::FactId record(Province& province, const evidence::Fact& fact)
{
    auto transaction = MUST(province.context.begin());
    const auto id = MUST(evidence::record(province.context, transaction, fact));
    MUST(transaction.commit());
    return id;
}

inline evidence::FactId publish_article(Province& province, organisation::AgencyId agency, Date on,
                                        std::int64_t quantity = 1)
{
    return record(province, {.kind = article,
                             .agency = agency,
                             .happened_on = on,
                             .quantity = quantity,
                             .title = "Một cửa ở xã"});
}

/// An agency's quota of articles a month.
inline plan::Item monthly_articles(Context& context, std::string_view agency, int count)
{
    auto item = plan::testing::activity_of(context, "Đăng tin, bài cải cách hành chính", agency);
    item.path = "II.1";
    item.quotas = {{.count = count, .per = plan::Period::month, .unit = "tin, bài"}};
    return item;
}

/// `ended` goes into `into` on that day.
inline void merge(Province& province, std::string_view into, std::string_view ended, Date on)
{
    std::string file = "day;kind;subject;others;names_to;name;short_name;document\n";
    file += on.iso() + ";merge;" + std::string{into} + ";" + std::string{ended} +
            ";;;;Nghị quyết số 15/NQ-HĐND\n";
    MUST(organisation::seed_reorganisations(province.context, file));
}

inline void generate_anew(Province& province, plan::PlanId plan)
{
    auto transaction = MUST(province.context.begin());
    MUST(generate(province.context, transaction, plan));
    MUST(transaction.commit());
}

/// The plan is amended: its first item becomes another.
inline void amend(Province& province, plan::PlanId plan,
                  const std::function<void(plan::Item&)>& change)
{
    auto transaction = MUST(province.context.begin());
    auto items = MUST(plan::items_in_force(transaction, plan));
    change(items.front());
    MUST(plan::ItemStore{transaction}.save(items.front()));
    MUST(generate(province.context, transaction, plan));
    MUST(transaction.commit());
}

inline void in_province(const std::function<void(Province&)>& test)
{
    const auto all = caicach::testing::all_migrations();
    caicach::testing::each_database(all, [&](database::Database& database) {
        caicach::testing::Desk desk{database, day(3, 15)};
        module().subscribe_to(desk.events);
        auto context = desk.context();
        MUST(organisation::load_reference(context));
        MUST(organisation::seed_sample(context, caicach::testing::sample_province()));
        Province province{desk, context};
        test(province);
    });
}

}  // namespace caicach::obligation
