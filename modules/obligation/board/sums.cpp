#include "obligation/board/sums.hpp"

#include <algorithm>
#include <tuple>

#include "obligation/sql.hpp"
#include "text/number.hpp"

namespace caicach::obligation
{
namespace
{

Sums sums_from(const database::Row& row)
{
    return {.owed = row.integer("owed"),
            .in_time = row.integer("in_time"),
            .late = row.integer("late"),
            .excused = row.integer("excused")};
}

/// What was due and is none of the others is overdue.
Sums due_sums_from(const database::Row& row)
{
    auto sums = sums_from(row);
    sums.overdue = sums.owed - sums.in_time - sums.late - sums.excused;
    return sums;
}

}  // namespace

std::optional<double> Sums::percent() const
{
    if (asked() == 0) return {};
    return 100.0 * static_cast<double>(in_time) / static_cast<double>(asked());
}

Sums& Sums::operator+=(const Sums& other)
{
    owed += other.owed;
    in_time += other.in_time;
    late += other.late;
    overdue += other.overdue;
    excused += other.excused;
    return *this;
}

std::string percent_text(const Sums& sums)
{
    const auto percent = sums.percent();
    return percent ? text::format_decimal(*percent, 1) + "%" : "–";
}

Result<Sums> sums_of(database::Transaction& transaction, plan::PlanId plan, Date today)
{
    return transaction.one(sql::board_sums, due_sums_from, plan, today);
}

Result<std::vector<MonthSums>> sums_by_month(database::Transaction& transaction, plan::PlanId plan,
                                             Date today)
{
    const auto from = [](const database::Row& row) {
        return MonthSums{.agency = row.id<organisation::AgencyId>("agency_id"),
                         .month = row.string("month"),
                         .sums = due_sums_from(row)};
    };
    return transaction.all(sql::board_months, from, plan, today);
}

Result<std::vector<MonthSums>> sums_of_months(database::Transaction& transaction, plan::PlanId plan,
                                              Date today)
{
    const auto from = [](const database::Row& row) {
        return MonthSums{.month = row.string("month"), .sums = due_sums_from(row)};
    };
    return transaction.all(sql::board_months_of_all, from, plan, today);
}

Result<std::vector<ItemSums>> sums_by_item(database::Transaction& transaction, plan::PlanId plan,
                                           Date today)
{
    const auto from = [](const database::Row& row) {
        return ItemSums{.lineage = row.id<plan::ItemId>("lineage"),
                        .agency = row.id<organisation::AgencyId>("agency_id"),
                        .sums = sums_from(row)};
    };
    auto all = TRY(transaction.all(sql::board_items, from, plan));
    const auto key = [](const ItemSums& entry) { return std::tie(entry.lineage, entry.agency); };
    // What is overdue is not kept: it changes with the day alone.
    const auto add_overdue = [&](const database::Row& row) {
        const auto lineage = row.id<plan::ItemId>("lineage");
        const auto agency = row.id<organisation::AgencyId>("agency_id");
        const auto found = std::ranges::lower_bound(all, std::tie(lineage, agency), {}, key);
        if (found != all.end() && found->lineage == lineage && found->agency == agency)
            found->sums.overdue = row.integer("overdue");
    };
    TRY(transaction.each(sql::board_overdue_counts, add_overdue, plan, today));
    return all;
}

}  // namespace caicach::obligation
