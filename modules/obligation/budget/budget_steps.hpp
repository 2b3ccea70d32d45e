#pragma once
#include "manifest/context.hpp"
#include "obligation/budget/budget_store.hpp"

/// What agencies and appraisers do with budget lines; each step checks, saves and records.
namespace caicach::obligation
{

struct NewBudgetLine {
    std::string code{};  ///< made for the form: sent twice, it is one line
    plan::PlanSummary plan{};
    plan::ItemId lineage{};
    organisation::AgencyId agency{};
    Estimate estimate{};
};
/// The line, also where the same form was sent before. forbidden unless the actor writes for the
/// agency; conflict "obligation.budget.too_many".
[[nodiscard]] Result<BudgetLine> add_budget_line(Context& context,
                                                 database::Transaction& transaction,
                                                 const NewBudgetLine& wanted);
/// forbidden unless the actor writes for the line's agency, or for one that answers for it now;
/// conflict "base.changed_meanwhile" where it is not the version that the person saw.
[[nodiscard]] Result<void> change_estimate(Context& context, database::Transaction& transaction,
                                           BudgetLine line, const Estimate& wanted,
                                           std::int64_t seen);
struct NewAppraisal {
    std::int64_t amount{};
    std::string note{};
};
/// forbidden unless the actor appraises for who coordinates the plan; as above for the version: an
/// estimate that changed meanwhile is not appraised unseen.
[[nodiscard]] Result<void> appraise_line(Context& context, database::Transaction& transaction,
                                         BudgetLine line, const NewAppraisal& wanted,
                                         std::int64_t seen);
/// Twice the same form spends once. invalid "obligation.budget.future" (spent_on); conflict
/// "obligation.budget.too_many_steps".
[[nodiscard]] Result<void> state_spending(Context& context, database::Transaction& transaction,
                                          BudgetLine line, const Spending& wanted);
/// conflict "obligation.budget.taken_back".
[[nodiscard]] Result<void> take_back_spending(Context& context, database::Transaction& transaction,
                                              BudgetLine line, std::string_view spending);
/// forbidden unless may_withdraw (budget_rights.hpp).
[[nodiscard]] Result<void> withdraw_line(Context& context, database::Transaction& transaction,
                                         BudgetLine line, std::int64_t seen);

}  // namespace caicach::obligation
