#pragma once
#include <optional>
#include <string>
#include <vector>

#include "manifest/context.hpp"
#include "obligation/board/filter.hpp"
#include "obligation/board/sums.hpp"
#include "obligation/work.hpp"

/// How a plan in force is carried out, agency by agency and item by item.
namespace caicach::obligation
{

/// A plan that somebody watches, and what they narrowed it to.
struct Watched {
    plan::PlanSummary plan{};
    BoardFilter filter{};
    Date today{};
};
/// The plan of the address. not_found "plan.not_found"; forbidden for who may not watch it.
[[nodiscard]] Result<Watched> watched_in(const Context& context, database::Transaction& transaction,
                                         const http::Request& request);

/// All is narrowed by the filter's kind and area; agencies by its state, too: those that have such
/// work.
struct Board {
    Watched watched{};
    std::vector<organisation::AgencySummary> agencies{};  ///< who owe something, by name
    std::vector<MonthSums> months{};                      ///< to the running one
    std::vector<ItemSums> items{};                        ///< by item and agency
    std::vector<Work> works{};                            ///< that somebody owes, as in the plan
    std::vector<organisation::Kind> kinds{};              ///< of all agencies, to choose from
    /// The plan of an earlier year that stands beside it (board/years.hpp), where there is one.
    std::optional<plan::PlanSummary> before{};
    std::vector<MonthSums> months_before{};       ///< of all of it
    Date until_before{};                          ///< the day that today was then
    Sums to_date_before{};                        ///< of what was due before that day
    std::vector<plan::PlanSummary> comparable{};  ///< of earlier years, to choose from
    bool is_narrowed{};                           ///< so that no year stands beside it
    int year{};                                   ///< the plan's that is compared
    int year_before{};  ///< of the plan beside it; of several years also its own
};
[[nodiscard]] bool is_of_one_year(const plan::PlanSummary& plan);
/// The year that the filter names, else the running one, as far as they are the plan's.
[[nodiscard]] int compared_year(const Watched& watched);
[[nodiscard]] Result<Board> board_of(database::Transaction& transaction, Watched watched);

/// Nothing due, or all of it: sums of one agency, or of all (none).
[[nodiscard]] Sums sums_of(const std::vector<MonthSums>& months,
                           organisation::AgencyId agency = {});
[[nodiscard]] Sums sums_of_month(const std::vector<MonthSums>& months, std::string_view month);
[[nodiscard]] ItemSums sums_of_item(const std::vector<ItemSums>& items, plan::ItemId lineage);
/// Who owes anything of the plan, by name as of that day (AgencyNames).
[[nodiscard]] Result<std::vector<organisation::AgencySummary>> agencies_owing(
    database::Transaction& transaction, plan::PlanId plan, Date day);
/// The months that have anything, in their order.
[[nodiscard]] std::vector<std::string> months_in(const std::vector<MonthSums>& months);
/// Plans in force of whom the actor may watch how they are carried out, the newest first.
[[nodiscard]] Result<std::vector<plan::PlanSummary>> watched_plans(
    const Context& context, database::Transaction& transaction);

}  // namespace caicach::obligation
