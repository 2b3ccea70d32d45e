#include <doctest/doctest.h>

#include <array>
#include <atomic>
#include <fstream>
#include <string>
#include <thread>
#include <vector>

#include "base/process.hpp"
#include "database/database.hpp"
#include "database/migration.hpp"
#include "testing/databases.hpp"

namespace caicach::database
{

namespace
{

constexpr int thread_count = 32;
constexpr int rounds = 20;

constexpr std::array migrations{
    Migration{"test", "0001_tables",
              "CREATE TABLE entry (id INTEGER PRIMARY KEY, parent INTEGER"
              " REFERENCES entry (id) DEFERRABLE INITIALLY DEFERRED) {STRICT};"
              "CREATE TABLE balance (id INTEGER PRIMARY KEY, amount INTEGER NOT NULL) {STRICT};"
              "INSERT INTO balance (id, amount) VALUES (1, 1000);"
              "INSERT INTO balance (id, amount) VALUES (2, 1000);"}};

constexpr std::string_view insert_entry = "INSERT INTO entry (id, parent) VALUES ($1, $2)";
constexpr std::string_view entry_ids = "SELECT id FROM entry ORDER BY id";
constexpr std::string_view move_amount = "UPDATE balance SET amount = amount + $1 WHERE id = $2";
constexpr std::string_view whole_amount = "SELECT sum(amount) AS amount FROM balance";

std::vector<std::int64_t> ids_in(Database& database)
{
    Transaction transaction = MUST(database.read());
    return MUST(transaction.all(entry_ids, [](const Row& row) { return row.integer("id"); }));
}

/// Runs `work(thread)` on many threads at once and waits for all.
template <class Work>
void on_many_threads(Work work)
{
    std::vector<std::thread> threads;
    threads.reserve(thread_count);
    for (int i = 0; i < thread_count; ++i) threads.emplace_back([&work, i] { work(i); });
    for (std::thread& thread : threads) thread.join();
}

Result<void> write_entry(Database& database, std::int64_t id, std::optional<std::int64_t> parent)
{
    Transaction transaction = TRY(database.write());
    TRY(transaction.change(insert_entry, id, parent));
    return transaction.commit();
}

/// PostgreSQL ends a connection, as when it goes down.
void cut(Database& database, std::int64_t pid)
{
    const auto other = MUST(Database::open(database.options()));
    Transaction transaction = MUST(other->write());
    MUST(transaction.one(
        "SELECT pg_terminate_backend(cast($1 AS integer), 5000) AS done",
        [](const Row& row) { return row.boolean("done"); }, pid));
}

}  // namespace

TEST_CASE("of many writers at once nothing is lost")
{
    testing::each_database(migrations, [](Database& database) {
        std::atomic<int> failures{0};
        std::atomic<int> hooks{0};
        on_many_threads([&](int thread) {
            for (int round = 0; round < rounds; ++round) {
                Transaction transaction = MUST(database.write());
                MUST(transaction.change(insert_entry, thread * 1000 + round, nullptr));
                transaction.after_commit([&] { ++hooks; });
                failures += !transaction.commit();
            }
        });
        CHECK(failures == 0);
        CHECK(hooks == thread_count * rounds);
        CHECK(ids_in(database).size() == thread_count * rounds);
    });
}

TEST_CASE("a writer that fails or gives up does not hurt those beside it")
{
    testing::each_database(migrations, [](Database& database) {
        MUST(write_entry(database, 1, std::nullopt));
        std::atomic<int> wrong{0};
        on_many_threads([&](int thread) {
            for (int round = 0; round < rounds; ++round) {
                const std::int64_t id = thread * 1000 + round + 10;
                Transaction transaction = MUST(database.write());
                const bool is_changed = transaction.change(insert_entry, id, nullptr).has_value();
                if (thread % 4 == 0) continue;  // rolled back by the destructor
                if (thread % 4 == 1)
                    std::ignore = transaction.change(insert_entry, 1, nullptr);  // taken
                wrong += transaction.commit().has_value() != (is_changed && thread % 4 != 1);
            }
        });
        CHECK(wrong == 0);
        CHECK(ids_in(database).size() == thread_count / 2 * rounds + 1);
    });
}

TEST_CASE("each writer is told the truth when the commit itself fails")
{
    testing::each_database(migrations, [](Database& database) {
        std::array<std::array<bool, rounds>, thread_count> committed{};
        on_many_threads([&](int thread) {
            for (int round = 0; round < rounds; ++round) {
                // A parent that is missing shows only at the outer COMMIT.
                const bool is_orphan = thread == 3 && round % 5 == 0;
                const auto outcome =
                    write_entry(database, thread * 1000 + round,
                                is_orphan ? std::optional<std::int64_t>(-1) : std::nullopt);
                committed[static_cast<std::size_t>(thread)][static_cast<std::size_t>(round)] =
                    outcome.has_value();
            }
        });
        std::vector<std::int64_t> expected;
        for (int thread = 0; thread < thread_count; ++thread) {
            for (int round = 0; round < rounds; ++round) {
                if (committed[static_cast<std::size_t>(thread)][static_cast<std::size_t>(round)])
                    expected.push_back(thread * 1000 + round);
            }
        }
        CHECK(ids_in(database) == expected);
        CHECK_FALSE(committed[3][0]);
    });
}

TEST_CASE("readers see whole transactions while others write")
{
    testing::each_database(migrations, [](Database& database) {
        std::atomic<bool> is_over{false};
        std::atomic<int> torn{0};
        std::thread reader([&] {
            while (!is_over) {
                Transaction transaction = MUST(database.read());
                const auto sum = transaction.one(
                    whole_amount, [](const Row& row) { return row.integer("amount"); });
                torn += MUST(sum) != 2000;
            }
        });
        for (int i = 0; i < 200; ++i) {
            Transaction transaction = MUST(database.write());
            MUST(transaction.change_one(move_amount, -1, 1));
            MUST(transaction.change_one(move_amount, 1, 2));
            MUST(transaction.commit());
        }
        is_over = true;
        reader.join();
        CHECK(torn == 0);
    });
}

TEST_CASE("who waits too long for another process is told that the system is busy")
{
    testing::each_storage([](const Options& storage) {
        Options options = storage;
        options.wait_milliseconds = 50;
        const auto first = MUST(Database::open(options));
        MUST(migrate(*first, migrations, SystemClock()));
        const auto second = MUST(Database::open(options));
        Transaction holding = MUST(first->write());
        MUST(holding.change_one(move_amount, 1, 1));
        const auto waited = [&]() -> Result<void> {
            Transaction transaction = TRY(second->write());
            return transaction.change_one(move_amount, 1, 1);
        }();
        REQUIRE(!waited);
        CHECK(waited.error().kind == Failure::unavailable);
        CHECK(waited.error().key == "base.busy");
        MUST(holding.commit());
        Transaction later = MUST(second->write());
        MUST(later.change_one(move_amount, 1, 1));
        MUST(later.commit());
    });
}

TEST_CASE("who waits too long for a connection or the writer's turn is told so too")
{
    testing::each_storage([](const Options& storage) {
        Options options = storage;
        options.wait_milliseconds = 50;
        options.readers = 1;
        const auto database = MUST(Database::open(options));
        {
            const Transaction reading = MUST(database->read());
            CHECK(database->read().error().key == "base.busy");
        }
        {
            const Transaction writing = MUST(database->write());
            CHECK(database->write().error().key == "base.busy");
        }
        MUST(database->ping());
        CHECK(database->write().has_value());
    });
}

TEST_CASE("a full disk is named, and what comes later works again")
{
    testing::each_database(migrations, [](Database& database) {
        if (database.is_postgres()) return;  // cannot be made full from here
        {
            Transaction transaction = MUST(database.write());
            MUST(transaction.script("PRAGMA max_page_count = 1"));  // SQLite: as it is now
            Result<std::int64_t> outcome = 0;
            for (int i = 0; outcome && i < 10'000; ++i)
                outcome = transaction.change(insert_entry, i, nullptr);
            REQUIRE(!outcome);
            CHECK(outcome.error().kind == Failure::unavailable);
            CHECK(outcome.error().key == "base.disk_full");
        }
        CHECK(ids_in(database).empty());
        Transaction transaction = MUST(database.write());
        MUST(transaction.script("PRAGMA max_page_count = 100000"));
        MUST(transaction.commit());
        MUST(write_entry(database, 1, std::nullopt));
        CHECK(ids_in(database).size() == 1);
    });
}

TEST_CASE("a connection that PostgreSQL has closed is made anew")
{
    testing::each_database(migrations, [](Database& database) {
        if (!database.is_postgres()) return;
        {
            Transaction transaction = MUST(database.read());
            const auto lost = transaction.change("SELECT pg_terminate_backend(pg_backend_pid())");
            REQUIRE(!lost);
            CHECK(lost.error().kind == Failure::unavailable);
            CHECK(lost.error().key == "base.database_away");
        }
        {
            // Cut while it lies in the pool.
            Transaction idle = MUST(database.read());
            const auto pid = MUST(idle.one("SELECT pg_backend_pid() AS pid",
                                           [](const Row& row) { return row.integer("pid"); }));
            MUST(idle.commit());
            cut(database, pid);
        }
        MUST(database.ping());
    });
}

TEST_CASE("whether a commit that was cut off was kept is not known, and it says so")
{
    testing::each_database(migrations, [](Database& database) {
        if (!database.is_postgres()) return;
        Transaction changing = MUST(database.write());
        MUST(changing.change_one(move_amount, 1, 1));
        const auto pid = MUST(changing.one("SELECT pg_backend_pid() AS pid",
                                           [](const Row& row) { return row.integer("pid"); }));
        cut(database, pid);
        const auto kept = changing.commit();
        REQUIRE(!kept);
        CHECK(kept.error().kind == Failure::unavailable);
        CHECK(kept.error().key == "base.commit_unknown");
        MUST(database.ping());
    });
}

TEST_CASE("a database that cannot be opened is named")
{
    for (const std::string url : {"sqlite:///nowhere/at/all/file.db", "host=/nowhere dbname=x"}) {
        const auto opened = Database::open({.url = url});
        REQUIRE(!opened);
        CHECK(opened.error().detail.find("/nowhere") != std::string::npos);
    }
}

TEST_CASE("a file that is no database, or a broken one, is named, with what to do, and kept")
{
    const auto folder = MUST(TemporaryDirectory::create());
    const std::string path = folder.path() + "/caicach.db";
    const std::string letters(8192, 'x');
    std::ofstream(path) << letters;
    const auto opened = Database::open({.url = "sqlite://" + path});
    REQUIRE(!opened);
    CHECK(opened.error().key == "base.database_damaged");
    CHECK(opened.error().arguments.front() == path);
    std::string kept(letters.size() + 1, ' ');
    CHECK(std::ifstream(path).read(kept.data(), 8193).gcount() == 8192);
    CHECK(kept.starts_with(letters));
}

TEST_CASE("an address of another kind of database is refused, not tried")
{
    const auto opened = Database::open({.url = "mysql://localhost/x"});
    REQUIRE(!opened);
    CHECK(opened.error().key == "base.database_unknown");
    CHECK(opened.error().arguments.front() == "mysql");
}

}  // namespace caicach::database
