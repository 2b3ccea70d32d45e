#include "report/flow/receipt_handlers.hpp"

#include <utility>

#include "crypto/public_code.hpp"
#include "report/flow/receipt_views.hpp"
#include "report/form/form_store.hpp"
#include "report/report_store.hpp"

namespace caicach::report
{
namespace
{

Result<Submission> submission_in(database::Transaction& transaction, const http::Request& request)
{
    const auto typed = TRY(request.path<std::string>("receipt"));
    const auto code = crypto::parse_public_code(typed);
    if (!code) return failure(Failure::not_found, "report.submission.not_found");
    return SubmissionStore{transaction}.by_code(*code);
}

Result<http::Response> show_receipt(Context& context, const http::Request& request)
{
    auto transaction = TRY(context.read());
    ReceiptPage page;
    page.submission = TRY(submission_in(transaction, request));
    ReportStore reports{transaction};
    const auto report = TRY(reports.find(page.submission.report));
    page.is_current = report.current == page.submission.id && report.is_complete();
    const auto period = TRY(reports.period(report.period));
    page.period = period.title;
    page.form = TRY(FormStore{transaction}.by_id(report.form)).title;
    const auto day = period.due_on;
    page.agency = TRY(organisation::agency_by_id(transaction, report.agency, day)).name;
    page.collector = TRY(organisation::agency_by_id(transaction, report.collector, day)).name;
    return receipt_page(context, page);
}

}  // namespace

void add_receipts(Module& module)
{
    module.get("/bien-nhan/{receipt}", http::Access::anyone, show_receipt,
               {.rate = http::RouteRate::code});
}

}  // namespace caicach::report
