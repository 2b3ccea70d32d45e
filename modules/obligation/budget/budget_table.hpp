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
    std::string item{};  ///< "II.1. Đăng tin, bài"
    std::string agency{};
    std::optional<Norm> passed{};
};
/// With the names of items and agencies, and the norms that they pass.
[[nodiscard]] Result<std::vector<ListedBudgetLine>> listed_lines(
    database::Transaction& transaction, const std::vector<BudgetLine>& lines, Date today);

[[nodiscard]] BoardTable budget_lines_table(const std::vector<ListedBudgetLine>& lines);
/// Sums of a plan: one row each, and one of all.
[[nodiscard]] Result<BoardTable> budget_by_agency(const std::vector<BudgetSum>& sums,
                                                  AgencyNames& names, std::string_view plan_code);
[[nodiscard]] BoardTable budget_by_source(const std::vector<BudgetSum>& sums,
                                          std::string_view plan_code);

/// "1.234.000 đồng"
[[nodiscard]] std::string money_text(std::int64_t amount);

}  // namespace caicach::obligation
