#include "obligation/board/years.hpp"

#include <algorithm>
#include <set>
#include <utility>

#include "obligation/coordination.hpp"
#include "obligation/permissions.hpp"

namespace caicach::obligation
{
namespace
{

using organisation::AgencyId;

std::set<AgencyId> heirs_of(const organisation::Succession& succession,
                            const plan::PlanSummary& plan, Date today)
{
    std::set<AgencyId> heirs;
    for (const auto& heir : succession.heirs(plan.coordinator, plan.issued_on, today))
        heirs.insert(heir.agency);
    return heirs;
}

/// By those who answer today for what each coordinated.
Result<std::optional<plan::PlanSummary>> same_of_earlier_year(
    database::Transaction& transaction, const Watched& watched,
    const std::vector<plan::PlanSummary>& plans)
{
    const auto& plan = watched.plan;
    const auto succession = TRY(organisation::succession(transaction));
    const auto ours = heirs_of(succession, plan, watched.today);
    std::optional<plan::PlanSummary> found;
    for (const auto& other : plans) {
        const bool is_later = found && found->first_year >= other.first_year;
        if (other.subject != plan.subject || is_later || !is_of_one_year(other)) continue;
        const auto theirs = heirs_of(succession, other, watched.today);
        const bool is_same = std::ranges::any_of(
            theirs, [&](const AgencyId agency) { return ours.contains(agency); });
        if (is_same) found = other;
    }
    return found;
}

/// Before which day the compared year is looked at: of a year that is over, all of it.
Date until_of(const Board& board)
{
    const auto today = board.watched.today;
    if (is_of_one_year(board.watched.plan)) return today;
    return std::min(today, Date::create(board.year + 1, 1, 1).value_or(today));
}

}  // namespace

Result<void> add_year_before(Board& board, const Context& context,
                             database::Transaction& transaction)
{
    const auto& plan = board.watched.plan;
    const auto& filter = board.watched.filter;
    // Other agencies were there then: what is narrowed cannot be set beside it.
    board.is_narrowed = !filter.kind.empty() || !filter.shown_state().empty();
    if (board.is_narrowed) return {};
    auto plans = TRY(plan::plans_in_force(transaction));
    TRY(pass_coordination_on(transaction, plans, context.today()));
    std::erase_if(plans, [&](const plan::PlanSummary& other) {
        return other.first_year >= plan.first_year ||
               !context.may(watch_plans, organisation::scope_of(other.coordinator));
    });
    if (!filter.beside.empty()) {
        const auto chosen = std::ranges::find(plans, filter.beside, &plan::PlanSummary::code);
        if (chosen == plans.end()) return failure(Failure::not_found, "plan.not_found");
        board.before = *chosen;
    } else if (is_of_one_year(plan)) {
        board.before = TRY(same_of_earlier_year(transaction, board.watched, plans));
    } else if (board.year > plan.first_year) {
        board.before = plan;
    }
    board.comparable = std::move(plans);
    if (!board.before) return {};
    const auto& before = *board.before;
    const auto today = board.watched.today;
    auto days = TRY(sums_by_day(transaction, before.id));
    board.months_before = months_of(days, today);
    board.year_before = std::clamp(board.year - 1, before.first_year, before.last_year);
    board.until_before = years_before(until_of(board), board.year - board.year_before);
    if (!is_of_one_year(before))
        std::erase_if(days,
                      [&](const DaySums& day) { return day.due_on.year() < board.year_before; });
    board.to_date_before = sums_of(days, board.until_before);
    board.to_date_before.running = {};  // nothing of that year runs now
    return {};
}

Date years_before(Date day, int years)
{
    const auto same = Date::create(day.year() - years, day.month(), day.day());
    // 29 February: 28 February of that year.
    if (same) return *same;
    // Only 29 February is missing in other years.
    return Date::create(day.year() - years, day.month(), day.day() - 1).value_or(day);
}

}  // namespace caicach::obligation
