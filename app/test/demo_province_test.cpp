#include "app/demo/demo_province.hpp"

#include <doctest/doctest.h>

#include "app/settings.hpp"
#include "base/process.hpp"

namespace caicach::app
{
namespace
{

/// As small as the sample allows, of two years.
DemoShape small_shape()
{
    return {
        .years = 2, .until = *Date::create(2026, 2, 1), .seed = 7, .agencies = 31, .officers = 40};
}

TemporaryDirectory fresh_folder() { return MUST(TemporaryDirectory::create()); }

/// A small demonstration province.
struct Demo {
    explicit Demo(const DemoShape& shape) : clock(demo_first_day(shape))
    {
        const auto configuration =
            MUST(Configuration::load(settings(), {{}, {}, {{"province.sample", "true"}}}));
        system = MUST(System::open(configuration, {.data_folder = folder.path(), .clock = &clock}));
        MUST(system->migrate());
        MUST(fill_demo_province(*system, clock, shape,
                                [this](const DemoYear& year) { years.push_back(year); }));
    }

    /// All that is the same in a province of the same shape, a line each.
    [[nodiscard]] std::vector<std::string> told() const
    {
        constexpr std::string_view every_fact =
            "SELECT a.code || ' ' || f.happened_on || ' ' || f.quantity || ' ' || f.title AS line "
            "FROM evidence_fact f JOIN organisation_agency a ON a.id = f.agency_id "
            "UNION ALL SELECT name FROM identity_account "
            "UNION ALL SELECT o.period || ' ' || o.done || ' ' || o.closing "
            "FROM obligation_obligation o "
            "UNION ALL SELECT a.code || ' ' || m.as_of || ' ' || m.numerator || '/' || "
            "m.denominator "
            "FROM obligation_measurement m JOIN organisation_agency a ON a.id = m.agency_id "
            "UNION ALL SELECT a.code || ' ' || b.estimate || ' ' || b.spent "
            "FROM obligation_budget_line b JOIN organisation_agency a ON a.id = b.agency_id "
            "ORDER BY line";
        auto transaction = MUST(system->database().read());
        return MUST(transaction.all(every_fact,
                                    [](const database::Row& row) { return row.string("line"); }));
    }

    TemporaryDirectory folder{fresh_folder()};
    DemoClock clock;
    std::unique_ptr<System> system{};
    std::vector<DemoYear> years{};
};

}  // namespace

TEST_CASE("a demonstration province has as many agencies, people and years as asked for")
{
    const Demo demo{small_shape()};
    REQUIRE(demo.years.size() == 2);
    CHECK(demo.years.front().year == 2025);
    // 268 a year of each who is there all year.
    CHECK(demo.years.back().obligations > 31 * 260);
    CHECK(demo.years.front().facts > demo.years.front().obligations * 9 / 10);
    CHECK(demo.years.back().facts > 0);
    auto transaction = MUST(demo.system->database().read());
    const auto count = [&](std::string_view sql) {
        return MUST(
            transaction.one(sql, [](const database::Row& row) { return row.integer("n"); }));
    };
    CHECK(count("SELECT COUNT(*) AS n FROM identity_account") == 40);
    CHECK(count("SELECT COUNT(*) AS n FROM plan_edition WHERE state = 'in_force'") == 4);
    CHECK(count("SELECT COUNT(*) AS n FROM obligation_obligation WHERE closing = 'excused'") > 0);
    CHECK(count("SELECT COUNT(*) AS n FROM evidence_refusal") > 0);
    CHECK(count("SELECT COUNT(*) AS n FROM evidence_fact WHERE happened_on >= '2026-02-01'") == 0);
    // Agencies lead, help with, direct and oversee what others do.
    CHECK(count("SELECT COUNT(DISTINCT role) AS n FROM obligation_role") == 4);
    // Two targets, four quarters of 2025, most of 31 agencies; of 2026 no quarter has ended.
    const auto measured = count("SELECT COUNT(*) AS n FROM obligation_measurement");
    CHECK(measured > 2 * 4 * 31 * 7 / 10);
    CHECK(measured < 2 * 4 * 31);
    CHECK(count("SELECT COUNT(*) AS n FROM obligation_measurement WHERE as_of >= '2026-01-01'") ==
          0);
    CHECK(count("SELECT COUNT(*) AS n FROM obligation_budget_line WHERE spent > 0") > 0);
    CHECK(count("SELECT COUNT(*) AS n FROM obligation_budget_line WHERE appraised IS NULL") > 0);
}

TEST_CASE("what a demonstration province leaves passes every check of the stored data")
{
    const Demo demo{small_shape()};
    auto context = demo.system->system_context("test");
    for (const auto& module : demo.system->modules()) {
        for (const auto& check : module.checks()) {
            CAPTURE(check.name);
            CHECK(MUST(check.run(context)).empty());
        }
    }
}

TEST_CASE("the same seed makes the same demonstration province, another one another")
{
    const auto first = Demo{small_shape()}.told();
    CHECK(first == Demo{small_shape()}.told());
    auto shape = small_shape();
    shape.seed = 8;
    CHECK(first != Demo{shape}.told());
}

TEST_CASE("a demonstration province has no fewer agencies than the sample")
{
    auto shape = small_shape();
    shape.agencies = 5;
    DemoClock clock{demo_first_day(shape)};
    const auto folder = fresh_folder();
    const auto configuration = MUST(Configuration::load(settings(), {}));
    const auto system =
        MUST(System::open(configuration, {.data_folder = folder.path(), .clock = &clock}));
    MUST(system->migrate());
    const auto filled = fill_demo_province(*system, clock, shape, [](const DemoYear&) {});
    REQUIRE(!filled);
    CHECK(filled.error().key == "app.demo.agencies");
}

}  // namespace caicach::app
