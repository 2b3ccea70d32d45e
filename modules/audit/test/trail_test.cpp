#include <doctest/doctest.h>

#include <functional>
#include <string>
#include <vector>

#include "audit/api.hpp"
#include "audit/limits.hpp"
#include "audit/module.hpp"
#include "audit/sql.hpp"
#include "audit/trail.hpp"
#include "database/migration.hpp"
#include "database/transaction.hpp"
#include "jobs/jobs.hpp"
#include "testing/databases.hpp"

namespace caicach::audit
{
namespace
{

void on_each_database(const std::function<void(database::Transaction&)>& test)
{
    const auto manifest = module();
    std::vector<database::Migration> migrations(jobs::migrations().begin(),
                                                jobs::migrations().end());
    migrations.insert(migrations.end(), manifest.migrations().begin(), manifest.migrations().end());
    caicach::testing::each_database(migrations, [&](database::Database& database) {
        auto transaction = MUST(database.write());
        test(transaction);
    });
}

struct Line {
    std::string_view person{"Đàm Thu Hiền"};
    std::int64_t agency{3};
    std::string_view action{"plan.item.changed"};
    std::int64_t object{1};
    std::string_view at{"2026-03-15T02:00:00.000000Z"};
};

void write(database::Transaction& transaction, const Line& line)
{
    const Actor actor{.account = {7}, .name = std::string(line.person), .agency = {line.agency}};
    MUST(AuditRecorder{}.record(transaction, actor, instant_from_iso(line.at),
                                {line.action, "item", line.object, "", "req-1"}));
}

std::vector<std::int64_t> found(database::Transaction& transaction, const TrailFilter& filter)
{
    std::vector<std::int64_t> seqs;
    for (const auto& entry : MUST(find_lines(transaction, filter, 0, 50)).entries)
        seqs.push_back(entry.seq);
    return seqs;
}

using Seqs = std::vector<std::int64_t>;

}  // namespace

TEST_CASE("lines are found newest first by person, agency, action and object, all at once")
{
    on_each_database([](database::Transaction& transaction) {
        write(transaction, {});
        write(transaction, {.person = "Lò Văn Páo"});
        write(transaction, {.agency = 4});
        write(transaction, {.action = "plan.item.added"});
        write(transaction, {.object = 2});
        CHECK(found(transaction, {}) == Seqs{5, 4, 3, 2, 1});
        CHECK(found(transaction, {.person = "Lò Văn Páo"}) == Seqs{2});
        CHECK(found(transaction, {.agency = {4}}) == Seqs{3});
        CHECK(found(transaction, {.action = "plan.item.added"}) == Seqs{4});
        CHECK(found(transaction, {.object_type = "item", .object_id = 2}) == Seqs{5});
        CHECK(found(transaction, {.person = "Đàm Thu Hiền",
                                  .agency = {3},
                                  .action = "plan.item.changed",
                                  .object_type = "item",
                                  .object_id = 1}) == Seqs{1});
        CHECK(found(transaction, {.person = "Đàm Thu"}).empty());
    });
}

TEST_CASE("a day is one of Vietnam, from its midnight to the next")
{
    on_each_database([](database::Transaction& transaction) {
        const auto day = *Date::create(2026, 3, 15);
        for (const auto* at : {"2026-03-14T16:59:59.999999Z", "2026-03-14T17:00:00.000000Z",
                               "2026-03-15T16:59:59.999999Z", "2026-03-15T17:00:00.000000Z"}) {
            write(transaction, {.at = at});
        }
        CHECK(found(transaction, {.from = day, .to = day}) == Seqs{3, 2});
        CHECK(found(transaction, {.from = day}) == Seqs{4, 3, 2});
        CHECK(found(transaction, {.to = day}) == Seqs{3, 2, 1});
        CHECK(found(transaction, {.from = day.plus_days(2)}).empty());
        CHECK(found(transaction, {.to = day.plus_days(-2)}).empty());
        CHECK(found(transaction, {.from = day, .to = day.plus_days(-1)}).empty());
    });
}

TEST_CASE("a clock that went back a little loses no line of a day")
{
    on_each_database([](database::Transaction& transaction) {
        const auto day = *Date::create(2026, 3, 15);
        write(transaction, {.at = "2026-03-15T17:00:02.000000Z"});
        write(transaction, {.at = "2026-03-15T16:59:58.000000Z"});
        CHECK(found(transaction, {.from = day, .to = day}) == Seqs{2});
        CHECK(found(transaction, {.from = day.plus_days(1)}) == Seqs{1});
    });
}

TEST_CASE("pages follow one another by the number of the line, and the last one says so")
{
    on_each_database([](database::Transaction& transaction) {
        for (int line = 0; line < 7; ++line) write(transaction, {});
        const auto first = MUST(find_lines(transaction, {}, 0, 3));
        CHECK(first.entries.front().seq == 7);
        CHECK(first.next_before == 5);
        const auto second = MUST(find_lines(transaction, {}, first.next_before, 3));
        CHECK(second.entries.front().seq == 4);
        const auto third = MUST(find_lines(transaction, {}, second.next_before, 3));
        CHECK(third.entries.size() == 1);
        CHECK(third.next_before == 0);
        CHECK_FALSE(third.is_cut);
        CHECK(MUST(find_lines(transaction, {}, 0, 7)).next_before == 0);
    });
}

TEST_CASE("a search that finds little stops at its limit and can go on from there")
{
    on_each_database([](database::Transaction& transaction) {
        write(transaction, {.action = "plan.discarded"});
        for (int line = 0; line < limits::trail_rows_looked_max; ++line) write(transaction, {});
        // By person, where each row is looked at; by action alone its index leads straight there.
        const TrailFilter both{.person = "Đàm Thu Hiền", .action = "plan.discarded"};
        const auto cut = MUST(find_lines(transaction, both, 0, 50));
        CHECK(cut.entries.empty());
        CHECK(cut.is_cut);
        CHECK(cut.next_before == 2);
        const auto rest = MUST(find_lines(transaction, both, cut.next_before, 50));
        CHECK(rest.entries.size() == 1);
        CHECK(rest.next_before == 0);
        CHECK(found(transaction, {.action = "plan.discarded"}) == Seqs{1});
    });
}

TEST_CASE("each way of asking follows an index and sorts nothing")
{
    on_each_database([](database::Transaction& transaction) {
        if (transaction.is_postgres()) return;  // its planner looks at sizes, this table is empty
        const auto check_plan = [&](std::string_view statement, const auto&... keys) {
            const auto steps = MUST(transaction.all(
                "EXPLAIN QUERY PLAN " + database::in_dialect(statement, false),
                [](const database::Row& row) { return row.string("detail"); }, 1, 9, 5, keys...));
            CAPTURE(statement);
            REQUIRE(steps.size() == 1);
            CHECK(steps[0].starts_with("SEARCH audit_entry USING"));
        };
        check_plan(sql::trail);
        check_plan(sql::trail_of_person, "a");
        check_plan(sql::trail_of_agency, 1);
        check_plan(sql::trail_of_session, "a");
        check_plan(sql::trail_of_address, "a");
        check_plan(sql::trail_of_action, "a");
        check_plan(sql::trail_of_object, "a", 1);
    });
}

}  // namespace caicach::audit
