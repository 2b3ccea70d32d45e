#pragma once
#include <array>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

#include "base/result.hpp"
#include "database/parameter.hpp"
#include "database/row.hpp"

namespace caicach::database
{

class Session;

/// One transaction: everything in it happens, or nothing. Made by Database::read and ::write; ends
/// with commit(), or is rolled back by its destructor. Opened late, committed last, no network
/// inside. Used by one thread at a time.
///
/// SQL is the text of one statement from a .sql file (a constant that outlives the database), with
/// parameters `$1`, `$2` … in any order and as often as wanted.
///
/// Failures of every function: conflict "base.already_exists" (unique), conflict "base.still_used"
/// (foreign key), unavailable "base.busy", "base.disk_full", "base.database_away"; else internal.
/// After a failed statement the transaction can only be rolled back, on both databases alike: to
/// go on where a row may exist already, write ON CONFLICT DO NOTHING.
class Transaction
{
public:
    explicit Transaction(std::unique_ptr<Session> session);
    Transaction(Transaction&&) noexcept;
    Transaction& operator=(Transaction&&) noexcept;
    Transaction(const Transaction&) = delete;
    Transaction& operator=(const Transaction&) = delete;
    ~Transaction();

    /// Every row, through `map`: T(const Row&). For lists that have a limit in their SQL.
    template <class Map, class... A>
    [[nodiscard]] Result<std::vector<std::invoke_result_t<Map&, const Row&>>> all(
        std::string_view sql, Map map, const A&... parameters)
    {
        std::vector<std::invoke_result_t<Map&, const Row&>> rows;
        auto take = [&](const Row& row) {
            rows.push_back(map(row));
            return true;
        };
        TRY(run(sql, take, parameters...));
        return rows;
    }

    /// The row, or nothing. More than one row is a broken invariant.
    template <class Map, class... A>
    [[nodiscard]] Result<std::optional<std::invoke_result_t<Map&, const Row&>>> maybe_one(
        std::string_view sql, Map map, const A&... parameters)
    {
        std::optional<std::invoke_result_t<Map&, const Row&>> found;
        auto take = [&](const Row& row) {
            VERIFY(!found);
            found.emplace(map(row));
            return true;
        };
        TRY(run(sql, take, parameters...));
        return found;
    }

    /// The row; where there is none, Failure::not_found "base.not_found".
    template <class Map, class... A>
    [[nodiscard]] Result<std::invoke_result_t<Map&, const Row&>> one(std::string_view sql, Map map,
                                                                     const A&... parameters)
    {
        auto found = TRY(maybe_one(sql, std::move(map), parameters...));
        if (!found) return failure(Failure::not_found, "base.not_found");
        return std::move(*found);
    }

    /// Rows one by one, for what is too long to hold: `visit` is void(const Row&), or
    /// bool(const Row&) where false ends the reading. Other statements may run meanwhile.
    template <class Visit, class... A>
    [[nodiscard]] Result<void> each(std::string_view sql, Visit visit, const A&... parameters)
    {
        auto take = [&](const Row& row) {
            if constexpr (std::is_void_v<std::invoke_result_t<Visit&, const Row&>>) {
                visit(row);
                return true;
            } else {
                return static_cast<bool>(visit(row));
            }
        };
        return stream(sql, take, parameters...);
    }

    /// How many rows the INSERT, UPDATE or DELETE touched.
    template <class... A>
    [[nodiscard]] Result<std::int64_t> change(std::string_view sql, const A&... parameters)
    {
        const std::array<Parameter, sizeof...(A)> bound{Parameter(parameters)...};
        return change_bound(sql, bound);
    }

    /// The same where one row must change: none is Failure::conflict "base.changed_meanwhile"
    /// (put `version = $n` into the WHERE); more than one is a broken invariant.
    template <class... A>
    [[nodiscard]] Result<void> change_one(std::string_view sql, const A&... parameters)
    {
        const std::int64_t changed = TRY(change(sql, parameters...));
        VERIFY(changed <= 1);
        if (changed == 0) return failure(Failure::conflict, "base.changed_meanwhile");
        return {};
    }

    /// Returns only when the work is durable. Nothing may run in the transaction after it. Where
    /// it fails, nothing has happened.
    [[nodiscard]] Result<void> commit();

    /// Runs on the committing thread when the work is durable; never after a rollback.
    void after_commit(std::function<void()> hook);

    /// Several statements without parameters: migrations and seeds, never a request.
    [[nodiscard]] Result<void> script(std::string_view statements);

    /// Only for the rare dialect need.
    [[nodiscard]] bool is_postgres() const;

    /// `all`, `each` and `change` for statements put together at run time.
    using Visitor = bool (*)(void* context, const Row& row);
    [[nodiscard]] Result<void> run_bound(std::string_view sql, std::span<const Parameter> bound,
                                         Visitor visitor, void* context);
    [[nodiscard]] Result<void> stream_bound(std::string_view sql, std::span<const Parameter> bound,
                                            Visitor visitor, void* context);
    [[nodiscard]] Result<std::int64_t> change_bound(std::string_view sql,
                                                    std::span<const Parameter> bound);

private:
    template <class Take>
    static bool call(void* take, const Row& row)
    {
        return (*static_cast<Take*>(take))(row);
    }
    template <class Take, class... A>
    Result<void> run(std::string_view sql, Take& take, const A&... parameters)
    {
        const std::array<Parameter, sizeof...(A)> bound{Parameter(parameters)...};
        return run_bound(sql, bound, &call<Take>, &take);
    }
    template <class Take, class... A>
    Result<void> stream(std::string_view sql, Take& take, const A&... parameters)
    {
        const std::array<Parameter, sizeof...(A)> bound{Parameter(parameters)...};
        return stream_bound(sql, bound, &call<Take>, &take);
    }

    std::unique_ptr<Session> m_session;
    std::vector<std::function<void()>> m_hooks;
};

}  // namespace caicach::database
