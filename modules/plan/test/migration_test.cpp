#include "database/migration.hpp"

#include <doctest/doctest.h>

#include <algorithm>

#include "plan/item_store.hpp"
#include "plan/test/both_databases.hpp"

namespace caicach::plan
{
namespace
{

/// The house as it was before a migration of this module.
std::vector<database::Migration> before(std::string_view name)
{
    auto all = caicach::testing::all_migrations();
    std::erase_if(all, [&](const database::Migration& migration) {
        return migration.module == "plan" && migration.name >= name;
    });
    return all;
}

constexpr std::string_view old_rows = R"sql(
INSERT INTO plan_plan (id, code, slug, coordinator_id, created_at)
VALUES (1, 'MA', 'ke-hoach', 1, '2026-01-20T00:00:00.000000Z');
INSERT INTO plan_edition (id, plan_id, number, state, kind, issuer, province, year, subject, title,
    file_name, problem, notes, created_at, created_by, version)
VALUES (2, 1, 1, 'draft', 'kế hoạch', '', '', 2026, 'reform', 'Kế hoạch', '', '', '[]',
    '2026-01-20T00:00:00.000000Z', '', 1);
INSERT INTO plan_item (id, edition_id, lineage, position, path, type, title, area, requested,
    first_line, last_line, confidence, is_reviewed, is_removed, terms, version)
VALUES (3, 2, 3, 1, 'II.1', 'activity', 'Việc', '', 0, 1, 1, 1, 0, 0,
    '{"schedule":{"kind":"deadline","due":"2026-03-31"}}', 1);
INSERT INTO plan_item_agency (item_id, role, number, text) VALUES (3, 'lead', 1, 'Sở Y tế');
INSERT INTO plan_item_agency (item_id, role, number, text) VALUES (3, 'oversee', 1, 'Sở Nội vụ');
)sql";

}  // namespace

TEST_CASE("items of the house before keep their roles and terms, and can have the new ones")
{
    const auto old = before("0002");
    caicach::testing::each_database(old, [](database::Database& database) {
        const Room room{database};
        auto context = room.context();
        auto transaction = MUST(context.begin());
        MUST(transaction.script(old_rows));
        MUST(transaction.commit());
        MUST(database::migrate(database, caicach::testing::all_migrations(), SystemClock()));
        transaction = MUST(context.begin());
        auto items = ItemStore{transaction};
        auto item = MUST(items.find(ItemId{3}));
        REQUIRE(item.lead.size() == 1);
        CHECK(item.lead[0].text == "Sở Y tế");
        CHECK(item.oversee.at(0).text == "Sở Nội vụ");
        CHECK(item.schedule->limit == Limit::before);
        item.perform = item.lead;
        item.direct = item.oversee;
        MUST(items.save(item));
        CHECK(MUST(items.find(item.id)).direct.at(0).text == "Sở Nội vụ");
    });
}

}  // namespace caicach::plan
