#include "obligation/board/sums.hpp"

#include <algorithm>
#include <tuple>

#include "obligation/sql.hpp"
#include "text/number.hpp"

namespace caicach::obligation
{
namespace
{

/// What was due and is none of the others is overdue.
Sums sums_from(const database::Row& row)
{
    Sums sums{.owed = row.integer("owed"),
              .in_time = row.integer("in_time"),
              .late = row.integer("late"),
              .excused = row.integer("excused"),
              .running = {.asked = row.integer("running"), .done = row.integer("running_done")}};
    sums.overdue = sums.owed - sums.in_time - sums.late - sums.excused;
    return sums;
}

Sums as_of(const DaySums& day, Date today)
{
    if (day.due_on > running_until(today)) return {};
    if (day.due_on >= today)
        return {.running = {.asked = day.owed - day.excused, .done = day.in_time}};
    return {.owed = day.owed,
            .in_time = day.in_time,
            .late = day.late,
            .overdue = day.owed - day.in_time - day.late - day.excused,
            .excused = day.excused};
}

/// Of the whole plan, whatever the day is.
ItemSums whole_from(const database::Row& row)
{
    ItemSums entry{.lineage = row.id<plan::ItemId>("lineage"),
                   .agency = row.id<organisation::AgencyId>("agency_id"),
                   .whole = row.integer("owed"),
                   .whole_excused = row.integer("excused")};
    entry.sums.in_time = row.integer("in_time");
    entry.sums.late = row.integer("late");
    entry.sums.excused = entry.whole_excused;
    return entry;
}

/// The entry of the row's item and agency, or none: `all` and the rows are in the same order, so
/// that each search goes on where the last one ended.
class Merging
{
public:
    explicit Merging(std::vector<ItemSums>& all) : m_at(all.begin()), m_end(all.end()) {}

    ItemSums* entry_of(const database::Row& row)
    {
        const auto lineage = row.id<plan::ItemId>("lineage");
        const auto agency = row.id<organisation::AgencyId>("agency_id");
        const auto wanted = std::tie(lineage, agency);
        while (m_at != m_end && std::tie(m_at->lineage, m_at->agency) < wanted) ++m_at;
        const bool is_there = m_at != m_end && std::tie(m_at->lineage, m_at->agency) == wanted;
        return is_there ? &*m_at : nullptr;
    }

private:
    std::vector<ItemSums>::iterator m_at;
    std::vector<ItemSums>::iterator m_end;
};

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
    running.asked += other.running.asked;
    running.done += other.running.done;
    return *this;
}

Sums ItemSums::of_whole_plan() const
{
    return {.owed = whole,
            .in_time = sums.in_time + ahead,
            .late = sums.late,
            .overdue = sums.overdue,
            .excused = whole_excused};
}

ItemSums& ItemSums::operator+=(const ItemSums& other)
{
    sums += other.sums;
    whole += other.whole;
    whole_excused += other.whole_excused;
    ahead += other.ahead;
    return *this;
}

Date running_until(Date today)
{
    return today.plus_days(days_in_month(today.year(), today.month()) - today.day());
}

std::string percent_text(const Sums& sums)
{
    const auto percent = sums.percent();
    return percent ? text::format_decimal(*percent, 1) + "%" : "–";
}

Result<Sums> sums_of(database::Transaction& transaction, plan::PlanId plan, Date today)
{
    return transaction.one(sql::board_sums, sums_from, plan, today, running_until(today));
}

Result<std::vector<MonthSums>> sums_by_month(database::Transaction& transaction, plan::PlanId plan,
                                             Date today)
{
    const auto from = [](const database::Row& row) {
        return MonthSums{.agency = row.id<organisation::AgencyId>("agency_id"),
                         .month = row.string("month"),
                         .sums = sums_from(row)};
    };
    return transaction.all(sql::board_months, from, plan, today, running_until(today));
}

Result<std::vector<DaySums>> sums_by_day(database::Transaction& transaction, plan::PlanId plan)
{
    const auto from = [](const database::Row& row) {
        return DaySums{.due_on = row.date("due_on"),
                       .owed = row.integer("owed"),
                       .in_time = row.integer("in_time"),
                       .late = row.integer("late"),
                       .excused = row.integer("excused")};
    };
    return transaction.all(sql::board_days, from, plan);
}

Sums sums_of(const std::vector<DaySums>& days, Date today)
{
    Sums sums;
    for (const auto& day : days) sums += as_of(day, today);
    return sums;
}

std::vector<MonthSums> months_of(const std::vector<DaySums>& days, Date today)
{
    std::vector<MonthSums> months;
    for (const auto& day : days) {
        if (day.due_on > running_until(today)) break;
        const auto month = day.due_on.iso().substr(0, 7);
        if (months.empty() || months.back().month != month) months.push_back({.month = month});
        months.back().sums += as_of(day, today);
    }
    return months;
}

Result<std::vector<ItemSums>> sums_by_item(database::Transaction& transaction, plan::PlanId plan,
                                           Date today)
{
    auto all = TRY(transaction.all(sql::board_items, whole_from, plan));
    // What is overdue changes with the day alone, so it is kept nowhere.
    Merging owed{all};
    const auto add_owed = [&](const database::Row& row) {
        auto* const entry = owed.entry_of(row);
        if (entry == nullptr) return;
        entry->sums.overdue = row.integer("overdue");
        entry->sums.running.asked = row.integer("missing");
    };
    const auto until = running_until(today);
    TRY(transaction.each(sql::board_owed_counts, add_owed, plan, today, until));
    Merging settled{all};
    const auto take_ahead = [&](const database::Row& row) {
        auto* const entry = settled.entry_of(row);
        if (entry == nullptr) return;
        entry->ahead = row.integer("ahead");
        entry->sums.in_time -= entry->ahead;
        entry->sums.excused -= row.integer("excused");
        entry->sums.running.done = row.integer("running_done");
        entry->sums.running.asked += entry->sums.running.done;
    };
    TRY(transaction.each(sql::board_settled_counts, take_ahead, plan, today, until));
    for (auto& entry : all) entry.sums.owed = entry.sums.asked() + entry.sums.excused;
    return all;
}

}  // namespace caicach::obligation
