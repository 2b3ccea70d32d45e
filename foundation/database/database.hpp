#pragma once
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

    /// SQLite: a consistent, compact copy while others work; `path` must not exist. PostgreSQL:
    /// Failure::unsupported, as pg_dump is the operator's.
    [[nodiscard]] Result<void> backup_to(const std::string& path);

    [[nodiscard]] bool is_postgres() const;
    [[nodiscard]] const Options& options() const { return m_options; }

private:
    Options m_options;
    std::unique_ptr<Backend> m_backend;
};

/// The path of "sqlite:///path", empty for another address.
[[nodiscard]] std::string sqlite_path(const Options& options);

}  // namespace caicach::database
