#pragma once
#include "manifest/module.hpp"
#include "obligation/budget/budget_store.hpp"

namespace caicach::obligation
{

/// All budget lines of a plan, with their sums, for who watches it.
void add_budget_register(Module& module);

/// Behind which line a list goes on, as the address says; none: it begins.
[[nodiscard]] BudgetLineId budget_place(const http::Request& request);

}  // namespace caicach::obligation
