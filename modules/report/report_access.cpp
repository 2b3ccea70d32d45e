#include "report/report_access.hpp"

#include "organisation/api.hpp"
#include "outgoing/api.hpp"
#include "report/permissions.hpp"
#include "report/report_store.hpp"

namespace caicach::report
{

Result<void> require_sight(const Context& context, const Report& report)
{
    const auto own = organisation::scope_of(report.agency);
    if (context.may(see_reports, organisation::scope_of(report.collector))) return {};
    return context.require(see_reports, own);
}

Held held_over(const Context& context, const Report& report, const FlowRule& flow)
{
    const auto own = organisation::scope_of(report.agency);
    const auto collector = organisation::scope_of(report.collector);
    return {.may_fill = context.may(fill_reports, own),
            .may_submit = context.may(flow.needs_head ? sign_off_reports : submit_reports, own),
            .may_check = context.may(check_reports, collector),
            .may_approve = context.may(approve_reports, collector),
            .may_unlock = context.may(unlock_reports, collector),
            .may_issue = outgoing::may_write(context, report.agency)};
}

Result<Report> report_in(const Context& context, database::Transaction& transaction,
                         const http::Request& request)
{
    const auto code = TRY(request.path<std::string>("report"));
    auto report = TRY(ReportStore{transaction}.by_code(code));
    TRY(require_sight(context, report));
    return report;
}

}  // namespace caicach::report
