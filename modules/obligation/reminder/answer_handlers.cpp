#include "obligation/reminder/answer_handlers.hpp"

#include <utility>

#include "obligation/draft/result_form.hpp"
#include "obligation/draft/sent_proof.hpp"
#include "obligation/limits.hpp"
#include "obligation/paths.hpp"
#include "obligation/reminder/answer_views.hpp"
#include "obligation/reminder/progress.hpp"
#include "once/once.hpp"
#include "web/components/fault.hpp"
#include "web/components/frame.hpp"

namespace caicach::obligation
{
namespace
{

/// What was typed and refused, and the file that was kept of it.
Result<void> fill_in(database::Transaction& transaction, AnswerPage& page, const Context& context,
                     const http::Request& request, const std::optional<Draft>& kept)
{
    page.answer = answer_from(request.raw("answer"));
    page.text = request.raw(page.answer == Answer::done ? "title" : "text");
    page.day = request.raw(page.answer == Answer::done ? "happened_on" : "expected_on");
    page.quantity = request.raw("quantity");
    page.link_address = request.raw("link");
    page.subjects = evidence::typed_subjects_in(request);
    page.keeps_photo = request.checked("photo_note");
    // What was sent under that key stands: the same form means another result from now on.
    const bool was_taken = page.error && page.error->key == "once.sent_before";
    if (!was_taken) page.key = request.raw(once::field);
    const auto seen = kept ? kept->version : seen_version(request);
    const auto draft = TRY(draft_of(transaction, page.link.task.obligation.id, context.now()));
    if (!draft || draft->version != seen || !draft->file) return {};
    page.draft_version = seen;
    const auto file = TRY(attachment::find(transaction, draft->file));
    page.file_code = file.code;
    page.file_name = file.name;
    return {};
}

/// A form that was refused, and what came with it.
struct Refused {
    Error error{};
    std::optional<Draft> kept{};
    bool is_file_lost{};
};

Result<http::Response> page_with(Context& context, const http::Request& request,
                                 std::optional<Refused> refused)
{
    const auto secret = TRY(request.path<std::string>("token"));
    auto transaction = TRY(context.read());
    AnswerPage page{.action = request.path()};
    page.link = TRY(open_link(context, transaction, secret));
    const auto& obligation = page.link.task.obligation;
    const auto plan = TRY(plan::summary_of(transaction, obligation.plan));
    page.plan = plan.title;
    const auto agency =
        TRY(organisation::agency_by_id(transaction, obligation.agency, context.today()));
    page.agency = agency.name;
    if (refused) {
        page.error = std::move(refused->error);
        page.is_file_lost = refused->is_file_lost;
        TRY(fill_in(transaction, page, context, request, refused->kept));
    }
    page.agencies = TRY(
        subject_choices_of(context_of(context, page.link), transaction, obligation, page.subjects));
    if (page.key.empty()) page.key = once::new_key();
    return answer_page(context, page);
}

Result<Report> done_in(const Context& context, const http::Request& request, const Proof& proof)
{
    Report result;
    result.title = TRY(request.text("title", limits::answer_length_max));
    result.happened_on = TRY(request.maybe_date("happened_on")).value_or(context.today());
    result.quantity =
        TRY(request.integer("quantity", {.lowest = 1, .highest = limits::quantity_max}));
    result.link = TRY(request.maybe_text("link", limits::link_length_max)).value_or("");
    result.subjects =
        TRY(evidence::stated_subjects_in(request)).value_or(evidence::TypedSubjects{});
    result.photo = proof.photo;
    result.forgets_photo = !request.checked("photo_note");
    return result;
}

/// The link is looked at before anything is kept or done for it. One that was used is good for the
/// same sending alone, which comes again where its answer was lost.
Result<void> check_link(Context& context, const std::string& secret, const http::Request& request)
{
    auto transaction = TRY(context.read());
    const auto link = TRY(open_link(context, transaction, secret));
    TRY(require_reporter(transaction, link, context.today()));
    if (!link.reminder.answered_at) return {};
    const auto key = TRY(once::key_from(request.raw(once::field)));
    const auto sending = sending_of(link.task.obligation.id, key);
    const bool was_taken = TRY(once::was_taken(transaction, sending));
    if (was_taken && !key.empty()) return {};
    return failure(Failure::conflict, "obligation.answer.given");
}

/// `proof` is set as soon as the file is kept: a refusal does not lose it.
Result<void> answered_done(Context& context, const http::Request& request,
                           const std::string& secret, Proof& proof)
{
    proof = TRY(proof_in(context, request));
    const auto key = TRY(once::key_from(request.raw(once::field)));
    auto result = TRY(done_in(context, request, proof));
    const auto code = file_meant(request);
    const auto content = content_of(result, proof.file ? proof.file->original_sha256 : code);
    result.page = TRY(evidence::keep_own_page(context, result.link));
    auto transaction = TRY(context.begin());
    const auto link = TRY(open_link(context, transaction, secret));
    const auto id = link.task.obligation.id;
    const auto before = TRY(once::take(transaction, sending_of(id, key, content), context.now()));
    if (before) return {};
    const auto draft = TRY(draft_of(transaction, id, context.now()));
    result.file = TRY(file_of_draft(transaction, draft, code));
    TRY(answer_done(context, transaction, link, result, proof.file));
    auto own = context_of(context, link);
    TRY(end_own_draft(own, transaction, draft, request, result.file));
    return transaction.commit();
}

Result<void> answered(Context& context, const http::Request& request, Proof& proof)
{
    const auto secret = TRY(request.path<std::string>("token"));
    TRY(check_link(context, secret, request));
    if (answer_from(request.raw("answer")) == Answer::done)
        return answered_done(context, request, secret, proof);
    const auto given = TRY(progress_in(context, request, "text"));
    auto transaction = TRY(context.begin());
    const auto link = TRY(open_link(context, transaction, secret));
    TRY(answer_doing(context, transaction, link, given));
    return transaction.commit();
}

/// What came with a refused form, kept as a draft of the link's person, so that the file need not
/// come again. A draft that was begun elsewhere stays as it is.
Result<Draft> keep_refused(Context& context, const http::Request& request, const Proof& proof)
{
    const auto secret = TRY(request.path<std::string>("token"));
    DraftChange change{.version = seen_version(request), .file = proof.file, .photo = proof.photo};
    change.text = TRY(draft_text_in(request));
    auto transaction = TRY(context.begin());
    const auto link = TRY(open_link(context, transaction, secret));
    TRY(require_reporter(transaction, link, context.today()));
    if (link.reminder.answered_at) return failure(Failure::conflict, "obligation.answer.given");
    auto own = context_of(context, link);
    auto draft = TRY(keep_draft(own, transaction, link.task.obligation, change));
    TRY(transaction.commit());
    return draft;
}

}  // namespace

Result<http::Response> show_answering(Context& context, const http::Request& request)
{
    return page_with(context, request, std::nullopt);
}

Result<http::Response> post_answer(Context& context, const http::Request& request)
{
    Proof proof;
    auto done = answered(context, request, proof);
    if (done) return web::redirect_with(request.path(), "obligation.answer.kept");
    if (!web::is_about_form(done.error()))
        return tl::unexpected<Error>(
            once::said_of_keyed_form(std::move(done).error(), request.raw(once::field)));
    Refused refused{.error = std::move(done).error()};
    if (proof.file) {
        auto kept = keep_refused(context, request, proof);
        refused.is_file_lost = !kept;
        if (kept) refused.kept = std::move(*kept);
    }
    return page_with(context, request, std::move(refused));
}

}  // namespace caicach::obligation
