#pragma once
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "http/response.hpp"
#include "manifest/context.hpp"
#include "obligation/budget/budget_table.hpp"

namespace caicach::obligation
{

/// What was typed into a form, to be shown again.
struct TypedEstimate {
    std::string item{};  ///< its code
    std::string title{};
    std::string source{};
    std::string source_note{};
    std::string norm{};
    std::string quantity{};
    std::string unit_price{};
    std::string total{};
};

/// Lines of one agency.
struct BudgetSection {
    std::string code{};
    std::string agency{};
    std::vector<ListedBudgetLine> lines{};
    std::string next{};  ///< behind which line the next page begins; empty: there is none
};
struct OwnBudgetPage {
    std::string agency{};
    std::vector<plan::PlanSummary> plans{};  ///< that go on: lines may be added
    BudgetSection own{};
    std::vector<BudgetSection> inherited{};  ///< of agencies that this one took over
    bool may_write{};
};
[[nodiscard]] http::Response own_budget_page(const Context& context, const OwnBudgetPage& page);

struct NewBudgetLinePage {
    plan::PlanSummary plan{};
    std::vector<plan::Item> items{};
    std::vector<Norm> norms{};
    std::string code{};
    TypedEstimate typed{};
    std::optional<Error> error{};
};
[[nodiscard]] http::Response new_budget_line_page(const Context& context,
                                                  const NewBudgetLinePage& page);

struct BudgetLinePage {
    ListedBudgetLine listed{};
    plan::PlanSummary plan{};
    std::vector<Norm> norms{};
    std::vector<Appraisal> appraisals{};
    std::vector<std::string> appraisers{};  ///< agency and person of each
    std::vector<Spending> spendings{};
    std::string spending_code{};
    bool may_write{};
    bool may_appraise{};
    bool may_withdraw{};
    TypedEstimate typed{};
    std::string typed_amount{};
    std::string typed_note{};
    std::string typed_day{};
    std::optional<Error> error{};
};
[[nodiscard]] http::Response budget_line_page(const Context& context, const BudgetLinePage& page);

struct BudgetRegisterPage {
    plan::PlanSummary plan{};
    BoardTable by_agency{};
    BoardTable by_source{};
    std::vector<ListedBudgetLine> lines{};
    std::string query{};     ///< of the filter, "?co-quan=SYT", or nothing
    std::string narrowed{};  ///< the same in words
    std::string next_path{};
};
[[nodiscard]] http::Response budget_register_page(const Context& context,
                                                  const BudgetRegisterPage& page);

}  // namespace caicach::obligation
