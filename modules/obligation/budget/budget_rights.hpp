#pragma once
#include "manifest/context.hpp"
#include "obligation/budget/budget_line.hpp"

/// Who may do what about a line: of an agency that ended those who answer for it now, as with what
/// it owed.
namespace caicach::obligation
{

/// Whether the actor may about the line's agency, or about one that answers for it now.
[[nodiscard]] Result<bool> may_about(const Context& context, database::Transaction& transaction,
                                     const Permission& permission, const BudgetLine& line);
/// forbidden unless the actor writes for the line's agency, or for one that answers for it now.
[[nodiscard]] Result<void> require_writing(const Context& context,
                                           database::Transaction& transaction,
                                           const BudgetLine& line);
/// Whether the actor may give the line up: whoever writes it, and, where its agency ended or its
/// item is no longer in the plan, whoever appraises for the coordinator.
[[nodiscard]] Result<bool> may_withdraw(const Context& context, database::Transaction& transaction,
                                        const BudgetLine& line);
[[nodiscard]] Result<void> require_withdrawal(const Context& context,
                                              database::Transaction& transaction,
                                              const BudgetLine& line);

}  // namespace caicach::obligation
