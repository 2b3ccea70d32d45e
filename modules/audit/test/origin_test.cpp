#include <doctest/doctest.h>

#include <functional>
#include <string>
#include <vector>

#include "audit/api.hpp"
#include "audit/module.hpp"
#include "audit/trail.hpp"
#include "crypto/crypto.hpp"
#include "database/migration.hpp"
#include "database/transaction.hpp"
#include "jobs/jobs.hpp"
#include "testing/databases.hpp"

namespace caicach::audit
{
namespace
{

const Instant at = instant_from_iso("2026-03-15T02:00:00.000000Z");
const Actor hien{.account = {7}, .name = "Đàm Thu Hiền", .agency = {3}};
const AuditLine asked{.action = "plan.item.changed",
                      .object_type = "item",
                      .object_id = 5,
                      .request_id = "req-1",
                      .address = "2001:db8::7",
                      .session = "0123456789abcdef"};
constexpr std::string_view origin_migration = "0006_origin";

std::vector<database::Migration> all_migrations()
{
    const auto manifest = module();
    std::vector<database::Migration> migrations(jobs::migrations().begin(),
                                                jobs::migrations().end());
    migrations.insert(migrations.end(), manifest.migrations().begin(), manifest.migrations().end());
    return migrations;
}

void on_each_database(const std::function<void(database::Database&)>& test)
{
    caicach::testing::each_database(all_migrations(), test);
}

void record(database::Database& database, const AuditLine& line)
{
    auto transaction = MUST(database.write());
    MUST(AuditRecorder{}.record(transaction, hien, at, line));
    MUST(transaction.commit());
}

Entry last_about(database::Database& database, std::int64_t object)
{
    auto transaction = MUST(database.read());
    return MUST(entries_of(transaction, "item", object)).at(0);
}

void tamper(database::Database& database, const std::string& change)
{
    auto transaction = MUST(database.write());
    const std::string table = transaction.is_postgres() ? " ON audit_entry" : "";
    MUST(transaction.script("DROP TRIGGER audit_entry_stays" + table));
    MUST(transaction.script("UPDATE audit_entry SET " + change));
    MUST(transaction.commit());
}

std::optional<BadRow> first_bad(database::Database& database)
{
    auto transaction = MUST(database.read());
    return MUST(verify(transaction)).first_bad;
}

}  // namespace

TEST_CASE("a line says from which address and in which session it was asked, and is sealed with it")
{
    on_each_database([](database::Database& database) {
        record(database, asked);
        const auto entry = last_about(database, 5);
        CHECK(entry.address == "2001:db8::7");
        CHECK(entry.session == "0123456789abcdef");
        CHECK(canonical_bytes(entry).starts_with("15:caicach-audit-3,"));
        CHECK(canonical_bytes(entry).ends_with("1:0,0:,11:2001:db8::7,16:0123456789abcdef,"));
        CHECK_FALSE(first_bad(database));
    });
}

TEST_CASE("what no browser asked for has neither, and the seal of always")
{
    on_each_database([](database::Database& database) {
        record(database, {"plan.read", "item", 5, "", "job-1"});
        const auto entry = last_about(database, 5);
        CHECK(entry.address.empty());
        CHECK(entry.session.empty());
        CHECK(canonical_bytes(entry).starts_with("15:caicach-audit-1,"));
        CHECK_FALSE(first_bad(database));
    });
}

TEST_CASE("whoever changes, moves or takes out address or session of a row is found")
{
    for (const auto* change :
         {"address = '203.0.113.9'", "address = ''", "session = 'fedcba9876543210'", "session = ''",
          "address = '', session = ''", "address = '2001:db8::70', session = '123456789abcdef'"}) {
        CAPTURE(change);
        on_each_database([&](database::Database& database) {
            record(database, asked);
            tamper(database, change);
            const auto bad = first_bad(database);
            REQUIRE(bad);
            CHECK(bad->seq == 1);
            CHECK(bad->fault == Fault::changed);
        });
    }
}

TEST_CASE("whoever puts an address or a session to a row that has none is found")
{
    for (const auto* change : {"address = '203.0.113.9'", "session = 'fedcba9876543210'"}) {
        on_each_database([&](database::Database& database) {
            record(database, {"plan.read", "item", 5, "", "job-1"});
            tamper(database, change);
            const auto bad = first_bad(database);
            REQUIRE(bad);
            CHECK(bad->fault == Fault::changed);
        });
    }
}

TEST_CASE("rows from before there were these columns keep their seal, and the chain goes on")
{
    auto older = all_migrations();
    std::erase_if(older, [](const database::Migration& migration) {
        return migration.module == "audit" && migration.name >= origin_migration;
    });
    caicach::testing::each_database(older, [](database::Database& database) {
        const Entry entry{.seq = 1,
                          .at = at,
                          .actor_account = {7},
                          .actor_name = "Đàm Thu Hiền",
                          .request_id = "req-0",
                          .action = "plan.read",
                          .object_type = "item",
                          .object_id = 4,
                          .previous_hash = std::string(64, '0')};
        const std::string sealed =
            "15:caicach-audit-1,1:1,27:2026-03-15T02:00:00.000000Z,1:7,16:Đàm Thu Hiền,1:0,0:,"
            "5:req-0,9:plan.read,4:item,1:4,0:,";
        const auto hash = crypto::sha256_hex(entry.previous_hash + sealed);
        {
            auto transaction = MUST(database.write());
            MUST(transaction.change_one(
                "INSERT INTO audit_entry (seq, at, actor_account, actor_name, acting_agency, "
                "operating_system_user, request_id, action, object_type, object_id, detail, "
                "previous_hash, hash) VALUES (1, $1, 7, $2, 0, '', 'req-0', 'plan.read', 'item', "
                "4, '', $3, $4)",
                at, entry.actor_name, entry.previous_hash, hash));
            MUST(transaction.change_one("UPDATE audit_head SET seq = 1, hash = $1", hash));
            MUST(transaction.commit());
        }
        MUST(database::migrate(database, all_migrations(), SystemClock{}));
        record(database, asked);
        auto transaction = MUST(database.read());
        const auto verification = MUST(verify(transaction));
        CHECK(verification.rows == 2);
        CHECK_FALSE(verification.first_bad);
        CHECK(hash_of(entry) == hash);
    });
}

TEST_CASE("an address that is none is refused, not cut")
{
    on_each_database([](database::Database& database) {
        auto transaction = MUST(database.write());
        auto line = asked;
        const std::string endless(1000, '1');
        line.address = endless;
        const auto refused = AuditRecorder{}.record(transaction, hien, at, line);
        REQUIRE_FALSE(refused);
        CHECK(refused.error().key == "audit.too_long");
    });
}

TEST_CASE("all that was done in one session, or from one address, is found")
{
    on_each_database([](database::Database& database) {
        record(database, asked);
        auto elsewhere = asked;
        elsewhere.session = "fedcba9876543210";
        record(database, elsewhere);
        record(database, {"plan.read", "item", 5, "", "job-1"});
        auto transaction = MUST(database.read());
        const auto found = [&](const TrailFilter& filter) {
            std::vector<std::int64_t> seqs;
            for (const auto& entry : MUST(find_lines(transaction, filter, 0, 50)).entries)
                seqs.push_back(entry.seq);
            return seqs;
        };
        using Seqs = std::vector<std::int64_t>;
        CHECK(found({.session = "fedcba9876543210"}) == Seqs{2});
        CHECK(found({.address = "2001:db8::7"}) == Seqs{2, 1});
        CHECK(found({.session = "0123456789abcdef", .address = "2001:db8::7"}) == Seqs{1});
        CHECK(found({.session = "0123456789abcdef", .address = "203.0.113.9"}).empty());
    });
}

}  // namespace caicach::audit
