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

/// What is due from today to the end of the month: seen before its day, and in no share. Excused
/// ones aside.
struct Running {
    std::int64_t asked{};
    std::int64_t done{};

    [[nodiscard]] std::int64_t missing() const { return asked - done; }
    friend bool operator==(const Running&, const Running&) = default;
};
/// The last day of the month of `today`.
[[nodiscard]] Date running_until(Date today);

/// Requested work is in none of them. Only what was due before today is added up, beside what is
/// running.
struct Sums {
    std::int64_t owed{};
    std::int64_t in_time{};
    std::int64_t late{};  ///< done, but too late
    std::int64_t overdue{};
    std::int64_t excused{};
    Running running{};

    /// What had to be done by now: excused ones aside, overdue ones included.
    [[nodiscard]] std::int64_t asked() const { return in_time + late + overdue; }
    /// Done in time of all that had to be done: 0 to 100; nothing where nothing had to be.
    [[nodiscard]] std::optional<double> percent() const;
    Sums& operator+=(const Sums& other);

    friend bool operator==(const Sums&, const Sums&) = default;
};

/// "86,4%", "–".
[[nodiscard]] std::string percent_text(const Sums& sums);

[[nodiscard]] Result<Sums> sums_of(database::Transaction& transaction, plan::PlanId plan,
                                   Date today);

struct MonthSums {
    organisation::AgencyId agency{};
    std::string month{};  ///< "2026-03"
    Sums sums{};
};
/// By agency and month, to the running one; those with nothing due are left out.
[[nodiscard]] Result<std::vector<MonthSums>> sums_by_month(database::Transaction& transaction,
                                                           plan::PlanId plan, Date today);
/// What was due on one day, of all agencies together.
struct DaySums {
    Date due_on{};
    std::int64_t owed{};
    std::int64_t in_time{};
    std::int64_t late{};
    std::int64_t excused{};
};
/// In the order of days.
[[nodiscard]] Result<std::vector<DaySums>> sums_by_day(database::Transaction& transaction,
                                                       plan::PlanId plan);
/// As they stand on that day.
[[nodiscard]] Sums sums_of(const std::vector<DaySums>& days, Date today);
/// By month, to the running one; of all agencies, who are none then.
[[nodiscard]] std::vector<MonthSums> months_of(const std::vector<DaySums>& days, Date today);

/// Besides the sums what the whole plan asks for, due or not.
struct ItemSums {
    plan::ItemId lineage{};
    organisation::AgencyId agency{};
    Sums sums{};
    std::int64_t whole{};
    std::int64_t whole_excused{};
    std::int64_t ahead{};  ///< done before its day, which is still to come

    /// What is done of what the whole plan asks for.
    [[nodiscard]] Sums of_whole_plan() const;
    ItemSums& operator+=(const ItemSums& other);
};
/// By item and agency, in this order.
[[nodiscard]] Result<std::vector<ItemSums>> sums_by_item(database::Transaction& transaction,
                                                         plan::PlanId plan, Date today);

}  // namespace caicach::obligation
