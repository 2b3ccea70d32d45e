#include "database/migration.hpp"

#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <filesystem>
#include <map>
#include <system_error>
#include <utility>

#include "crypto/crypto.hpp"
#include "database/postgres/vietnamese.hpp"

namespace caicach::database
{

namespace
{

constexpr std::string_view create_table =
    "CREATE TABLE IF NOT EXISTS schema_migration ("
    " module TEXT NOT NULL, name TEXT NOT NULL, sha256 TEXT NOT NULL, applied_at TEXT NOT NULL,"
    " PRIMARY KEY (module, name)) {STRICT};";
constexpr std::string_view migrations_done =
    "SELECT module, name, sha256 FROM schema_migration ORDER BY module, name";
constexpr std::string_view applied_migration =
    "SELECT sha256 FROM schema_migration WHERE module = $1 AND name = $2";
constexpr std::string_view insert_migration =
    "INSERT INTO schema_migration (module, name, sha256, applied_at) VALUES ($1, $2, $3, $4)";
/// One migrating process at a time; on SQLite the writer's gate and lock do that.
constexpr std::string_view postgres_lock =
    "SELECT pg_advisory_xact_lock(hashtext('caicach.schema'))";

using Applied = std::map<std::pair<std::string, std::string>, std::string>;

std::string full_name(std::string_view module, std::string_view name)
{
    return fmt::format("{}/{}", module, name);
}

Result<void> lock(Transaction& transaction)
{
    if (transaction.is_postgres()) TRY(transaction.script(postgres_lock));
    return {};
}

/// What is recorded already; makes the record's table (and the Vietnamese helpers) at first.
Result<Applied> prepare(Database& database)
{
    Transaction transaction = TRY(database.write());
    TRY(lock(transaction));
    if (database.is_postgres()) TRY(transaction.script(postgres::vietnamese_setup()));
    TRY(transaction.script(in_dialect(create_table, database.is_postgres())));
    Applied applied;
    TRY(transaction.each(migrations_done, [&](const Row& row) {
        applied[{row.string("module"), row.string("name")}] = row.text("sha256");
    }));
    TRY(transaction.commit());
    return applied;
}

/// The migrations to come, or why this program must not touch this database.
Result<std::vector<Migration>> compare(const Applied& applied,
                                       std::span<const Migration> migrations)
{
    std::vector<Migration> coming;
    Applied unknown = applied;
    for (const Migration& migration : migrations) {
        const auto found =
            unknown.find({std::string(migration.module), std::string(migration.name)});
        if (found == unknown.end()) {
            coming.push_back(migration);
            continue;
        }
        if (found->second != crypto::sha256_hex(migration.sql))
            return failure(Failure::conflict, "base.migration_changed", "",
                           {full_name(migration.module, migration.name)});
        unknown.erase(found);
    }
    if (!unknown.empty()) {
        const auto& [module, name] = unknown.begin()->first;
        return failure(Failure::conflict, "base.schema_newer", "", {full_name(module, name)});
    }
    return coming;
}

Result<void> apply(Database& database, const Migration& migration, const Clock& clock)
{
    Transaction transaction = TRY(database.write());
    TRY(lock(transaction));
    // Another process may have been quicker.
    const auto sha = [](const Row& row) { return row.string("sha256"); };
    const auto done =
        TRY(transaction.maybe_one(applied_migration, sha, migration.module, migration.name));
    if (done) return {};
    auto ran = transaction.script(in_dialect(migration.sql, database.is_postgres()));
    if (!ran) {
        Error error = std::move(ran).error();
        error.detail = full_name(migration.module, migration.name) + ": " + error.detail;
        return tl::unexpected<Error>(std::move(error));
    }
    TRY(transaction.change(insert_migration, migration.module, migration.name,
                           crypto::sha256_hex(migration.sql), clock.now()));
    return transaction.commit();
}

/// The newest copies stay; names beside the file tell which are ours.
void remove_old_backups(const std::filesystem::path& file, int kept)
{
    namespace fs = std::filesystem;
    const std::string prefix = file.filename().string() + ".before-";
    std::vector<std::pair<fs::file_time_type, fs::path>> copies;
    std::error_code error;
    const fs::path folder = file.has_parent_path() ? file.parent_path() : fs::path(".");
    for (fs::directory_iterator at(folder, error), end; !error && at != end; at.increment(error)) {
        if (at->path().filename().string().starts_with(prefix))
            copies.emplace_back(at->last_write_time(error), at->path());
    }
    std::sort(copies.begin(), copies.end());
    for (std::size_t i = 0; i + static_cast<std::size_t>(kept) < copies.size(); ++i)
        fs::remove(copies[i].second, error);
}

Result<std::string> backup_before(Database& database, const Migration& first, int kept)
{
    const std::string file = sqlite_path(database.options());
    const std::string wanted = fmt::format("{}.before-{}-{}", file, first.module, first.name);
    std::string path = wanted;
    // The same migration may have failed before; that older copy is kept too.
    for (int number = 2; ::access(path.c_str(), F_OK) == 0; ++number)
        path = fmt::format("{}-{}", wanted, number);
    TRY(database.backup_to(path));
    remove_old_backups(file, kept);
    return path;
}

}  // namespace

Result<std::vector<std::string>> applied_migrations(Transaction& transaction)
{
    return transaction.all(migrations_done, [](const Row& row) {
        return full_name(row.text("module"), row.text("name"));
    });
}

Result<MigrationReport> migrate(Database& database, std::span<const Migration> migrations,
                                const Clock& clock, const MigrateOptions& options)
{
    const Applied applied = TRY(prepare(database));
    const std::vector<Migration> coming = TRY(compare(applied, migrations));
    MigrationReport report;
    for (const Migration& migration : coming)
        report.applied.push_back(full_name(migration.module, migration.name));
    if (options.dry_run || coming.empty()) return report;
    if (!database.is_postgres() && !applied.empty())
        report.backup = TRY(backup_before(database, coming.front(), options.backups_kept));
    for (const Migration& migration : coming) TRY(apply(database, migration, clock));
    return report;
}

}  // namespace caicach::database
