#pragma once
#include <string>
#include <vector>

#include "obligation/board/table.hpp"
#include "obligation/board/task_list.hpp"
#include "obligation/budget/budget_store.hpp"
#include "obligation/budget/norm.hpp"
#include "obligation/work.hpp"

namespace caicach::obligation
{

/// A line as lists show it.
struct ListedBudgetLine {
    BudgetLine line{};
    std::string item{};    ///< "II.1. Đăng tin, bài", as it was named last
    bool is_item_gone{};   ///< the plan has it no more
    std::string agency{};  ///< of one that ended with who answers for it now
    std::optional<Norm> passed{};
};
/// "II.6. Mở cuộc thi (mục không còn trong kế hoạch)"
[[nodiscard]] std::string item_text(const ListedBudgetLine& listed);
/// With the names of items and agencies, and the norms that they pass.
[[nodiscard]] Result<std::vector<ListedBudgetLine>> listed_lines(
    database::Transaction& transaction, const std::vector<BudgetLine>& lines, Date today);

[[nodiscard]] BoardTable budget_lines_table(const std::vector<ListedBudgetLine>& lines);
/// Sums of a plan: one row each, and one of all.
struct PlanBudget {
    std::string plan_code{};
    std::vector<BudgetSum> sums{};
    std::vector<BudgetSum> of_gone{};  ///< those among them of items that the plan has no more
};
[[nodiscard]] Result<BoardTable> budget_by_agency(const PlanBudget& budget, AgencyNames& names);
[[nodiscard]] BoardTable budget_by_source(const PlanBudget& budget);

/// "1.234.000 đồng"
[[nodiscard]] std::string money_text(std::int64_t amount);

}  // namespace caicach::obligation
