#include "obligation/board/board.hpp"

#include <algorithm>
#include <set>
#include <utility>

#include "obligation/board/task_list.hpp"
#include "obligation/coordination.hpp"
#include "obligation/permissions.hpp"
#include "obligation/sql.hpp"
#include "text/collate.hpp"

namespace caicach::obligation
{
namespace
{

using organisation::AgencyId;

bool is_of_area(const Work& work, std::string_view area)
{
    return area == no_area ? work.area.empty() : work.area == area;
}

Result<void> add_kinds(Board& board, database::Transaction& transaction)
{
    board.kinds = TRY(organisation::kinds(transaction));
    std::erase_if(board.kinds, [&](const organisation::Kind& kind) {
        return std::ranges::find(board.agencies, kind.key, &organisation::AgencySummary::kind) ==
               board.agencies.end();
    });
    return {};
}

bool has_such(const Sums& sums, const BoardFilter& filter)
{
    if (filter.among == Among::due_soon) return sums.running.missing() > 0;
    if (!filter.state) return true;
    switch (*filter.state) {
        case State::overdue:
            return sums.overdue > 0;
        case State::fulfilled_late:
            return sums.late > 0;
        case State::excused:
            return sums.excused > 0;
        default:
            return true;
    }
}

/// Agencies first, then what is theirs; works last, as far as anybody owes them.
void narrow(Board& board)
{
    const auto& filter = board.watched.filter;
    if (!filter.area.empty()) {
        std::erase_if(board.works,
                      [&](const Work& work) { return !is_of_area(work, filter.area); });
    }
    std::erase_if(board.agencies, [&](const organisation::AgencySummary& agency) {
        return (!filter.kind.empty() && agency.kind != filter.kind) ||
               !has_such(sums_of(board.months, agency.id), filter);
    });
    std::set<AgencyId> agencies;
    for (const auto& agency : board.agencies) agencies.insert(agency.id);
    std::set<plan::ItemId> lineages;
    for (const auto& work : board.works) lineages.insert(work.lineage);
    const auto is_other = [&](const auto& entry) { return !agencies.contains(entry.agency); };
    std::erase_if(board.months, is_other);
    std::erase_if(board.items, [&](const ItemSums& entry) {
        return is_other(entry) || !lineages.contains(entry.lineage);
    });
    lineages.clear();
    for (const auto& entry : board.items) lineages.insert(entry.lineage);
    std::erase_if(board.works, [&](const Work& work) { return !lineages.contains(work.lineage); });
}

}  // namespace

Result<Watched> watched_in(const Context& context, database::Transaction& transaction,
                           const http::Request& request)
{
    const auto code = TRY(request.path<std::string>("plan"));
    Watched watched{.filter = board_filter_of(request), .today = context.today()};
    watched.plan = TRY(plan_today(transaction, code, watched.today));
    TRY(context.require(watch_plans, organisation::scope_of(watched.plan.coordinator)));
    return watched;
}

Result<Board> board_of(database::Transaction& transaction, Watched watched)
{
    Board board{.watched = std::move(watched)};
    board.year = compared_year(board.watched);
    const auto plan = board.watched.plan.id;
    const auto today = board.watched.today;
    board.months = TRY(sums_by_month(transaction, plan, today));
    board.items = TRY(sums_by_item(transaction, plan, today));
    board.works = TRY(works_of(transaction, plan));
    board.agencies = TRY(agencies_owing(transaction, plan, today));
    TRY(add_kinds(board, transaction));
    narrow(board);
    return board;
}

bool is_of_one_year(const plan::PlanSummary& plan) { return plan.first_year == plan.last_year; }

int compared_year(const Watched& watched)
{
    const auto named = Date::from_iso(watched.filter.year + "-01-01");
    return std::clamp(named.value_or(watched.today).year(), watched.plan.first_year,
                      std::max(watched.plan.first_year, watched.plan.last_year));
}

Sums sums_of(const std::vector<MonthSums>& months, AgencyId agency)
{
    Sums sums;
    for (const auto& entry : months)
        if (!agency || entry.agency == agency) sums += entry.sums;
    return sums;
}

Sums sums_of_month(const std::vector<MonthSums>& months, std::string_view month)
{
    Sums sums;
    for (const auto& entry : months)
        if (entry.month == month) sums += entry.sums;
    return sums;
}

ItemSums sums_of_item(const std::vector<ItemSums>& items, plan::ItemId lineage)
{
    ItemSums sums{.lineage = lineage};
    for (const auto& entry : items)
        if (entry.lineage == lineage) sums += entry;
    return sums;
}

Result<std::vector<organisation::AgencySummary>> agencies_owing(database::Transaction& transaction,
                                                                plan::PlanId plan, Date day)
{
    const auto id_of = [](const database::Row& row) { return row.id<AgencyId>("agency_id"); };
    const auto ids = TRY(transaction.all(sql::board_agencies, id_of, plan));
    std::vector<std::pair<std::string, organisation::AgencySummary>> sorted;
    sorted.reserve(ids.size());
    AgencyNames names{transaction, day};
    for (const auto id : ids) {
        const auto* agency = TRY(names.of(id));
        sorted.emplace_back(text::collation_key(agency->name), *agency);
    }
    std::ranges::sort(sorted, {}, [](const auto& entry) -> const auto& { return entry.first; });
    std::vector<organisation::AgencySummary> agencies;
    agencies.reserve(sorted.size());
    for (auto& [key, agency] : sorted) agencies.push_back(std::move(agency));
    return agencies;
}

std::vector<std::string> months_in(const std::vector<MonthSums>& months)
{
    std::set<std::string> all;
    for (const auto& entry : months) all.insert(entry.month);
    return {all.begin(), all.end()};
}

Result<std::vector<plan::PlanSummary>> watched_plans(const Context& context,
                                                     database::Transaction& transaction)
{
    auto plans = TRY(plan::plans_in_force(transaction));
    TRY(pass_coordination_on(transaction, plans, context.today()));
    std::erase_if(plans, [&](const plan::PlanSummary& plan) {
        return !context.may(watch_plans, organisation::scope_of(plan.coordinator));
    });
    return plans;
}

}  // namespace caicach::obligation
