#pragma once
#include "manifest/context.hpp"
#include "organisation/api.hpp"

namespace caicach::personal_data
{

/// Counts the days of open requests anew when the calendar has changed, each with a line in the
/// audit, and tells which moved. What was extended keeps the day that somebody promised.
[[nodiscard]] Result<void> recount(Context& context, database::Transaction& transaction,
                                   const organisation::CalendarChanged& changed);

}  // namespace caicach::personal_data
