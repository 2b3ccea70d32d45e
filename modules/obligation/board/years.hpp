#pragma once
#include "obligation/board/board.hpp"

/// A plan beside that of an earlier year.
namespace caicach::obligation
{

/// Sets the plan that the filter names beside the board's; else the last one of an earlier year of
/// the same subject, whose coordinator is that of this plan or was followed by it; beside a year of
/// a plan of several its own year before. Fills what may be chosen, and why there is none.
[[nodiscard]] Result<void> add_year_before(Board& board, const Context& context,
                                           database::Transaction& transaction);

/// The same day so many years before; of 29 February the day before it.
[[nodiscard]] Date years_before(Date day, int years);

}  // namespace caicach::obligation
