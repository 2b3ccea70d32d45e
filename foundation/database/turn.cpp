#include "database/turn.hpp"

#include <string_view>

namespace caicach::database
{
namespace
{

/// Schemas of one database do not wait for each other.
constexpr std::string_view wait_to_be_alone =
    "SELECT pg_advisory_xact_lock(hashtext(current_schema() || '.turn')) IS NULL AS taken";
constexpr std::string_view wait_to_be_among_others =
    "SELECT pg_advisory_xact_lock_shared(hashtext(current_schema() || '.turn')) IS NULL AS taken";

}  // namespace

Result<void> take_turn(Transaction& transaction, Turn turn)
{
    if (!transaction.is_postgres()) return {};
    const auto sql = turn == Turn::alone ? wait_to_be_alone : wait_to_be_among_others;
    TRY(transaction.one(sql, [](const Row& row) { return row.boolean("taken"); }));
    return {};
}

}  // namespace caicach::database
