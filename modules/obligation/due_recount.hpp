#pragma once
#include "manifest/context.hpp"
#include "organisation/api.hpp"

namespace caicach::obligation
{

/// Reads the due days of plans anew when the calendar has changed, and tells which moved, an item
/// and period at a time. What was due before today stays.
[[nodiscard]] Result<void> recount_due_days(Context& context, database::Transaction& transaction,
                                            const organisation::CalendarChanged& changed);

}  // namespace caicach::obligation
