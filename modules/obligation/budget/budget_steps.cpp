#include "obligation/budget/budget_steps.hpp"

#include <algorithm>

#include "crypto/public_code.hpp"
#include "json/value.hpp"
#include "manifest/change_detail.hpp"
#include "obligation/acting.hpp"
#include "obligation/budget/budget_rights.hpp"
#include "obligation/coordination.hpp"
#include "obligation/limits.hpp"
#include "obligation/permissions.hpp"

namespace caicach::obligation
{
namespace
{

Result<void> require_seen(const BudgetLine& line, std::int64_t seen)
{
    if (line.version != seen) return failure(Failure::conflict, "base.changed_meanwhile");
    return {};
}

json::Value estimate_json(const Estimate& estimate)
{
    return json::Value::object()
        .set("title", estimate.title)
        .set("source", std::string{name_of(estimate.source)})
        .set("estimate", estimate.total);
}

Result<void> record(Context& context, database::Transaction& transaction, const BudgetLine& line,
                    std::string_view action, std::string_view detail = {})
{
    return context.record(transaction, action, "obligation.budget_line", line.id.value, detail);
}

Result<void> add_spending(Context& context, database::Transaction& transaction, BudgetLine& line,
                          Spending spending)
{
    spending.id = make_id<SpendingId>();
    spending.account = context.actor().account;
    spending.stated_at = context.now();
    TRY(line.spend(spending.amount));
    BudgetStore store{transaction};
    TRY(store.save(line));
    return store.add(line.id, spending);
}

}  // namespace

Result<BudgetLine> add_budget_line(Context& context, database::Transaction& transaction,
                                   const NewBudgetLine& wanted)
{
    TRY(context.require(write_budget, organisation::scope_of(wanted.agency)));
    TRY(wanted.estimate.check());
    BudgetStore store{transaction};
    if (auto known = TRY(store.known(wanted.code))) {
        if (known->agency == wanted.agency && known->plan == wanted.plan.id) return *known;
        return failure(Failure::conflict, "base.already_exists");
    }
    const auto before = TRY(store.of_plan({.plan = wanted.plan.id, .agency = wanted.agency}, {},
                                          limits::budget_lines_of_agency_max));
    if (before.size() >= static_cast<std::size_t>(limits::budget_lines_of_agency_max))
        return failure(Failure::conflict, "obligation.budget.too_many", "",
                       {std::to_string(limits::budget_lines_of_agency_max)});
    BudgetLine line{.id = make_id<BudgetLineId>(),
                    .code = wanted.code,
                    .plan = wanted.plan.id,
                    .lineage = wanted.lineage,
                    .agency = wanted.agency,
                    .estimate = wanted.estimate,
                    .estimated_on = context.today(),
                    .version = 1};
    TRY(store.add(line));
    TRY(record(context, transaction, line, "obligation.budget.estimated",
               beginning_detail(estimate_json(line.estimate))));
    return line;
}

Result<void> change_estimate(Context& context, database::Transaction& transaction, BudgetLine line,
                             const Estimate& wanted, std::int64_t seen)
{
    TRY(require_writing(context, transaction, line));
    TRY(require_seen(line, seen));
    if (line.estimate == wanted) return {};
    const auto before = estimate_json(line.estimate);
    TRY(line.change(wanted, context.today()));
    TRY(BudgetStore{transaction}.save(line));
    return record(context, transaction, line, "obligation.budget.estimated",
                  change_detail(before, estimate_json(wanted)));
}

Result<void> appraise_line(Context& context, database::Transaction& transaction, BudgetLine line,
                           const NewAppraisal& wanted, std::int64_t seen)
{
    const auto plan = TRY(plan_today(transaction, line.plan, context.today()));
    TRY(context.require(appraise_budget, organisation::scope_of(plan.coordinator)));
    TRY(require_seen(line, seen));
    TRY(line.appraise(wanted.amount));
    BudgetStore store{transaction};
    const auto before = TRY(store.appraisals(line.id));
    if (before.size() >= static_cast<std::size_t>(limits::budget_steps_max))
        return failure(Failure::conflict, "obligation.budget.too_many_steps");
    TRY(store.save(line));
    TRY(store.add(line.id, {.estimate = line.estimate.total,
                            .amount = wanted.amount,
                            .note = wanted.note,
                            .agency = acting_for(context, plan.coordinator),
                            .account = context.actor().account,
                            .appraised_at = context.now()}));
    return record(context, transaction, line, "obligation.budget.appraised",
                  beginning_detail(json::Value::object().set("appraised", wanted.amount)));
}

Result<void> state_spending(Context& context, database::Transaction& transaction, BudgetLine line,
                            const Spending& wanted)
{
    TRY(require_writing(context, transaction, line));
    if (wanted.spent_on > context.today())
        return failure(Failure::invalid, "obligation.budget.future", "spent_on");
    const auto before = TRY(BudgetStore{transaction}.spendings(line.id));
    if (std::ranges::find(before, wanted.code, &Spending::code) != before.end()) return {};
    if (before.size() >= static_cast<std::size_t>(limits::budget_steps_max))
        return failure(Failure::conflict, "obligation.budget.too_many_steps");
    TRY(add_spending(context, transaction, line, wanted));
    return record(context, transaction, line, "obligation.budget.spent",
                  beginning_detail(json::Value::object().set("spent", wanted.amount)));
}

Result<void> take_back_spending(Context& context, database::Transaction& transaction,
                                BudgetLine line, std::string_view spending)
{
    TRY(require_writing(context, transaction, line));
    const auto all = TRY(BudgetStore{transaction}.spendings(line.id));
    const auto found = std::ranges::find(all, spending, &Spending::code);
    if (found == all.end()) return failure(Failure::not_found, "obligation.budget.not_found");
    const bool is_gone = found->takes_back || std::ranges::any_of(all, [&](const Spending& one) {
                             return one.takes_back == found->id;
                         });
    if (is_gone) return failure(Failure::conflict, "obligation.budget.taken_back");
    TRY(add_spending(context, transaction, line,
                     {.code = crypto::make_public_code(),
                      .amount = -found->amount,
                      .spent_on = found->spent_on,
                      .note = found->note,
                      .takes_back = found->id}));
    return record(context, transaction, line, "obligation.budget.spending_taken_back",
                  ending_detail(json::Value::object().set("spent", found->amount)));
}

Result<void> withdraw_line(Context& context, database::Transaction& transaction, BudgetLine line,
                           std::int64_t seen)
{
    TRY(require_withdrawal(context, transaction, line));
    TRY(require_seen(line, seen));
    TRY(line.withdraw());
    TRY(BudgetStore{transaction}.save(line));
    return record(context, transaction, line, "obligation.budget.withdrawn",
                  ending_detail(estimate_json(line.estimate)));
}

}  // namespace caicach::obligation
