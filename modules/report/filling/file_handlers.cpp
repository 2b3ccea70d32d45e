#include "report/filling/file_handlers.hpp"

#include "attachment/api.hpp"
#include "report/filling/cell_store.hpp"
#include "report/filling/filling_handlers.hpp"
#include "report/filling/report_files.hpp"
#include "report/form/form_cache.hpp"
#include "report/limits.hpp"
#include "report/paths.hpp"
#include "report/permissions.hpp"
#include "report/report_access.hpp"
#include "report/report_store.hpp"
#include "web/components/frame.hpp"

namespace caicach::report
{
namespace
{

constexpr int upload_seconds = 300;

/// The report of the address, held, where its files may change now.
Result<Report> open_report(Context& context, database::Transaction& transaction,
                           const http::Request& request)
{
    const auto code = TRY(request.path<std::string>("report"));
    ReportStore store{transaction};
    auto report = TRY(store.hold(code));
    TRY(context.require(fill_reports, organisation::scope_of(report.agency)));
    const auto form = TRY(form_content(transaction, report.version_of_form));
    const auto next = TRY(after(report, Act::fill, form->flow, context.today()));
    if (next == report.state) return report;
    report.state = next;
    TRY(store.save(report));
    return report;
}

/// The path of the report. What is brought is looked at before anything is locked.
Result<std::string> brought(Context& context, const http::Request& request)
{
    {
        auto reading = TRY(context.read());
        const auto report = TRY(report_in(context, reading, request));
        TRY(context.require(fill_reports, organisation::scope_of(report.agency)));
    }
    const auto* upload = TRY(request.file("file"));
    auto kept = attachment::keep(context, attachment::file_of(*upload), file_use());
    if (!kept) {
        kept.error().field = "file";
        return tl::unexpected<Error>(kept.error());
    }
    auto transaction = TRY(context.begin());
    const auto report = TRY(open_report(context, transaction, request));
    TRY(add_file(context, transaction, report, *kept));
    TRY(transaction.commit());
    return report_path(report.code) + "#tep";
}

Result<http::Response> post_file(Context& context, const http::Request& request)
{
    const auto path = brought(context, request);
    if (path) return web::redirect_with(*path, "report.file.added");
    if (!web::is_about_form(path.error())) return tl::unexpected<Error>(path.error());
    auto error = path.error();
    if (error.field.empty()) error.field = "file";
    const auto fault = web::fault_of(context, error);
    return report_page_with(context, request, {.fault = fault}, fault.status);
}

Result<http::Response> post_file_removal(Context& context, const http::Request& request)
{
    auto transaction = TRY(context.begin());
    const auto report = TRY(open_report(context, transaction, request));
    const auto code = TRY(request.text("tep"));
    TRY(leave_out_file(context, transaction, report, code));
    TRY(transaction.commit());
    return web::redirect_with(report_path(report.code) + "#tep", "report.file.removed");
}

/// Who may see the report may see what goes along with it.
Result<void> answer_for_file(Context& context, database::Transaction& transaction,
                             const attachment::FileAsked& asked)
{
    const auto id = TRY(CellStore{transaction}.report_of_file(asked.file));
    if (!id || asked.may_be_read) return {};
    const auto report = TRY(ReportStore{transaction}.find(*id));
    asked.may_be_read = require_sight(context, report).has_value();
    return {};
}

}  // namespace

void add_files(Module& module)
{
    const auto fillers = http::Access::holder_of(fill_reports.key);
    module.post("/bao-cao/{report}/tep", fillers, post_file,
                {.limits = {.upload_bytes = limits::file_bytes_max, .seconds = upload_seconds}});
    module.post("/bao-cao/{report}/tep/bo", fillers, post_file_removal);
    module.on<attachment::FileAsked>(answer_for_file);
}

}  // namespace caicach::report
