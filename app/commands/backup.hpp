#pragma once
#include <string>
#include <vector>

#include "app/commands.hpp"
#include "app/commands/backup_manifest.hpp"
#include "app/system.hpp"

/// A backup is a folder that anybody can read without this program:
///
///     caicach.db      the database (SQLite), or caicach.dump (PostgreSQL, for pg_restore)
///     files/ab/cdef…  the attachments that this database names, and no others
///     caicach.toml    the data folder's own settings; config.toml where they lay elsewhere
///     manifest.json   what belongs to it, with sizes and hashes; written last
namespace caicach::app
{

struct BackupMade {
    Manifest manifest{};
    std::string path{};
    /// Attachments that the database names and that are missing or damaged on disk, as sentences:
    /// the backup is as good as the data, and `verify` will say so.
    std::vector<std::string> problems{};
};

/// Copies while the service goes on. conflict "app.backup.exists", "app.backup.inside",
/// "app.backup.under_way"; unavailable "app.backup.no_room".
[[nodiscard]] Result<BackupMade> create_backup(System& system, const Configuration& configuration,
                                               const std::string& to);

/// Whether every file is there as the manifest says and no other, the database is sound, has its
/// attachments and an unbroken audit chain. The failure is the first fault. Changes nothing.
[[nodiscard]] Result<Manifest> verify_backup(const std::string& path);

/// Verifies, then fills the data folder of `line`, which must be missing or empty (on PostgreSQL
/// the database too). Where it fails on SQLite, nothing is left. Answers what was restored.
[[nodiscard]] Result<Manifest> restore_backup(const CommandLine& line, const std::string& from);

/// unavailable "app.backup.no_room" where the folder has fewer bytes left than are needed.
[[nodiscard]] Result<void> require_room(const std::string& folder, std::int64_t bytes);

}  // namespace caicach::app
