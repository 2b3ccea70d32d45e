#pragma once
#include <cstdint>
#include <string>
#include <vector>

#include "database/transaction.hpp"
#include "manifest/context.hpp"
#include "obligation/inbox.hpp"
#include "obligation/reminder/owing.hpp"

/// The small board of what one agency handed on: its units, and their parts.
namespace caicach::obligation
{

/// Parts of one unit whose last day is in a year; requested ones are in no sum.
struct UnitSums {
    organisation::AgencyId unit{};
    std::string code{};
    std::string name{};
    std::int64_t owed{};     ///< the last day is over
    std::int64_t in_time{};  ///< of all, those that are not due yet too
    std::int64_t late{};
    std::int64_t excused{};
    std::int64_t overdue{};
    std::int64_t going_on{};  ///< not done, and the last day is not over
};

struct GivenQuery {
    organisation::AgencyId giver{};
    int year{};
    organisation::AgencyId unit{};  ///< none: all
    TaskPlace after{};
    int limit{};
};
/// By name; a sum over obligation_part_tally of that year alone.
[[nodiscard]] Result<std::vector<UnitSums>> unit_sums(database::Transaction& transaction,
                                                      const GivenQuery& query, Date today);
/// In the order of their days.
[[nodiscard]] Result<std::vector<Task>> given_parts(database::Transaction& transaction,
                                                    const GivenQuery& query);

/// What is late with its units, or due soon: of whatever year.
[[nodiscard]] Result<std::vector<Owing>> owed_by_units(database::Transaction& transaction,
                                                       organisation::AgencyId giver, Date today);
/// Reminds units, by one click, of parts that they owe the giver: of each once a day. forbidden for
/// who may not hand its work on; else as nudge_works answers.
[[nodiscard]] Result<int> nudge_units(Context& context, database::Transaction& transaction,
                                      const organisation::AgencySummary& giver,
                                      const std::vector<Owing>& units);

}  // namespace caicach::obligation
