#include <doctest/doctest.h>

#include <functional>
#include <string>
#include <thread>
#include <vector>

#include "audit/api.hpp"
#include "audit/module.hpp"
#include "crypto/crypto.hpp"
#include "database/transaction.hpp"
#include "jobs/jobs.hpp"
#include "testing/databases.hpp"
#include "testing/desk.hpp"

namespace caicach::audit
{
namespace
{

const Instant at = instant_from_iso("2026-03-15T02:00:00.000000Z");
const Actor hien{.account = {7}, .name = "Đàm Thu Hiền", .agency = {3}};

void on_each_database(const std::function<void(database::Database&)>& test)
{
    const auto manifest = module();
    std::vector<database::Migration> migrations(jobs::migrations().begin(),
                                                jobs::migrations().end());
    migrations.insert(migrations.end(), manifest.migrations().begin(), manifest.migrations().end());
    caicach::testing::each_database(migrations, test);
}

Result<void> record(database::Transaction& transaction, std::int64_t object,
                    std::string_view detail = R"({"a":1})")
{
    return AuditRecorder{}.record(transaction, hien, at,
                                  {"plan.item.changed", "item", object, detail, "req-9"});
}

void write_rows(database::Database& database, int count)
{
    auto transaction = MUST(database.write());
    for (int row = 1; row <= count; ++row) MUST(record(transaction, row));
    MUST(transaction.commit());
}

Verification verify_all(database::Database& database, std::int64_t from = 1, std::int64_t to = 0)
{
    auto transaction = MUST(database.read());
    return MUST(verify(transaction, from, to));
}

/// What somebody with the database's own tools could do: the triggers out of the way, then this.
void tamper(database::Database& database, std::string_view sql)
{
    auto transaction = MUST(database.write());
    const std::string table = transaction.is_postgres() ? " ON audit_entry" : "";
    MUST(transaction.script("DROP TRIGGER audit_entry_stays" + table));
    MUST(transaction.script("DROP TRIGGER audit_entry_remains" + table));
    MUST(transaction.script(sql));
    MUST(transaction.commit());
}

Entry entry_about(database::Database& database, std::int64_t object)
{
    auto transaction = MUST(database.read());
    return MUST(entries_of(transaction, "item", object)).at(0);
}

void check_bad(database::Database& database, std::int64_t seq, Fault fault)
{
    const auto verification = verify_all(database);
    REQUIRE(verification.first_bad);
    CHECK(verification.first_bad->seq == seq);
    CHECK(verification.first_bad->fault == fault);
}

}  // namespace

TEST_CASE("the bytes of an entry are those that the README promises")
{
    const Entry entry{.seq = 1,
                      .at = at,
                      .actor_name = "Hệ thống",
                      .operating_system_user = "root",
                      .action = "plan.item.changed",
                      .object_type = "item",
                      .object_id = -5,
                      .previous_hash = std::string(64, '0')};
    const std::string bytes =
        "15:caicach-audit-1,1:1,27:2026-03-15T02:00:00.000000Z,1:0,12:Hệ thống,1:0,4:root,0:,"
        "17:plan.item.changed,4:item,2:-5,0:,";
    CHECK(canonical_bytes(entry) == bytes);
    CHECK(hash_of(entry) == crypto::sha256_hex(std::string(64, '0') + bytes));
}

TEST_CASE("moving a letter from one field to its neighbour changes the bytes")
{
    const Entry one{.action = "ab", .object_type = "c"};
    const Entry other{.action = "a", .object_type = "bc"};
    CHECK(canonical_bytes(one) != canonical_bytes(other));
}

TEST_CASE("a line is stored as told and found again by its object, newest first, in pages")
{
    on_each_database([](database::Database& database) {
        auto transaction = MUST(database.write());
        for (const auto* detail : {"1", "2", "3"}) MUST(record(transaction, 42, detail));
        MUST(record(transaction, 43));
        const auto first = MUST(entries_of(transaction, "item", 42, {.before = 0, .size = 2}));
        REQUIRE(first.size() == 2);
        CHECK(first[0].detail == "3");
        CHECK(first[0].actor_name == "Đàm Thu Hiền");
        CHECK(first[0].actor_account == AccountId{7});
        CHECK(first[0].acting_agency == ScopeId{3});
        CHECK(first[0].request_id == "req-9");
        CHECK(first[0].at == at);
        const auto rest =
            MUST(entries_of(transaction, "item", 42, {.before = first[1].seq, .size = 2}));
        REQUIRE(rest.size() == 1);
        CHECK(rest[0].detail == "1");
        CHECK(MUST(entries_of(transaction, "plan", 42)).empty());
    });
}

TEST_CASE("an untouched chain is right, as a whole and in part; so is an empty one")
{
    on_each_database([](database::Database& database) {
        CHECK_FALSE(verify_all(database).first_bad);
        write_rows(database, 20);
        CHECK(verify_all(database).rows == 20);
        CHECK_FALSE(verify_all(database).first_bad);
        CHECK(verify_all(database, 5, 9).rows == 5);
        CHECK_FALSE(verify_all(database, 5, 9).first_bad);
        CHECK(verify_all(database, 20).rows == 1);
        CHECK_FALSE(verify_all(database, 21).first_bad);
        CHECK_FALSE(verify_all(database, 900, 950).first_bad);
    });
}

TEST_CASE("what is rolled back leaves neither a gap nor a fork")
{
    on_each_database([](database::Database& database) {
        write_rows(database, 2);
        {
            auto given_up = MUST(database.write());
            MUST(record(given_up, 99));
        }
        write_rows(database, 2);
        const auto verification = verify_all(database);
        CHECK(verification.rows == 4);
        CHECK_FALSE(verification.first_bad);
    });
}

TEST_CASE("a savepoint rolled back takes its lines along, and the chain goes on")
{
    on_each_database([](database::Database& database) {
        auto transaction = MUST(database.write());
        MUST(record(transaction, 1));
        MUST(transaction.script("SAVEPOINT attempt"));
        MUST(record(transaction, 2));
        MUST(transaction.script("ROLLBACK TO SAVEPOINT attempt"));
        MUST(record(transaction, 3));
        MUST(transaction.commit());
        CHECK(verify_all(database).rows == 2);
        CHECK_FALSE(verify_all(database).first_bad);
    });
}

TEST_CASE("eight threads that write fifty lines each make one unbroken chain")
{
    on_each_database([](database::Database& database) {
        constexpr int threads = 8;
        constexpr int lines = 50;
        std::vector<std::jthread> writers;
        for (int thread = 0; thread < threads; ++thread) {
            writers.emplace_back([&database, thread] {
                for (int line = 0; line < lines; ++line) {
                    auto transaction = MUST(database.write());
                    MUST(record(transaction, thread));
                    // Every fifth is given up: it must not show.
                    if (line % 5 != 0) MUST(transaction.commit());
                }
            });
        }
        writers.clear();
        const auto verification = verify_all(database);
        CHECK(verification.rows == threads * lines * 4 / 5);
        CHECK_FALSE(verification.first_bad);
    });
}

TEST_CASE("rows cannot be changed or deleted while the triggers stand")
{
    on_each_database([](database::Database& database) {
        write_rows(database, 1);
        for (const auto* sql : {"UPDATE audit_entry SET detail = ''", "DELETE FROM audit_entry",
                                "DELETE FROM audit_head"}) {
            auto transaction = MUST(database.write());
            CHECK_FALSE(transaction.script(sql));
        }
        CHECK_FALSE(verify_all(database).first_bad);
    });
}

TEST_CASE("a changed row is named")
{
    on_each_database([](database::Database& database) {
        write_rows(database, 9);
        tamper(database, R"(UPDATE audit_entry SET detail = '{"a":3}' WHERE seq = 4)");
        check_bad(database, 4, Fault::changed);
        CHECK(verify_all(database).rows == 3);
        CHECK_FALSE(verify_all(database, 6).first_bad);
    });
}

TEST_CASE("a row changed together with its hash is betrayed by the next one")
{
    on_each_database([](database::Database& database) {
        write_rows(database, 9);
        auto forged = entry_about(database, 4);
        forged.detail = "{}";
        tamper(database, "UPDATE audit_entry SET detail = '{}', hash = '" + hash_of(forged) +
                             "' WHERE seq = 4");
        check_bad(database, 5, Fault::unlinked);
    });
}

TEST_CASE("a deleted row is named, also the first and the last")
{
    for (const std::int64_t seq : {1, 5, 9}) {
        on_each_database([seq](database::Database& database) {
            write_rows(database, 9);
            tamper(database, "DELETE FROM audit_entry WHERE seq = " + std::to_string(seq));
            check_bad(database, seq, Fault::missing);
        });
    }
}

TEST_CASE("a moment that is no moment, or no number where one was, is a changed row")
{
    on_each_database([](database::Database& database) {
        write_rows(database, 9);
        tamper(database, "UPDATE audit_entry SET at = 'hôm qua' WHERE seq = 6");
        check_bad(database, 6, Fault::changed);
    });
}

TEST_CASE("two rows that changed places are named by the first of them")
{
    on_each_database([](database::Database& database) {
        write_rows(database, 9);
        tamper(database,
               "UPDATE audit_entry SET seq = 100 WHERE seq = 3;"
               "UPDATE audit_entry SET seq = 3 WHERE seq = 7;"
               "UPDATE audit_entry SET seq = 7 WHERE seq = 100;");
        check_bad(database, 3, Fault::changed);
    });
}

TEST_CASE("a row put behind the end is named, and so is an end that was moved")
{
    on_each_database([](database::Database& database) {
        write_rows(database, 3);
        tamper(database,
               "UPDATE audit_head SET seq = 2, hash = (SELECT hash FROM audit_entry "
               "WHERE seq = 2)");
        check_bad(database, 3, Fault::beyond);
    });
    on_each_database([](database::Database& database) {
        write_rows(database, 3);
        tamper(database, "UPDATE audit_head SET hash = 'x'");
        check_bad(database, 3, Fault::headless);
    });
}

TEST_CASE("a line that is too long is refused, not cut")
{
    on_each_database([](database::Database& database) {
        auto transaction = MUST(database.write());
        const auto refused = record(transaction, 1, std::string(70'000, 'a'));
        REQUIRE_FALSE(refused);
        CHECK(refused.error().key == "audit.too_long");
    });
}

TEST_CASE("the check of the manifest is silent on a right chain and names the first bad row")
{
    on_each_database([](database::Database& database) {
        write_rows(database, 5);
        const caicach::testing::Desk desk(database);
        const auto manifest = module();
        REQUIRE(manifest.checks().size() == 1);
        auto context = desk.context();
        CHECK(MUST(manifest.checks()[0].run(context)).empty());
        tamper(database, "DELETE FROM audit_entry WHERE seq = 2");
        const auto problems = MUST(manifest.checks()[0].run(context));
        REQUIRE(problems.size() == 1);
        CHECK(problems[0].find("dòng 2 bị thiếu") != std::string::npos);
    });
}

}  // namespace caicach::audit
