#pragma once
#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/result.hpp"
#include "database/transaction.hpp"

struct sqlite3;
struct sqlite3_stmt;

namespace caicach::database::sqlite
{

struct CloseDatabase {
    void operator()(sqlite3* handle) const;
};
struct FinalizeStatement {
    void operator()(sqlite3_stmt* statement) const;
};
using StatementHandle = std::unique_ptr<sqlite3_stmt, FinalizeStatement>;

/// copy: of a file that nobody writes to, and that must stay as it is byte by byte.
enum class Access { read, write, copy };

/// One connection with its prepared statements; used by one thread at a time.
class Connection
{
public:
    /// Opens with everything that each of our connections has: WAL, full sync, foreign keys, the
    /// collation and tokenizer `vi`, the function `fold`. The file must exist.
    static Result<std::unique_ptr<Connection>> open(const std::string& path, Access access,
                                                    int wait_milliseconds);

    /// Runs one statement from the cache; answers how many rows it changed.
    Result<std::int64_t> run(std::string_view sql, std::span<const Parameter> bound,
                             Transaction::Visitor visitor, void* context);
    /// One statement of the frame around others (BEGIN …), from the cache.
    Result<void> execute(std::string_view sql);
    /// Any number of statements without parameters and without looking at rows.
    Result<void> script(std::string_view statements);

    /// True when no transaction is open: after some errors SQLite rolls back by itself.
    [[nodiscard]] bool is_autocommit() const;
    [[nodiscard]] sqlite3* handle() const { return m_handle.get(); }

private:
    struct TextHash {
        using is_transparent = void;
        std::size_t operator()(std::string_view text) const
        {
            return std::hash<std::string_view>{}(text);
        }
    };
    struct Prepared {
        StatementHandle statement{};
        std::vector<int> places{};  ///< of `$1`, `$2` …: SQLite counts in the order of appearance
    };
    struct Cached {
        Prepared prepared{};
        bool is_busy{};
    };

    Result<Prepared> prepare(std::string_view sql);
    Result<std::int64_t> step_through(const Prepared& prepared, std::string_view sql,
                                      std::span<const Parameter> bound,
                                      Transaction::Visitor visitor, void* context);
    [[nodiscard]] tl::unexpected<Error> error(std::string_view sql) const;

    std::unique_ptr<sqlite3, CloseDatabase> m_handle;
    // After m_handle, so that statements end before it.
    std::unordered_map<std::string, Cached, TextHash, std::equal_to<>> m_statements;
};

/// Gives `handle` the collation `vi`, the function `fold` and the tokenizer `vi`.
Result<void> register_vietnamese(sqlite3* handle);
/// FTS5's tokenizer `vi` (its half of register_vietnamese).
bool register_tokenizer(sqlite3* handle);

}  // namespace caicach::database::sqlite
