#pragma once
#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>

#include "base/result.hpp"
#include "database/transaction.hpp"

namespace caicach::database
{

/// What a driver does for one open transaction. Destroying it rolls back what was not committed.
class Session
{
public:
    virtual ~Session() = default;
    virtual Result<void> run(std::string_view sql, std::span<const Parameter> bound,
                             Transaction::Visitor visitor, void* context) = 0;
    /// As run, without holding all rows in memory.
    virtual Result<void> stream(std::string_view sql, std::span<const Parameter> bound,
                                Transaction::Visitor visitor, void* context) = 0;
    virtual Result<std::int64_t> change(std::string_view sql, std::span<const Parameter> bound) = 0;
    virtual Result<void> script(std::string_view statements) = 0;
    virtual Result<void> commit() = 0;
    [[nodiscard]] virtual bool is_postgres() const = 0;
};

/// What a driver does for one database. Every function may be called from any thread.
class Backend
{
public:
    virtual ~Backend() = default;
    virtual Result<std::unique_ptr<Session>> read() = 0;
    virtual Result<std::unique_ptr<Session>> write() = 0;
    virtual Result<void> checkpoint() = 0;
    virtual Result<void> backup_to(const std::string& path) = 0;
    [[nodiscard]] virtual bool is_postgres() const = 0;
};

}  // namespace caicach::database
