#pragma once
#include <vector>

#include "obligation/board/board.hpp"
#include "obligation/reminder/owing.hpp"

/// What is not late yet, but soon due: a click says so before it is.
namespace caicach::obligation
{

namespace limits
{
inline constexpr int due_soon_max = 10'000;  ///< of one plan
}  // namespace limits

/// What the list of the filter has of it, by agency: requested work is never there.
[[nodiscard]] Result<std::vector<Owing>> due_soon_of(database::Transaction& transaction,
                                                     const Watched& watched);
/// Reminds the agencies of it by one click, of each work once a day; no word of it says "late".
/// forbidden for who may not nudge the plan's agencies; else as nudge_works answers.
[[nodiscard]] Result<int> nudge_due_soon(Context& context, database::Transaction& transaction,
                                         const plan::PlanSummary& plan,
                                         const std::vector<Owing>& agencies);

}  // namespace caicach::obligation
