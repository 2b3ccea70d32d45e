#include <doctest/doctest.h>

#include <functional>
#include <string>
#include <vector>

#include "audit/api.hpp"
#include "audit/module.hpp"
#include "database/transaction.hpp"
#include "jobs/jobs.hpp"
#include "testing/databases.hpp"

namespace caicach::audit
{
namespace
{

const Instant at = instant_from_iso("2026-03-15T02:00:00.000000Z");
const Actor delegate{.account = {7},
                     .name = "Lục Văn Bách",
                     .agency = {3},
                     .on_behalf_of = {8},
                     .on_behalf_of_name = "Đàm Thu Hiền"};

void on_each_database(const std::function<void(database::Database&)>& test)
{
    const auto manifest = module();
    std::vector<database::Migration> migrations(jobs::migrations().begin(),
                                                jobs::migrations().end());
    migrations.insert(migrations.end(), manifest.migrations().begin(), manifest.migrations().end());
    caicach::testing::each_database(migrations, test);
}

void record(database::Database& database, const AuditLine& line)
{
    auto transaction = MUST(database.write());
    MUST(AuditRecorder{}.record(transaction, delegate, at, line));
    MUST(transaction.commit());
}

Entry last_about(database::Database& database, std::string_view type, std::int64_t object)
{
    auto transaction = MUST(database.read());
    return MUST(entries_of(transaction, type, object)).at(0);
}

}  // namespace

TEST_CASE("what a delegate does names the one in whose place it was done, and is sealed with it")
{
    on_each_database([](database::Database& database) {
        record(database, {"plan.item.changed", "item", 5, "", "req-1"});
        const auto entry = last_about(database, "item", 5);
        CHECK(entry.actor_name == "Lục Văn Bách");
        CHECK(entry.on_behalf_of == AccountId{8});
        CHECK(entry.on_behalf_of_name == "Đàm Thu Hiền");
        CHECK(canonical_bytes(entry).starts_with("15:caicach-audit-2,"));
        CHECK(canonical_bytes(entry).ends_with("1:8,16:Đàm Thu Hiền,"));
        auto transaction = MUST(database.read());
        CHECK_FALSE(MUST(verify(transaction)).first_bad);
    });
}

TEST_CASE("whoever takes \"on behalf of\" out of a row, or changes the name, is found")
{
    for (const auto* change : {"on_behalf_of = 0, on_behalf_of_name = ''",
                               "on_behalf_of_name = 'Tạ Minh Khuê'", "on_behalf_of = 9"}) {
        on_each_database([&](database::Database& database) {
            record(database, {"plan.item.changed", "item", 5, "", "req-1"});
            auto transaction = MUST(database.write());
            const std::string table = transaction.is_postgres() ? " ON audit_entry" : "";
            MUST(transaction.script("DROP TRIGGER audit_entry_stays" + table));
            MUST(transaction.script(std::string("UPDATE audit_entry SET ") + change));
            MUST(transaction.commit());
            auto reading = MUST(database.read());
            const auto bad = MUST(verify(reading)).first_bad;
            REQUIRE(bad);
            CHECK(bad->fault == Fault::changed);
        });
    }
}

TEST_CASE("what people do to their own account is never on behalf of another")
{
    on_each_database([](database::Database& database) {
        record(database, {"identity.password.changed", "account", 7, "", "req-1"});
        CHECK_FALSE(last_about(database, "account", 7).on_behalf_of);
        record(database, {"identity.password.changed", "account", 9, "", "req-1"});
        CHECK(last_about(database, "account", 9).on_behalf_of == AccountId{8});
    });
}

}  // namespace caicach::audit
