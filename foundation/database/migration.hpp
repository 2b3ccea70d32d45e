#pragma once
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "base/time.hpp"
#include "database/database.hpp"

namespace caicach::database
{

/// One step of one module's schema, forward only. `sql` may hold several statements, in one
/// dialect that both databases read: INTEGER, REAL, TEXT and BLOB become BIGINT, DOUBLE PRECISION,
/// TEXT and BYTEA on PostgreSQL, `{STRICT}` after a table's last bracket becomes STRICT on SQLite.
/// Lines `-- sqlite:`, `-- postgres:` and `-- both:` begin what is for one database, or for both.
struct Migration {
    std::string_view module{};
    std::string_view name{};  ///< "0001_plans"; applied in the order of the list given
    std::string_view sql{};
};

struct MigrateOptions {
    bool dry_run{};  ///< only say what would be applied
    int backups_kept{3};
};

struct MigrationReport {
    std::vector<std::string> applied{};  ///< "plan/0001_plans"; with dry_run those to come
    std::string backup{};                ///< the copy made before, when one was
};

/// Brings the schema up to date; each migration in a transaction of its own, so a killed run goes
/// on where it stopped. Before the first on a database that has tables: a copy beside the file,
/// "<file>.before-<module>-<name>" (SQLite; on PostgreSQL `caicach backup create` is the
/// operator's). Refuses (conflict) "base.schema_newer" when a migration is recorded that the list
/// does not have, "base.migration_changed" when an applied one has another text now.
[[nodiscard]] Result<MigrationReport> migrate(Database& database,
                                              std::span<const Migration> migrations,
                                              const Clock& clock,
                                              const MigrateOptions& options = {});

/// What a database has behind it: "plan/0001_plans" …, sorted.
[[nodiscard]] Result<std::vector<std::string>> applied_migrations(Transaction& transaction);

/// A migration's text as one database reads it.
[[nodiscard]] std::string in_dialect(std::string_view sql, bool is_postgres);

}  // namespace caicach::database
