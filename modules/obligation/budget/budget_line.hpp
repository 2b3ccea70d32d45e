#pragma once
#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "base/time.hpp"
#include "manifest/actor.hpp"
#include "plan/api.hpp"

/// What an agency needs to carry out an item, what was appraised of it, and what it spent. All
/// amounts are whole đồng.
namespace caicach::obligation
{

struct BudgetLineTag;
using BudgetLineId = Id<BudgetLineTag>;

/// regular: the agency's yearly budget; decision: a decision or notice of its own; sponsorship:
/// lawful money of others; supplement: beyond the budget, to be asked of the People's Committee.
enum class BudgetSource { regular, decision, sponsorship, supplement };
inline constexpr std::array budget_sources{BudgetSource::regular, BudgetSource::decision,
                                           BudgetSource::sponsorship, BudgetSource::supplement};
[[nodiscard]] std::string_view name_of(BudgetSource source);
[[nodiscard]] std::string_view label_of(BudgetSource source);
[[nodiscard]] std::optional<BudgetSource> budget_source_from(std::string_view name);

/// What an agency writes of a line.
struct Estimate {
    std::string title{};  ///< what the money is for
    BudgetSource source{BudgetSource::regular};
    std::string source_note{};  ///< "Quyết định 12/QĐ-UBND"
    std::string norm{};         ///< key of a norm that its price is compared with; or empty
    std::int64_t quantity{};    ///< 0: told as a whole
    std::int64_t unit_price{};
    std::int64_t total{};

    friend bool operator==(const Estimate&, const Estimate&) = default;
    /// invalid "obligation.budget.title_missing" (title), "….norm_unpriced" and "….half_priced"
    /// (quantity, unit_price), "….total_differs" (total): what is counted is what is asked for, and
    /// a norm has a price to be compared with.
    [[nodiscard]] Result<void> check() const;
};

struct BudgetLine {
    BudgetLineId id{};
    std::string code{};  ///< stands in addresses
    plan::PlanId plan{};
    plan::ItemId lineage{};
    organisation::AgencyId agency{};
    Estimate estimate{};
    Date estimated_on{};                      ///< which norms it is compared with
    std::optional<std::int64_t> appraised{};  ///< of this estimate; nothing: it waits
    std::int64_t spent{};
    bool is_withdrawn{};
    std::int64_t version{};

    /// Another estimate is appraised anew. conflict "obligation.budget.withdrawn".
    [[nodiscard]] Result<void> change(const Estimate& wanted, Date today);
    /// invalid "obligation.budget.appraised_over" (amount): nobody grants more than was asked for.
    [[nodiscard]] Result<void> appraise(std::int64_t amount);
    /// Also what passes the estimate: money that is gone is told. conflict
    /// "obligation.budget.withdrawn".
    [[nodiscard]] Result<void> spend(std::int64_t amount);
    /// conflict "obligation.budget.spent_already".
    [[nodiscard]] Result<void> withdraw();
};

}  // namespace caicach::obligation
