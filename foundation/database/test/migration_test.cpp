#include "database/migration.hpp"

#include <doctest/doctest.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <csignal>
#include <filesystem>

#include "base/process.hpp"
#include "crypto/crypto.hpp"
#include "testing/databases.hpp"

namespace caicach::database
{

namespace
{

constexpr Migration first{"plan", "0001_plans",
                          "CREATE TABLE plan (id INTEGER PRIMARY KEY, name TEXT NOT NULL) {STRICT};"
                          "INSERT INTO plan (id, name) VALUES (1, 'INTEGER');"};
constexpr Migration second{"plan", "0002_items",
                           "CREATE TABLE item (id INTEGER PRIMARY KEY) {STRICT};"
                           "INSERT INTO item (id) VALUES (1);"};
constexpr Migration third{"audit", "0001_lines",
                          "CREATE TABLE line (id INTEGER PRIMARY KEY) {STRICT};"};
constexpr std::array all{first, second, third};

/// Ends the process, as a power cut would, when a migration asks for the time for the n-th time:
/// its statements have run then and are not committed yet.
class DeadlyClock final : public Clock
{
public:
    explicit DeadlyClock(int calls_left) : m_calls_left(calls_left) {}
    Instant now() const override
    {
        if (--m_calls_left == 0) ::kill(::getpid(), SIGKILL);
        return SystemClock().now();
    }

private:
    mutable int m_calls_left;
};

std::int64_t count(Database& database, std::string_view sql)
{
    Transaction transaction = MUST(database.read());
    return MUST(transaction.one(sql, [](const Row& row) { return row.integer("count"); }));
}

std::size_t copies_beside(const Options& options)
{
    namespace fs = std::filesystem;
    std::size_t found = 0;
    for (const auto& entry : fs::directory_iterator(fs::path(sqlite_path(options)).parent_path()))
        found += entry.path().filename().string().find(".before-") != std::string::npos ? 1 : 0;
    return found;
}

}  // namespace

TEST_CASE("migrations run once, in their order, and only the new ones later")
{
    testing::each_database([](Database& database) {
        const SystemClock clock;
        const auto begin = std::span(all).first(2);
        CHECK(MUST(migrate(database, begin, clock)).applied ==
              std::vector<std::string>{"plan/0001_plans", "plan/0002_items"});
        CHECK(MUST(migrate(database, begin, clock)).applied.empty());
        CHECK(MUST(migrate(database, all, clock)).applied ==
              std::vector<std::string>{"audit/0001_lines"});
        CHECK(count(database, "SELECT count(*) AS count FROM schema_migration") == 3);
        CHECK(count(database, "SELECT count(*) AS count FROM plan WHERE name = 'INTEGER'") == 1);
    });
}

TEST_CASE("a dry run tells what would come and changes nothing")
{
    testing::each_database([](Database& database) {
        const auto report = MUST(migrate(database, all, SystemClock(), {.dry_run = true}));
        CHECK(report.applied.size() == 3);
        CHECK(report.backup.empty());
        CHECK(count(database, "SELECT count(*) AS count FROM schema_migration") == 0);
    });
}

TEST_CASE("a schema of a newer program is refused by name")
{
    testing::each_database([](Database& database) {
        MUST(migrate(database, all, SystemClock()));
        const auto refused = migrate(database, std::span(all).first(2), SystemClock());
        REQUIRE(!refused);
        CHECK(refused.error().kind == Failure::conflict);
        CHECK(refused.error().key == "base.schema_newer");
        CHECK(refused.error().arguments == std::vector<std::string>{"audit/0001_lines"});
    });
}

TEST_CASE("an applied migration whose text changed is refused by name")
{
    testing::each_database([](Database& database) {
        MUST(migrate(database, all, SystemClock()));
        std::array changed = all;
        changed[1].sql = "CREATE TABLE item (id INTEGER PRIMARY KEY, note TEXT) {STRICT};";
        const auto refused = migrate(database, changed, SystemClock());
        REQUIRE(!refused);
        CHECK(refused.error().key == "base.migration_changed");
        CHECK(refused.error().arguments == std::vector<std::string>{"plan/0002_items"});
    });
}

TEST_CASE("a migration that fails leaves nothing of itself behind")
{
    testing::each_database([](Database& database) {
        const std::array wrong{first, Migration{"plan", "0002_wrong",
                                                "CREATE TABLE half (id INTEGER) {STRICT}; OOPS;"}};
        const auto failed = migrate(database, wrong, SystemClock());
        REQUIRE(!failed);
        CHECK(failed.error().detail.find("plan/0002_wrong") != std::string::npos);
        CHECK(count(database, "SELECT count(*) AS count FROM schema_migration") == 1);
        const std::array mended{
            first, Migration{"plan", "0002_wrong", "CREATE TABLE half (id INTEGER) {STRICT};"}};
        CHECK(MUST(migrate(database, mended, SystemClock())).applied.size() == 1);
    });
}

TEST_CASE("a run that is killed in the middle goes on where it stopped")
{
    testing::each_storage([](const Options& options) {
        const pid_t child = ::fork();
        if (child == 0) {
            const auto database = MUST(Database::open(options));
            std::ignore = migrate(*database, all, DeadlyClock(2));
            ::_exit(0);  // not reached
        }
        int status = 0;
        REQUIRE(::waitpid(child, &status, 0) == child);
        REQUIRE(WIFSIGNALED(status));
        const auto database = MUST(Database::open(options));
        CHECK(MUST(migrate(*database, all, SystemClock())).applied ==
              std::vector<std::string>{"plan/0002_items", "audit/0001_lines"});
        CHECK(count(*database, "SELECT count(*) AS count FROM item") == 1);
    });
}

TEST_CASE("the file is copied before its schema changes, and the three newest copies stay")
{
    testing::each_storage([](const Options& options) {
        const auto database = MUST(Database::open(options));
        std::vector<Migration> known{first};
        const auto report = MUST(migrate(*database, known, SystemClock()));
        CHECK(report.backup.empty());  // there was nothing to lose
        if (database->is_postgres()) return;
        for (const std::string_view name : {"0002_a", "0003_b", "0004_c", "0005_d"}) {
            known.push_back({"plan", name,
                             "INSERT INTO plan (id, name)"
                             " SELECT max(id) + 1, 'x' FROM plan;"});
            const std::string copy = MUST(migrate(*database, known, SystemClock())).backup;
            CHECK(copy == sqlite_path(options) + ".before-plan-" + std::string(name));
            const auto before = MUST(Database::open({.url = "sqlite://" + copy}));
            CHECK(count(*before, "SELECT count(*) AS count FROM plan") ==
                  static_cast<std::int64_t>(known.size()) - 1);
        }
        CHECK(copies_beside(options) >= 3);
        CHECK_FALSE(std::filesystem::exists(sqlite_path(options) + ".before-plan-0002_a"));
    });
}

TEST_CASE("a copy is whole, and never takes the place of another file")
{
    testing::each_database(all, [](Database& database) {
        const TemporaryDirectory folder = MUST(TemporaryDirectory::create());
        const std::string path = folder.file("copy.db");
        MUST(database.backup_to(path));
        CHECK(!database.backup_to(path));
        if (database.is_postgres()) return;
        const auto copy = MUST(Database::open({.url = "sqlite://" + path}));
        CHECK(count(*copy, "SELECT count(*) AS count FROM item") == 1);
        MUST(database.checkpoint());
        MUST(database.ping());
    });
}

TEST_CASE("a copy is looked at in the very state that was copied, and stays as it is")
{
    testing::each_database(all, [](Database& database) {
        const TemporaryDirectory folder = MUST(TemporaryDirectory::create());
        const std::string path = folder.file("a copy?.db");
        std::vector<std::string> known;
        MUST(database.backup_to(path, [&](Transaction& transaction) -> Result<void> {
            known = TRY(applied_migrations(transaction));
            return {};
        }));
        CHECK(known ==
              std::vector<std::string>{"audit/0001_lines", "plan/0001_plans", "plan/0002_items"});
        CHECK(MUST(database.size_bytes()) > 0);
        CHECK_FALSE(MUST(database.is_empty()));
        if (database.is_postgres()) return;
        const auto before = MUST(crypto::sha256_hex_of_file(path));
        {
            const auto copy = MUST(Database::open({.url = "sqlite://" + path, .is_copy = true}));
            CHECK(count(*copy, "SELECT count(*) AS count FROM item") == 1);
            CHECK(MUST(copy->first_damage()).empty());
            CHECK_FALSE(copy->write());
        }
        CHECK(MUST(crypto::sha256_hex_of_file(path)) == before);
        CHECK_FALSE(std::filesystem::exists(path + "-wal"));
    });
}

TEST_CASE("a database without a table is empty")
{
    testing::each_storage([](const Options& options) {
        const auto database = MUST(Database::open(options));
        CHECK(MUST(database->is_empty()));
        MUST(migrate(*database, all, SystemClock()));
        CHECK_FALSE(MUST(database->is_empty()));
    });
}

TEST_CASE("a migration's text is turned into each dialect, but not what it quotes")
{
    constexpr std::string_view sql =
        "-- INTEGER here\nCREATE TABLE t (a INTEGER, b REAL, c BLOB, d TEXT DEFAULT 'INTEGER',"
        " e TEXT DEFAULT '{}', f_INTEGER TEXT) {STRICT};\n"
        "-- sqlite:\nPRAGMA optimize;\n-- postgres:\nANALYZE;\n-- both:\nSELECT 1;\n"
        "{SEARCH_INDEX plan_search};";
    CHECK(in_dialect(sql, false) ==
          "-- INTEGER here\nCREATE TABLE t (a INTEGER, b REAL, c BLOB, d TEXT DEFAULT 'INTEGER',"
          " e TEXT DEFAULT '{}', f_INTEGER TEXT) STRICT;\nPRAGMA optimize;\nSELECT 1;\n"
          "CREATE VIRTUAL TABLE plan_search USING fts5(title, body, tokenize = 'vi');");
    CHECK(in_dialect(sql, true) ==
          "-- INTEGER here\nCREATE TABLE t (a BIGINT, b DOUBLE PRECISION, c BYTEA, d TEXT DEFAULT"
          " 'INTEGER', e TEXT DEFAULT '{}', f_INTEGER TEXT) ;\nANALYZE;\nSELECT 1;\n"
          "CREATE TABLE plan_search (id BIGINT PRIMARY KEY, words TSVECTOR NOT NULL);"
          " CREATE INDEX plan_search_words ON plan_search USING gin (words);");
}

}  // namespace caicach::database
