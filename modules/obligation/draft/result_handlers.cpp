#include "obligation/draft/result_handlers.hpp"

#include <utility>

#include "obligation/draft/draft.hpp"
#include "obligation/draft/result_form_views.hpp"
#include "obligation/draft/sent_proof.hpp"
#include "obligation/heirs.hpp"
#include "obligation/limits.hpp"
#include "obligation/obligation_store.hpp"
#include "obligation/paths.hpp"
#include "obligation/permissions.hpp"
#include "obligation/result.hpp"
#include "obligation/task_handlers.hpp"
#include "once/once.hpp"
#include "web/components/fault.hpp"
#include "web/components/frame.hpp"

namespace caicach::obligation
{
namespace
{

/// Before anything is kept or waited for.
Result<void> require_reporting(Context& context, const http::Request& request)
{
    auto transaction = TRY(context.read());
    const auto found = TRY(obligation_in(context, transaction, request));
    return require_for(context, transaction, report_work, found);
}

Result<Report> report_in(const Context& context, const http::Request& request)
{
    Report report;
    report.title = TRY(request.text("title", limits::title_length_max));
    report.happened_on = TRY(request.maybe_date("happened_on")).value_or(context.today());
    report.quantity =
        TRY(request.integer("quantity", {.lowest = 1, .highest = limits::quantity_max}));
    report.link = TRY(request.maybe_text("link", limits::link_length_max)).value_or("");
    report.subjects =
        TRY(evidence::stated_subjects_in(request)).value_or(evidence::TypedSubjects{});
    return report;
}

/// The task's code. `proof` is set as soon as the file is kept: a refusal does not lose it.
Result<std::string> reported(Context& context, const http::Request& request, Proof& proof)
{
    TRY(require_reporting(context, request));
    proof = TRY(proof_in(context, request));
    const auto key = TRY(once::key_from(request.raw(once::field)));
    auto wanted = TRY(report_in(context, request));
    wanted.photo = proof.photo;
    wanted.forgets_photo = !request.checked("photo_note");
    const auto code = file_meant(request);
    const auto content = content_of(wanted, proof.file ? proof.file->original_sha256 : code);
    wanted.page = TRY(evidence::keep_own_page(context, wanted.link));
    auto transaction = TRY(context.begin());
    const auto found = TRY(obligation_in(context, transaction, request));
    const auto before =
        TRY(once::take(transaction, sending_of(found.id, key, content), context.now()));
    if (before) return found.code;
    const auto draft = TRY(draft_of(transaction, found.id, context.now()));
    wanted.file = TRY(file_of_draft(transaction, draft, code));
    TRY(report(context, transaction, found, wanted, proof.file));
    TRY(end_own_draft(context, transaction, draft, request, wanted.file));
    TRY(transaction.commit());
    return found.code;
}

/// What was typed and sent with a refused form, kept as a draft: the file need not come again. As
/// much of it as there is room for; the refusal is told either way.
Result<void> keep_refused(Context& context, const http::Request& request, const Proof& proof)
{
    DraftChange change{.version = seen_version(request), .file = proof.file, .photo = proof.photo};
    change.text = TRY(draft_text_in(request));
    auto transaction = TRY(context.begin());
    const auto found = TRY(obligation_in(context, transaction, request));
    TRY(save_draft(context, transaction, found, change));
    return transaction.commit();
}

/// Nothing where a form arrives late, of which the result is reported already.
Result<std::optional<Draft>> saved(Context& context, const http::Request& request)
{
    TRY(require_reporting(context, request));
    DraftChange change{
        .version = seen_version(request),
        .file_before = request.checked("drop_file") ? FileOfDraft::drop : FileOfDraft::keep};
    change.text = TRY(draft_text_in(request));
    auto proof = TRY(proof_in(context, request));
    change.file = std::move(proof.file);
    change.photo = proof.photo;
    const auto key = TRY(once::key_from(request.raw(once::field)));
    auto transaction = TRY(context.begin());
    const auto found = TRY(obligation_in(context, transaction, request));
    const bool is_late = TRY(once::was_taken(transaction, sending_of(found.id, key)));
    if (is_late) return std::optional<Draft>{};
    auto draft = TRY(save_draft(context, transaction, found, change));
    TRY(transaction.commit());
    return std::optional{std::move(draft)};
}

std::string form_path(const http::Request& request)
{
    const auto code = request.path<std::string>("task");
    return task_path(code.value_or("")) + "#bao-ket-qua";
}

/// Both drafts as a part of the page; words alone for any other refusal.
Result<http::Response> refused_part(Context& context, const http::Request& request,
                                    const Error& error)
{
    auto transaction = TRY(context.read());
    Task task;
    task.obligation = TRY(obligation_in(context, transaction, request));
    const auto form = TRY(result_form_of(context, transaction, task, request, error));
    std::string text;
    html::Writer out{text};
    if (form.is_conflict)
        write_draft_conflict(out, context, task.obligation, form);
    else
        out({"<p>", context.message(error), "</p>"});
    return http::page(std::move(text), http::status_of(error.kind));
}

}  // namespace

Result<http::Response> post_result(Context& context, const http::Request& request)
{
    Proof proof;
    const auto code = reported(context, request, proof);
    if (code) return web::redirect_with(task_path(*code), "obligation.result.reported");
    if (!web::is_about_form(code.error()))
        return tl::unexpected<Error>(
            once::said_of_keyed_form(code.error(), request.raw(once::field)));
    if (proof.file) static_cast<void>(keep_refused(context, request, proof));
    return task_page_with(context, request, code.error());
}

Result<http::Response> post_draft(Context& context, const http::Request& request)
{
    const auto draft = saved(context, request);
    if (draft) return web::redirect_with(form_path(request), "obligation.draft.saved");
    if (!web::is_about_form(draft.error())) return tl::unexpected<Error>(draft.error());
    return task_page_with(context, request, draft.error());
}

Result<http::Response> post_draft_text(Context& context, const http::Request& request)
{
    const auto draft = saved(context, request);
    if (!draft && !web::is_about_form(draft.error())) return tl::unexpected<Error>(draft.error());
    if (!draft) return refused_part(context, request, draft.error());
    const auto& kept = *draft;
    std::string text;
    html::Writer out{text};
    out({"<input type=\"hidden\" name=\"draft_version\" value=\"", kept ? kept->version : 0,
         "\">"});
    return http::page(std::move(text));
}

Result<http::Response> post_draft_end(Context& context, const http::Request& request)
{
    const auto done = [&]() -> Result<void> {
        auto transaction = TRY(context.begin());
        const auto found = TRY(obligation_in(context, transaction, request));
        TRY(drop_draft(context, transaction, found, seen_version(request)));
        return transaction.commit();
    }();
    if (done) return web::redirect_with(form_path(request), "obligation.draft.dropped");
    if (!web::is_about_form(done.error())) return tl::unexpected<Error>(done.error());
    return task_page_with(context, request, done.error());
}

void add_results(Module& module)
{
    const auto reporters = http::Access::holder_of(report_work.key);
    const RouteOptions with_file{
        .limits = {.upload_bytes = limits::proof_bytes_max, .seconds = proof_upload_seconds}};
    module.post("/viec/{task}/ket-qua", reporters, post_result, with_file);
    module.post("/viec/{task}/nhap", reporters, post_draft, with_file);
    module.post("/viec/{task}/nhap/chu", reporters, post_draft_text);
    module.post("/viec/{task}/nhap/bo", reporters, post_draft_end);
    module.on<attachment::FileAsked>(answer_for_draft_file);
    module.audits({"obligation.draft.begun", "bắt đầu bản nháp kết quả"});
    module.audits({"obligation.draft.taken_over", "viết tiếp bản nháp của người khác"});
    module.audits({"obligation.draft.dropped", "bỏ bản nháp kết quả"});
}

}  // namespace caicach::obligation
