#include "testing/side_by_side.hpp"

#include <atomic>
#include <cstdint>
#include <string_view>
#include <thread>

namespace caicach::testing
{
namespace
{

constexpr std::string_view own_number = "SELECT pg_backend_pid() AS number";
constexpr std::string_view waiting_for =
    "SELECT COUNT(*) AS number FROM pg_stat_activity"
    " WHERE CAST($1 AS INTEGER) = ANY(pg_blocking_pids(pid))";

std::int64_t number(const database::Row& row) { return row.integer("number"); }

bool somebody_waits(database::Database& database, std::int64_t for_whom)
{
    auto transaction = MUST(database.read());
    return MUST(transaction.one(waiting_for, number, for_whom)) > 0;
}

}  // namespace

Result<void> side_by_side(database::Database& database, const Deed& one, const Deed& other)
{
    auto first = MUST(database.write());
    MUST(one(first));
    Result<void> became;
    std::atomic<bool> is_through{};
    std::thread second{[&] {
        became = [&]() -> Result<void> {
            auto transaction = TRY(database.write());
            TRY(other(transaction));
            return transaction.commit();
        }();
        is_through = true;
    }};
    if (first.is_postgres()) {
        const auto for_whom = MUST(first.one(own_number, number));
        while (!is_through && !somebody_waits(database, for_whom)) std::this_thread::yield();
    }
    const auto done = first.commit();
    second.join();
    MUST(done);
    return became;
}

}  // namespace caicach::testing
