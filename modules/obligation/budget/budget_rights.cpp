#include "obligation/budget/budget_rights.hpp"

#include <algorithm>

#include "obligation/coordination.hpp"
#include "obligation/gone_works.hpp"
#include "obligation/heirs.hpp"
#include "obligation/permissions.hpp"

namespace caicach::obligation
{
namespace
{

/// Its agency is no more, whether or not somebody took it over.
Result<bool> has_ended(database::Transaction& transaction, organisation::AgencyId agency,
                       Date today)
{
    const auto heirs = TRY(Heirs(transaction, today).of(agency, today));
    if (!heirs.empty()) return true;
    const auto known = TRY(organisation::agencies_on(transaction, today));
    return std::ranges::find(known, agency, &organisation::AgencySummary::id) == known.end();
}

Result<bool> is_left(database::Transaction& transaction, const BudgetLine& line, Date today)
{
    const auto gone = TRY(gone_works(transaction, line.plan));
    return gone.contains(line.lineage) ? Result<bool>{true}
                                       : has_ended(transaction, line.agency, today);
}

}  // namespace

Result<bool> may_about(const Context& context, database::Transaction& transaction,
                       const Permission& permission, const BudgetLine& line)
{
    if (context.may(permission, organisation::scope_of(line.agency))) return true;
    const auto today = context.today();
    const auto heirs = TRY(Heirs(transaction, today).of(line.agency, today));
    return std::ranges::any_of(heirs, [&](organisation::AgencyId heir) {
        return context.may(permission, organisation::scope_of(heir));
    });
}

Result<void> require_writing(const Context& context, database::Transaction& transaction,
                             const BudgetLine& line)
{
    const bool may = TRY(may_about(context, transaction, write_budget, line));
    if (may) return {};
    return context.require(write_budget, organisation::scope_of(line.agency));
}

Result<bool> may_withdraw(const Context& context, database::Transaction& transaction,
                          const BudgetLine& line)
{
    const bool writes = TRY(may_about(context, transaction, write_budget, line));
    if (writes) return true;
    const auto plan = TRY(plan_today(transaction, line.plan, context.today()));
    if (!context.may(appraise_budget, organisation::scope_of(plan.coordinator))) return false;
    return is_left(transaction, line, context.today());
}

Result<void> require_withdrawal(const Context& context, database::Transaction& transaction,
                                const BudgetLine& line)
{
    const bool may = TRY(may_withdraw(context, transaction, line));
    return may ? Result<void>{} : require_writing(context, transaction, line);
}

}  // namespace caicach::obligation
