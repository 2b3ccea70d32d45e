#include "obligation/budget/budget_store.hpp"

#include <utility>

#include "manifest/context.hpp"
#include "obligation/limits.hpp"
#include "obligation/sql.hpp"

namespace caicach::obligation
{
namespace
{

BudgetLine line_from(const database::Row& row)
{
    return {.id = row.id<BudgetLineId>("id"),
            .code = row.string("code"),
            .plan = row.id<plan::PlanId>("plan_id"),
            .lineage = row.id<plan::ItemId>("lineage"),
            .agency = row.id<organisation::AgencyId>("agency_id"),
            .estimate = {.title = row.string("title"),
                         .source =
                             budget_source_from(row.text("source")).value_or(BudgetSource::regular),
                         .source_note = row.string("source_note"),
                         .norm = row.string("norm"),
                         .quantity = row.integer("quantity"),
                         .unit_price = row.integer("unit_price"),
                         .total = row.integer("estimate")},
            .estimated_on = row.date("estimated_on"),
            .appraised = row.maybe_integer("appraised"),
            .spent = row.integer("spent"),
            .is_withdrawn = row.boolean("is_withdrawn"),
            .version = row.integer("version")};
}

Appraisal appraisal_from(const database::Row& row)
{
    return {.estimate = row.integer("estimate"),
            .amount = row.integer("amount"),
            .note = row.string("note"),
            .agency = row.id<organisation::AgencyId>("agency_id"),
            .account = row.id<AccountId>("account_id"),
            .appraised_at = row.instant("appraised_at")};
}

Spending spending_from(const database::Row& row)
{
    return {.id = row.id<SpendingId>("id"),
            .code = row.string("code"),
            .amount = row.integer("amount"),
            .spent_on = row.date("spent_on"),
            .note = row.string("note"),
            .takes_back = row.maybe_id<SpendingId>("takes_back"),
            .account = row.id<AccountId>("account_id"),
            .stated_at = row.instant("stated_at")};
}

BudgetSum sum_from(const database::Row& row)
{
    return {.agency = row.id<organisation::AgencyId>("agency_id"),
            .source = budget_source_from(row.text("source")).value_or(BudgetSource::regular),
            .number = row.integer("number"),
            .estimate = row.integer("estimate"),
            .appraised_number = row.integer("appraised_number"),
            .appraised = row.integer("appraised"),
            .spent = row.integer("spent")};
}

Result<BudgetLine> found_or_gone(Result<std::optional<BudgetLine>> found)
{
    auto line = TRY(std::move(found));
    if (!line) return failure(Failure::not_found, "obligation.budget.not_found");
    return std::move(*line);
}

}  // namespace

BudgetSum& BudgetSum::operator+=(const BudgetSum& other)
{
    number += other.number;
    estimate += other.estimate;
    appraised_number += other.appraised_number;
    appraised += other.appraised;
    spent += other.spent;
    return *this;
}

Result<BudgetLine> BudgetStore::find(std::string_view code) { return found_or_gone(known(code)); }

Result<BudgetLine> BudgetStore::find(BudgetLineId id)
{
    return found_or_gone(m_transaction.maybe_one(sql::budget_line_by_id, line_from, id));
}

Result<std::optional<BudgetLine>> BudgetStore::known(std::string_view code)
{
    return m_transaction.maybe_one(sql::budget_line_by_code, line_from, code);
}

Result<void> BudgetStore::add(const BudgetLine& line)
{
    const auto& e = line.estimate;
    return m_transaction.change_one(sql::insert_budget_line, line.id, line.code, line.plan,
                                    line.lineage, line.agency, e.title, name_of(e.source),
                                    e.source_note, e.norm, e.quantity, e.unit_price, e.total,
                                    line.estimated_on);
}

Result<void> BudgetStore::save(BudgetLine& line)
{
    const auto& e = line.estimate;
    TRY(m_transaction.change_one(sql::save_budget_line, line.id, e.title, name_of(e.source),
                                 e.source_note, e.norm, e.quantity, e.unit_price, e.total,
                                 line.estimated_on, line.appraised, line.spent, line.is_withdrawn,
                                 line.version));
    ++line.version;
    return {};
}

Result<void> BudgetStore::add(BudgetLineId line, const Appraisal& appraisal)
{
    return m_transaction.change_one(sql::insert_budget_appraisal,
                                    make_id<Id<struct BudgetAppraisalTag>>(), line,
                                    appraisal.estimate, appraisal.amount, appraisal.note,
                                    appraisal.agency, appraisal.account, appraisal.appraised_at);
}

Result<void> BudgetStore::add(BudgetLineId line, const Spending& spending)
{
    return m_transaction.change_one(sql::insert_budget_spending, spending.id, spending.code, line,
                                    spending.amount, spending.spent_on, spending.note,
                                    spending.takes_back, spending.account, spending.stated_at);
}

Result<std::vector<Appraisal>> BudgetStore::appraisals(BudgetLineId line)
{
    return m_transaction.all(sql::budget_appraisals_of_line, appraisal_from, line,
                             limits::budget_steps_max);
}

Result<std::vector<Spending>> BudgetStore::spendings(BudgetLineId line)
{
    return m_transaction.all(sql::budget_spendings_of_line, spending_from, line,
                             limits::budget_steps_max);
}

Result<std::vector<BudgetLine>> BudgetStore::of_agency(organisation::AgencyId agency,
                                                       BudgetLineId after, int limit)
{
    return m_transaction.all(sql::budget_lines_of_agency, line_from, agency, after, limit);
}

Result<std::vector<BudgetLine>> BudgetStore::of_plan(const BudgetQuery& query, BudgetLineId after,
                                                     int limit)
{
    return m_transaction.all(sql::budget_lines_of_plan, line_from, query.plan, after, query.agency,
                             query.source ? name_of(*query.source) : std::string_view{},
                             query.only_gone, limit);
}

Result<std::vector<BudgetSum>> BudgetStore::sums(plan::PlanId plan)
{
    return m_transaction.all(sql::budget_sums_of_plan, sum_from, plan, false);
}

Result<std::vector<BudgetSum>> BudgetStore::sums_of_gone(plan::PlanId plan)
{
    return m_transaction.all(sql::budget_sums_of_plan, sum_from, plan, true);
}

Result<std::vector<std::string>> check_budget(Context& context)
{
    auto transaction = TRY(context.read());
    const auto sentence = [](const database::Row& row) {
        return "Dòng kinh phí " + row.string("code") +
               ": số đã chi khác với tổng các lần chi. Hãy khôi phục cơ sở dữ liệu từ bản sao lưu.";
    };
    return transaction.all(sql::budget_differences, sentence);
}

}  // namespace caicach::obligation
