#include "obligation/board/publishing.hpp"

#include "obligation/paths.hpp"
#include "obligation/permissions.hpp"
#include "obligation/sql.hpp"

namespace caicach::obligation
{

Result<bool> is_public(database::Transaction& transaction, plan::PlanId plan)
{
    const auto found = [](const database::Row& row) { return row.integer("found") > 0; };
    return transaction.one(sql::is_board_public, found, plan);
}

Result<void> publish_board(Context& context, database::Transaction& transaction,
                           const plan::PlanSummary& plan)
{
    TRY(context.require(publish_boards, organisation::scope_of(plan.coordinator)));
    const auto added =
        TRY(transaction.change(sql::publish_board, plan.id, context.now(), context.actor().name));
    if (added == 0) return {};
    return context.record(transaction, "obligation.board.published", "plan.edition",
                          plan.edition.value);
}

Result<void> unpublish_board(Context& context, database::Transaction& transaction,
                             const plan::PlanSummary& plan)
{
    TRY(context.require(publish_boards, organisation::scope_of(plan.coordinator)));
    const auto removed = TRY(transaction.change(sql::unpublish_board, plan.id));
    if (removed == 0) return {};
    return context.record(transaction, "obligation.board.unpublished", "plan.edition",
                          plan.edition.value);
}

Result<void> add_public_board(Context& /*context*/, database::Transaction& transaction,
                              const plan::PlanPagesAsked& asked)
{
    const auto shown = TRY(is_public(transaction, asked.plan));
    if (!shown) return {};
    asked.links->push_back(
        {.text = "Kế hoạch đang thực hiện đến đâu", .path = public_board_path(asked.slug)});
    return {};
}

}  // namespace caicach::obligation
