#include <filesystem>
#include <set>
#include <utility>

#include "app/commands/backup.hpp"
#include "app/commands/backup_files.hpp"
#include "app/modules.hpp"
#include "jobs/jobs.hpp"
#include "json/value.hpp"
#include "once/once.hpp"

namespace caicach::app
{
namespace
{

namespace fs = std::filesystem;

/// Asked before anything is written: a schema that this program does not know it cannot serve.
Result<void> require_known_schema(const Manifest& manifest)
{
    std::set<std::string> known;
    const auto add = [&](const database::Migration& migration) {
        known.insert(std::string{migration.module} + "/" + std::string{migration.name});
    };
    for (const auto& migration : jobs::migrations()) add(migration);
    for (const auto& migration : once::migrations()) add(migration);
    for (const auto& module : all_modules()) {
        for (const auto& migration : module.migrations()) add(migration);
    }
    for (const auto& name : manifest.schema) {
        if (!known.contains(name))
            return failure(Failure::conflict, "base.schema_newer", {}, {name});
    }
    return {};
}

Result<void> require_empty_folder(const std::string& folder)
{
    std::error_code error;
    if (!fs::exists(folder, error) || fs::is_empty(folder, error)) return {};
    return failure(Failure::conflict, "app.backup.data_not_empty", "data", {folder});
}

/// The database to fill; nothing for SQLite, whose copy is the database.
Result<std::unique_ptr<database::Database>> database_to_fill(const CommandLine& line,
                                                             const Manifest& manifest)
{
    const auto configuration = TRY(load_configuration(line));
    const auto& url = configuration.text("database.url");
    if (!manifest.is_postgres()) {
        if (url.empty()) return nullptr;
        return failure(Failure::conflict, "app.backup.wants_sqlite", "database.url");
    }
    if (url.empty() || url.starts_with("sqlite:"))
        return failure(Failure::conflict, "app.backup.wants_postgres", "database.url");
    auto database = TRY(database::Database::open({.url = url}));
    const auto is_empty = TRY(database->is_empty());
    if (!is_empty) return failure(Failure::conflict, "app.backup.database_not_empty");
    return database;
}

/// Copies what the manifest names; what is copied must still be what was verified.
Result<void> copy_files(const Manifest& manifest, const std::string& from, const std::string& to)
{
    for (const auto& file : manifest.files) {
        const bool is_dump = file.path == postgres_copy_name;
        if (is_dump || file.path == other_settings_name) continue;
        const auto copied = TRY(copy_durably(from, to, file.path));
        if (copied.sha256 != file.sha256)
            return failure(Failure::invalid, "app.backup.hash_differs", {}, {file.path});
    }
    return {};
}

/// To today's schema, with the line that says where this data comes from.
Result<void> take_up(const CommandLine& line, const Manifest& manifest)
{
    auto opened = TRY(open_system(line));
    TRY(opened.system->migrate());
    auto context = opened.system->system_context("caicach backup restore");
    auto transaction = TRY(context.begin());
    const auto detail = json::dump(json::Value::object()
                                       .set("restored_from_backup_of", manifest.made_at)
                                       .set("program", manifest.program));
    TRY(context.record(transaction, "backup.restored", "backup", 0, detail));
    return transaction.commit();
}

}  // namespace

Result<Manifest> restore_backup(const CommandLine& line, const std::string& from)
{
    std::error_code error;
    const auto target =
        (fs::absolute(line.data_folder, error) / "").lexically_normal().parent_path().string();
    TRY(require_empty_folder(target));
    auto manifest = TRY(verify_backup(from));
    TRY(require_known_schema(manifest));
    const auto database = TRY(database_to_fill(line, manifest));
    auto folder = TRY(FolderInTheMaking::begin(target));
    TRY(require_room(folder.path(), manifest.bytes()));
    const auto source = fs::absolute(from, error).lexically_normal().string();
    TRY(copy_files(manifest, source, folder.path()));
    if (database) TRY(database->restore_from(source + "/" + manifest.database));
    auto inside = line;
    inside.data_folder = folder.path();
    TRY(take_up(inside, manifest));
    TRY(folder.settle());
    return manifest;
}

}  // namespace caicach::app
