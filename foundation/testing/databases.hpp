#pragma once
#include <functional>
#include <span>

#include "database/database.hpp"
#include "database/migration.hpp"

namespace caicach::testing
{

/// Runs `test` on a fresh SQLite file and, where CAICACH_TEST_POSTGRES names a server (a libpq
/// conninfo; see tools/with_postgres.sh), on a fresh PostgreSQL schema. Says so when it skips.
void each_database(const std::function<void(database::Database&)>& test);

/// The same with the schema of `migrations` in place.
void each_database(std::span<const database::Migration> migrations,
                   const std::function<void(database::Database&)>& test);

/// The same for tests that open the database themselves, perhaps twice.
void each_storage(const std::function<void(const database::Options&)>& test);

}  // namespace caicach::testing
