#include "report/flow/correction_handlers.hpp"

#include <algorithm>
#include <utility>

#include "once/once.hpp"
#include "report/filling/report_files.hpp"
#include "report/filling/secret_marks.hpp"
#include "report/flow/correction.hpp"
#include "report/flow/correction_form.hpp"
#include "report/flow/correction_views.hpp"
#include "report/flow/flow_handlers.hpp"
#include "report/flow/freezing.hpp"
#include "report/form/form_cache.hpp"
#include "report/form/form_store.hpp"
#include "report/limits.hpp"
#include "report/paths.hpp"
#include "report/permissions.hpp"
#include "report/report_access.hpp"
#include "web/components/frame.hpp"

namespace caicach::report
{
namespace
{

constexpr int upload_seconds = 300;

/// Who may send it, and only what may be corrected now.
Result<void> require_correcting(const Context& context, const Report& report, const FlowRule& flow)
{
    TRY(context.require(flow.needs_head ? sign_off_reports : submit_reports,
                        organisation::scope_of(report.agency)));
    TRY(after(report, Act::correct, flow, context.today()));
    return {};
}

/// What would be sent now, as the last one is read back.
Result<SentContent> content_now(const Filled& filled)
{
    const auto frozen = TRY(freeze(filled, {}));
    auto content = TRY(sent_content_from(frozen.text));
    for (const auto& file : filled.files) content.files.push_back({file.name, file.sha256});
    return content;
}

Result<http::Response> page_with(Context& context, const http::Request& request,
                                 CorrectionPage page)
{
    auto transaction = TRY(context.read());
    const auto report = TRY(report_in(context, transaction, request));
    page.filled = TRY(filled_of(context, transaction, report));
    const auto& definition = *page.filled.definition;
    TRY(require_correcting(context, report, definition.flow));
    const auto sent = TRY(SubmissionStore{transaction}.of_report(report.id));
    const auto current = std::ranges::find(sent, report.current, &Submission::id);
    if (current == sent.end()) return failure(Failure::conflict, "report.flow.not_now");
    page.last = *current;
    const auto text = TRY(SubmissionStore{transaction}.content(current->id));
    page.sent = TRY(sent_content_from(text));
    const auto now = TRY(content_now(page.filled));
    const auto before = TRY(form_content(transaction, current->version_of_form));
    page.differences = differences_of({page.sent, *before}, {now, definition});
    const auto form = TRY(FormStore{transaction}.by_id(report.form));
    const auto agency =
        TRY(organisation::agency_by_id(transaction, report.agency, page.filled.period.due_on));
    page.head = {.report = report.code,
                 .form = form.title,
                 .caption = agency.name + ", " + page.filled.period.title};
    page.key = once::new_key();
    return correction_page(context, page);
}

Result<http::Response> show_correction(Context& context, const http::Request& request)
{
    return page_with(context, request, {});
}

/// What was typed, to be shown anew; what must be forgotten is not.
CorrectionPage typed_in(const Context& context, const http::Request& request)
{
    CorrectionPage page;
    const auto today = context.today();
    for (const auto& field : request.fields())
        if (!bears_secret_mark(field.value, today)) page.typed.emplace(field.name, field.value);
    return page;
}

/// The address to go on with, or the cells that were refused.
struct Done {
    std::string path{};
    std::vector<RefusedCell> refused{};
};

/// Files are looked at before anything is locked, and only those of who may send them.
Result<std::vector<attachment::KeptFile>> files_in(Context& context, const http::Request& request)
{
    std::vector<attachment::KeptFile> files;
    if (request.files().empty()) return files;
    {
        auto transaction = TRY(context.read());
        const auto report = TRY(report_in(context, transaction, request));
        const auto form = TRY(form_content(transaction, report.version_of_form));
        TRY(require_correcting(context, report, form->flow));
    }
    for (std::size_t number = 1; number <= new_files_max; ++number) {
        const auto control = new_file_control(number);
        const auto upload = request.file(control);
        if (!upload) continue;  // none was chosen
        auto kept = attachment::keep(context, attachment::file_of(**upload), file_use());
        if (!kept) {
            kept.error().field = control;
            return tl::unexpected<Error>(kept.error());
        }
        files.push_back(std::move(*kept));
    }
    return files;
}

Result<Done> send_correction(Context& context, const http::Request& request)
{
    const auto key = TRY(once::key_from(request.raw(once::field)));
    auto correction = TRY(correction_in(request));
    correction.new_files = TRY(files_in(context, request));
    const auto code = TRY(request.path<std::string>("report"));
    auto transaction = TRY(context.begin());
    auto report = TRY(held_for_sending(transaction, code));
    TRY(require_sight(context, report));
    Done done{.path = report_path(report.code) + "#gui"};
    const once::Sending sending{
        .purpose = "report.correcting", .owner = report.id.value, .key = key};
    const auto act = [&]() -> Result<std::string> {
        TRY(require_seen(transaction, report, request));
        auto corrected = TRY(correct(context, transaction, report, correction));
        if (corrected.is_contested) return failure(Failure::conflict, "base.changed_meanwhile");
        done.refused = std::move(corrected.refused);
        return corrected.submission ? corrected.submission->code : std::string{};
    };
    TRY(once::run(transaction, sending, context.now(), act));
    if (!done.refused.empty()) return done;  // nothing of it is kept
    TRY(transaction.commit());
    return done;
}

Result<http::Response> post_correction(Context& context, const http::Request& request)
{
    if (request.has(more_rows_field))
        return page_with(context, request, typed_in(context, request));
    auto done = send_correction(context, request);
    if (done && done->refused.empty())
        return web::redirect_with(done->path, "report.flow.corrected");
    if (!done && !web::is_about_form(done.error())) return tl::unexpected<Error>(done.error());
    auto page = typed_in(context, request);
    if (done) {
        page.refused = std::move(done->refused);
        page.status = http::status_of(Failure::invalid);
    } else {
        page.fault = web::fault_of(context, done.error());
        page.status = page.fault.status;
    }
    return page_with(context, request, std::move(page));
}

}  // namespace

void add_corrections(Module& module)
{
    const auto senders = http::Access::holder_of(submit_reports.key);
    module.get("/bao-cao/{report}/dieu-chinh", senders, show_correction);
    module.post("/bao-cao/{report}/dieu-chinh", senders, post_correction,
                {.limits = {.body_bytes = limits::cells_bytes_max,
                            .upload_bytes = limits::file_bytes_max * new_files_max,
                            .seconds = upload_seconds}});
}

}  // namespace caicach::report
