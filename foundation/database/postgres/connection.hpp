#pragma once
#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/result.hpp"
#include "database/database.hpp"
#include "database/transaction.hpp"

struct pg_conn;
struct pg_result;

namespace caicach::database::postgres
{

struct CloseConnection {
    void operator()(pg_conn* handle) const;
};
struct ClearResult {
    void operator()(pg_result* result) const;
};
using ResultHandle = std::unique_ptr<pg_result, ClearResult>;

/// One connection with its prepared statements; used by one thread at a time.
class Connection
{
public:
    /// Connects and makes the schema where it is missing. unavailable "base.database_away".
    static Result<std::unique_ptr<Connection>> open(const Options& options);

    /// Runs one statement, prepared once; answers how many rows it changed.
    Result<std::int64_t> run(std::string_view sql, std::span<const Parameter> bound,
                             Transaction::Visitor visitor, void* context);
    /// Reads a SELECT through a cursor, some hundred rows at a time.
    Result<void> stream(std::string_view sql, std::span<const Parameter> bound,
                        Transaction::Visitor visitor, void* context);
    /// Any number of statements without parameters.
    Result<void> script(std::string_view statements);
    Result<void> commit();

    /// What this connection was made with, passwords too, as the environment of a program of
    /// PostgreSQL: there nobody else sees it, as in arguments they would.
    [[nodiscard]] std::vector<std::string> environment() const;
    [[nodiscard]] std::string database_name() const;

    [[nodiscard]] bool is_alive() const;
    [[nodiscard]] bool is_in_transaction() const;

private:
    struct TextHash {
        using is_transparent = void;
        std::size_t operator()(std::string_view text) const
        {
            return std::hash<std::string_view>{}(text);
        }
    };

    Result<std::string> prepare(std::string_view sql, std::span<const Parameter> bound);
    Result<ResultHandle> checked(pg_result* result, std::string_view sql) const;

    std::unique_ptr<pg_conn, CloseConnection> m_handle;
    std::unordered_map<std::string, std::string, TextHash, std::equal_to<>> m_statements;
    int m_statement_count{};
    int m_cursor_count{};
};

}  // namespace caicach::database::postgres
