#include "testing/databases.hpp"

#include <doctest/doctest.h>

#include <cstdlib>
#include <string>

#include "base/process.hpp"
#include "crypto/crypto.hpp"

namespace caicach::testing
{

namespace
{

database::Options postgres_options(const char* address)
{
    database::Options options;
    options.url = address;
    options.schema = "test_" + crypto::hex(crypto::random_bytes(8));
    options.readers = 8;
    return options;
}

void drop_schema(const database::Options& options)
{
    database::Options elsewhere = options;
    elsewhere.schema = "public";
    const auto database = MUST(database::Database::open(elsewhere));
    database::Transaction transaction = MUST(database->write());
    MUST(transaction.script("DROP SCHEMA IF EXISTS " + options.schema + " CASCADE"));
    MUST(transaction.commit());
}

void say_once_that_postgres_is_skipped()
{
    static const bool is_said = [] {
        MESSAGE("SKIP on PostgreSQL: CAICACH_TEST_POSTGRES is not set (tools/with_postgres.sh)");
        return true;
    }();
    static_cast<void>(is_said);
}

}  // namespace

void each_storage(const std::function<void(const database::Options&)>& test)
{
    {
        INFO("on SQLite");
        const TemporaryDirectory folder = MUST(TemporaryDirectory::create());
        database::Options options;
        options.url = "sqlite://" + folder.file("test.db");
        test(options);
    }
    // Tests set nothing in their environment, so reading it beside other threads is safe.
    const char* address = std::getenv("CAICACH_TEST_POSTGRES");  // NOLINT(concurrency-mt-unsafe)
    if (address == nullptr || *address == '\0') {
        say_once_that_postgres_is_skipped();
        return;
    }
    INFO("on PostgreSQL");
    const database::Options options = postgres_options(address);
    test(options);
    drop_schema(options);
}

void each_database(const std::function<void(database::Database&)>& test)
{
    each_database({}, test);
}

void each_database(std::span<const database::Migration> migrations,
                   const std::function<void(database::Database&)>& test)
{
    each_storage([&](const database::Options& options) {
        const auto database = MUST(database::Database::open(options));
        // Without migrations too: on PostgreSQL this makes `fold` and the collation `vi`.
        MUST(database::migrate(*database, migrations, SystemClock()));
        test(*database);
    });
}

}  // namespace caicach::testing
