#include "obligation/budget/budget_line.hpp"

#include "text/number.hpp"
#include "text/text.hpp"

namespace caicach::obligation
{
namespace
{

struct SourceText {
    std::string_view name{};
    std::string_view label{};
};
/// In the order of their enumerators.
constexpr std::array<SourceText, 4> source_texts{{
    {"regular", "Chi thường xuyên trong dự toán năm"},
    {"decision", "Quyết định, thông báo riêng"},
    {"sponsorship", "Tài trợ, huy động hợp pháp"},
    {"supplement", "Đề nghị bổ sung"},
}};

}  // namespace

std::string_view name_of(BudgetSource source)
{
    return source_texts[static_cast<std::size_t>(source)].name;
}

std::string_view label_of(BudgetSource source)
{
    return source_texts[static_cast<std::size_t>(source)].label;
}

std::optional<BudgetSource> budget_source_from(std::string_view name)
{
    for (const auto source : budget_sources)
        if (name_of(source) == name) return source;
    return {};
}

Result<void> Estimate::check() const
{
    if (text::trim(title).empty())
        return failure(Failure::invalid, "obligation.budget.title_missing", "title");
    const auto* const missing = quantity == 0 ? "quantity" : "unit_price";
    if (!norm.empty() && (quantity == 0 || unit_price == 0))
        return failure(Failure::invalid, "obligation.budget.norm_unpriced", missing);
    if ((quantity == 0) != (unit_price == 0))
        return failure(Failure::invalid, "obligation.budget.half_priced", missing);
    // Both are bounded where they are read: the product fits.
    if (quantity != 0 && quantity * unit_price != total)
        return failure(Failure::invalid, "obligation.budget.total_differs", "total",
                       {text::format_integer(quantity * unit_price)});
    return {};
}

Result<void> BudgetLine::change(const Estimate& wanted, Date today)
{
    if (is_withdrawn) return failure(Failure::conflict, "obligation.budget.withdrawn");
    TRY(wanted.check());
    estimate = wanted;
    estimated_on = today;
    appraised.reset();
    return {};
}

Result<void> BudgetLine::appraise(std::int64_t amount)
{
    if (is_withdrawn) return failure(Failure::conflict, "obligation.budget.withdrawn");
    if (amount > estimate.total)
        return failure(Failure::invalid, "obligation.budget.appraised_over", "amount",
                       {text::format_integer(estimate.total)});
    appraised = amount;
    return {};
}

Result<void> BudgetLine::spend(std::int64_t amount)
{
    if (is_withdrawn) return failure(Failure::conflict, "obligation.budget.withdrawn");
    spent += amount;
    return {};
}

Result<void> BudgetLine::withdraw()
{
    if (is_withdrawn) return failure(Failure::conflict, "obligation.budget.withdrawn");
    if (spent != 0) return failure(Failure::conflict, "obligation.budget.spent_already");
    is_withdrawn = true;
    return {};
}

}  // namespace caicach::obligation
