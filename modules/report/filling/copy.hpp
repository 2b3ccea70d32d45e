#pragma once
#include "report/filling/cell_saving.hpp"

namespace caicach::report
{

/// The agency's last report by the same form, of a period before this one; none where it is the
/// first.
[[nodiscard]] Result<std::optional<Report>> report_before(database::Transaction& transaction,
                                                          const Report& report,
                                                          const ReportPeriod& period);

struct Copied {
    int cells{};
    int rows{};

    [[nodiscard]] bool is_nothing() const { return cells == 0 && rows == 0; }
};
/// What people wrote the last time, where nothing stands yet: texts, numbers that only people know,
/// rows of free tables that are empty. What the program computes is never copied, and nothing is
/// replaced. Of a report that is held. Audited. not_found "report.copy.none" where there is no
/// report before.
[[nodiscard]] Result<Copied> copy_from_before(Context& context, database::Transaction& transaction,
                                              Report& report);

}  // namespace caicach::report
