#pragma once
#include <cstdint>
#include <functional>
#include <memory>
#include <string>

#include "base/result.hpp"
#include "database/transaction.hpp"

namespace caicach::database
{

class Backend;

struct Options {
    /// "sqlite:///var/lib/caicach/caicach.db" (made when missing), or "postgresql://…" or a libpq
    /// conninfo ("host=/run/postgresql dbname=caicach").
    std::string url{};
    /// Reading transactions at once; on PostgreSQL connections in all.
    int readers{4};
    /// How long a transaction waits for its turn before unavailable "base.busy".
    int wait_milliseconds{10'000};
    /// PostgreSQL: the schema of our tables; made when missing.
    std::string schema{"public"};
    /// SQLite: a finished copy that nobody writes to. It is read without a byte of it changing.
    bool is_copy{};
};

/// One SQLite file or one PostgreSQL schema. Its functions may be called from any thread.
class Database
{
public:
    explicit Database(Options options, std::unique_ptr<Backend> backend);
    Database(const Database&) = delete;
    Database& operator=(const Database&) = delete;
    ~Database();

    /// Opens and says at once, and clearly, when that cannot work (detail names path or server).
    [[nodiscard]] static Result<std::unique_ptr<Database>> open(const Options& options);

    /// A snapshot that sees no later commits and changes nothing.
    [[nodiscard]] Result<Transaction> read();

    /// A writing transaction. On SQLite one at a time runs; those that wait share one disk sync
    /// (group commit). On PostgreSQL they run side by side (READ COMMITTED).
    [[nodiscard]] Result<Transaction> write();

    /// Answers whether a query goes through.
    [[nodiscard]] Result<void> ping();

    /// SQLite: moves the write-ahead log into the file; on shutdown.
    [[nodiscard]] Result<void> checkpoint();

    /// A consistent copy while others work; `path` must not exist. SQLite: a database file, compact
    /// and without what was deleted. PostgreSQL: the whole database in pg_dump's custom format;
    /// unavailable "base.process.missing" where pg_dump is not installed, unavailable
    /// "base.dump_failed" with its own words where it fails.
    [[nodiscard]] Result<void> backup_to(const std::string& path);
    /// The same; then `look` reads exactly the state that was copied.
    [[nodiscard]] Result<void> backup_to(const std::string& path,
                                         const std::function<Result<void>(Transaction&)>& look);

    /// PostgreSQL: fills an empty database from such a copy, wholly or not at all. (On SQLite the
    /// copy is the database.)
    [[nodiscard]] Result<void> restore_from(const std::string& path);

    /// Whether there is no table at all.
    [[nodiscard]] Result<bool> is_empty();
    /// What it takes on disk, and so the most that a copy takes.
    [[nodiscard]] Result<std::int64_t> size_bytes();
    /// SQLite: the first thing that is wrong inside the file; empty where it is sound. PostgreSQL
    /// sees to its own files: always empty.
    [[nodiscard]] Result<std::string> first_damage();

    [[nodiscard]] bool is_postgres() const;
    [[nodiscard]] const Options& options() const { return m_options; }

private:
    Options m_options;
    std::unique_ptr<Backend> m_backend;
};

/// The path of "sqlite:///path", empty for another address.
[[nodiscard]] std::string sqlite_path(const Options& options);

}  // namespace caicach::database
