#pragma once
#include "manifest/module.hpp"
#include "organisation/api.hpp"

namespace caicach::report
{

/// Due and lock days of what is open are counted anew, as the calendar has them now. What was sent
/// keeps its due day, and a request the one that somebody named.
[[nodiscard]] Result<void> recount_due_days(Context& context, database::Transaction& transaction,
                                            const organisation::CalendarChanged& changed);

void add_due_recount(Module& module);

}  // namespace caicach::report
