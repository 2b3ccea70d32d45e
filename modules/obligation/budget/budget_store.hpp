#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "database/transaction.hpp"
#include "obligation/budget/budget_line.hpp"

namespace caicach::obligation
{

struct Appraisal {
    std::int64_t estimate{};  ///< what it was about then
    std::int64_t amount{};
    std::string note{};
    organisation::AgencyId agency{};
    AccountId account{};
    Instant appraised_at{};
};

struct SpendingTag;
using SpendingId = Id<SpendingTag>;
struct Spending {
    SpendingId id{};
    std::string code{};     ///< known before it is sent: the same form twice spends once
    std::int64_t amount{};  ///< below zero where it takes another one back
    Date spent_on{};
    std::string note{};
    std::optional<SpendingId> takes_back{};
    AccountId account{};
    Instant stated_at{};
};

/// Which lines of a plan; none and nothing narrow nothing.
struct BudgetQuery {
    plan::PlanId plan{};
    organisation::AgencyId agency{};
    std::optional<BudgetSource> source{};
    bool only_gone{};  ///< of items that the plan has no more
};

/// Lines of one agency and source, added up.
struct BudgetSum {
    organisation::AgencyId agency{};
    BudgetSource source{};
    std::int64_t number{};
    std::int64_t estimate{};
    std::int64_t appraised_number{};
    std::int64_t appraised{};
    std::int64_t spent{};

    BudgetSum& operator+=(const BudgetSum& other);
};

/// Budget lines ↔ rows. Lists go on behind the line `after`; none: they begin.
class BudgetStore
{
public:
    explicit BudgetStore(database::Transaction& transaction) : m_transaction(transaction) {}

    /// not_found "obligation.budget.not_found".
    [[nodiscard]] Result<BudgetLine> find(std::string_view code);
    [[nodiscard]] Result<BudgetLine> find(BudgetLineId id);
    [[nodiscard]] Result<std::optional<BudgetLine>> known(std::string_view code);
    [[nodiscard]] Result<void> add(const BudgetLine& line);
    /// conflict when somebody saved it in between.
    [[nodiscard]] Result<void> save(BudgetLine& line);
    [[nodiscard]] Result<void> add(BudgetLineId line, const Appraisal& appraisal);
    [[nodiscard]] Result<void> add(BudgetLineId line, const Spending& spending);

    /// The newest first.
    [[nodiscard]] Result<std::vector<Appraisal>> appraisals(BudgetLineId line);
    [[nodiscard]] Result<std::vector<Spending>> spendings(BudgetLineId line);
    /// Those that were not withdrawn.
    [[nodiscard]] Result<std::vector<BudgetLine>> of_agency(organisation::AgencyId agency,
                                                            BudgetLineId after, int limit);
    [[nodiscard]] Result<std::vector<BudgetLine>> of_plan(const BudgetQuery& query,
                                                          BudgetLineId after, int limit);
    [[nodiscard]] Result<std::vector<BudgetSum>> sums(plan::PlanId plan);
    /// Of items that the plan has no more.
    [[nodiscard]] Result<std::vector<BudgetSum>> sums_of_gone(plan::PlanId plan);

private:
    database::Transaction& m_transaction;
};

/// "obligation.budget" of `caicach check`: what lines say was spent, against each spending.
[[nodiscard]] Result<std::vector<std::string>> check_budget(Context& context);

}  // namespace caicach::obligation
