#include <fmt/format.h>

#include <filesystem>
#include <fstream>
#include <set>
#include <sstream>
#include <utility>

#include "app/commands/backup.hpp"
#include "app/commands/backup_files.hpp"
#include "attachment/api.hpp"
#include "audit/api.hpp"
#include "base/process.hpp"
#include "database/database.hpp"

namespace caicach::app
{
namespace
{

tl::unexpected<Error> fault(std::string key, std::vector<std::string> arguments)
{
    return failure(Failure::invalid, std::move(key), {}, std::move(arguments));
}

Result<Manifest> read_manifest(const std::string& folder)
{
    const std::ifstream stream(folder + "/" + std::string{manifest_name}, std::ios::binary);
    if (!stream) return fault("app.backup.no_manifest", {folder});
    std::ostringstream text;
    text << stream.rdbuf();
    return parse_manifest(text.str());
}

Result<void> verify_file(const std::string& folder, const BackupFile& file)
{
    const auto found = measured(folder, file.path);
    if (!found && found.error().kind == Failure::not_found)
        return fault("app.backup.file_missing", {file.path});
    if (!found) return tl::unexpected<Error>(found.error());
    if (found->bytes != file.bytes) {
        return fault("app.backup.size_differs",
                     {file.path, std::to_string(found->bytes), std::to_string(file.bytes)});
    }
    if (found->sha256 != file.sha256) return fault("app.backup.hash_differs", {file.path});
    return {};
}

/// What lies there and is not named may have been laid there: nothing of it is trusted.
Result<void> verify_no_others(const std::string& folder, const Manifest& manifest)
{
    std::set<std::string_view> named{manifest_name};
    for (const auto& file : manifest.files) named.insert(file.path);
    return each_file(folder, [&](const std::string& path) -> Result<void> {
        if (named.contains(path)) return {};
        return fault("app.backup.file_extra", {path});
    });
}

Result<void> verify_contents(database::Transaction& transaction, const Manifest& manifest)
{
    std::set<std::string_view> named;
    for (const auto& file : manifest.files) named.insert(file.path);
    return attachment::each_content(transaction,
                                    [&](const attachment::StoredContent& content) -> Result<void> {
                                        if (named.contains(content.path)) return {};
                                        return fault("app.backup.content_missing", {content.path});
                                    });
}

Result<void> verify_sqlite(const std::string& folder, const Manifest& manifest)
{
    const auto path = folder + "/" + manifest.database;
    const auto database =
        TRY(database::Database::open({.url = "sqlite://" + path, .readers = 1, .is_copy = true}));
    const auto damage = TRY(database->first_damage());
    if (!damage.empty()) return fault("app.backup.database_damaged", {manifest.database, damage});
    auto transaction = TRY(database->read());
    TRY(verify_contents(transaction, manifest));
    const auto chain = TRY(audit::verify(transaction));
    if (!chain.first_bad) return {};
    return fault("app.backup.audit_broken", {audit::in_words(*chain.first_bad)});
}

/// A dump can be read through without a server, but not asked: its attachments and its chain were
/// looked at in the dump's own snapshot, and the manifest says what was found.
Result<void> verify_dump(const std::string& folder, const Manifest& manifest)
{
    const auto read = TRY(run_child(
        {.arguments = {"pg_restore", "--file=/dev/null", folder + "/" + manifest.database},
         .limits = {
             .wall_seconds = 6 * 3600, .cpu_seconds = 6 * 3600, .memory_bytes = 4ULL << 30U}}));
    if (read.exit_code != 0)
        return fault("app.backup.database_damaged", {manifest.database, read.errors});
    if (manifest.audit_first_bad == 0) return {};
    return fault("app.backup.audit_broken",
                 {audit::in_words({manifest.audit_first_bad, audit::Fault::changed})});
}

}  // namespace

Result<Manifest> verify_backup(const std::string& path)
{
    std::error_code error;
    const auto folder = std::filesystem::absolute(path, error).lexically_normal().string();
    auto manifest = TRY(read_manifest(folder));
    for (const auto& file : manifest.files) TRY(verify_file(folder, file));
    TRY(verify_no_others(folder, manifest));
    TRY(manifest.is_postgres() ? verify_dump(folder, manifest) : verify_sqlite(folder, manifest));
    return manifest;
}

}  // namespace caicach::app
