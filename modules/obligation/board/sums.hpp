#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "database/transaction.hpp"
#include "obligation/obligation.hpp"

/// How obligations went, added up: what every number on the boards is.
namespace caicach::obligation
{

/// Requested work is in none of them. By days and months only what was due before today is added
/// up; by items what is not due yet, too: then `owed` is more than the others together.
struct Sums {
    std::int64_t owed{};
    std::int64_t in_time{};
    std::int64_t late{};  ///< done, but too late
    std::int64_t overdue{};
    std::int64_t excused{};

    /// What had to be done by now: excused ones aside, overdue ones included.
    [[nodiscard]] std::int64_t asked() const { return in_time + late + overdue; }
    /// Done in time of all that had to be done: 0 to 100; nothing where nothing had to be.
    [[nodiscard]] std::optional<double> percent() const;
    Sums& operator+=(const Sums& other);

    friend bool operator==(const Sums&, const Sums&) = default;
};

/// "86,4%", "–".
[[nodiscard]] std::string percent_text(const Sums& sums);

/// Of all that was due before `today`.
[[nodiscard]] Result<Sums> sums_of(database::Transaction& transaction, plan::PlanId plan,
                                   Date today);

struct MonthSums {
    organisation::AgencyId agency{};
    std::string month{};  ///< "2026-03"
    Sums sums{};
};
/// Of all that was due before `today`, by agency and month; those with nothing due are left out.
[[nodiscard]] Result<std::vector<MonthSums>> sums_by_month(database::Transaction& transaction,
                                                           plan::PlanId plan, Date today);
/// The same of all agencies together, who are none then.
[[nodiscard]] Result<std::vector<MonthSums>> sums_of_months(database::Transaction& transaction,
                                                            plan::PlanId plan, Date today);

struct ItemSums {
    plan::ItemId lineage{};
    organisation::AgencyId agency{};
    Sums sums{};
};
/// Of the whole plan, by item and agency.
[[nodiscard]] Result<std::vector<ItemSums>> sums_by_item(database::Transaction& transaction,
                                                         plan::PlanId plan, Date today);

}  // namespace caicach::obligation
