#include "obligation/draft/result_form.hpp"

#include "identity/api.hpp"
#include "obligation/heirs.hpp"
#include "obligation/limits.hpp"
#include "once/once.hpp"
#include "text/text.hpp"

namespace caicach::obligation
{
namespace
{

Result<void> add_draft(database::Transaction& transaction, ResultForm& form, const Draft& draft)
{
    if (draft.saved_by) {
        const auto person = TRY(identity::account_by_id(transaction, draft.saved_by));
        form.saved_by = person.name;
    }
    if (!draft.file) return {};
    const auto file = TRY(attachment::find(transaction, draft.file));
    form.file_code = file.code;
    form.file_name = file.name;
    form.file_path = attachment::download_path(file);
    form.photo = TRY(evidence::photo_in_words(transaction, file.id));
    form.keeps_photo = !form.photo.empty();
    return {};
}

/// Those of both drafts, where there are two.
evidence::TypedSubjects named_in(const ResultForm& form)
{
    auto named = form.typed.subjects;
    if (!form.draft) return named;
    const auto& kept = form.draft->text.subjects;
    named.agencies.insert(named.agencies.end(), kept.agencies.begin(), kept.agencies.end());
    if (named.manner.empty()) named.manner = kept.manner;
    return named;
}

}  // namespace

Result<std::vector<organisation::AgencySummary>> subject_choices_of(
    const Context& context, database::Transaction& transaction, const Obligation& obligation,
    const evidence::TypedSubjects& named)
{
    // What was typed before the plan was amended is still there to be taken out.
    if (!evidence::has_subjects(obligation.product) && named.is_empty())
        return std::vector<organisation::AgencySummary>{};
    const auto own = TRY(doing_agency(context, transaction, obligation));
    return evidence::subject_choices(transaction, own, named, context.today());
}

std::string content_of(const Report& report, std::string_view file_sha256)
{
    const auto quantity = std::to_string(report.quantity);
    const auto subjects = evidence::as_text(report.subjects);
    return once::content_of(
        {report.title, report.happened_on.iso(), quantity, report.link, subjects, file_sha256});
}

DraftText typed_in(const http::Request& request)
{
    return {.title = std::string{request.raw("title")},
            .happened_on = std::string{request.raw("happened_on")},
            .quantity = std::string{request.raw("quantity")},
            .link = std::string{request.raw("link")},
            .subjects = evidence::typed_subjects_in(request)};
}

Result<DraftText> draft_text_in(const http::Request& request)
{
    DraftText text;
    text.title = TRY(request.maybe_text("title", limits::title_length_max)).value_or("");
    text.happened_on =
        TRY(request.maybe_text("happened_on", limits::draft_number_length_max)).value_or("");
    text.quantity =
        TRY(request.maybe_text("quantity", limits::draft_number_length_max)).value_or("");
    text.link = TRY(request.maybe_text("link", limits::link_length_max)).value_or("");
    text.subjects = TRY(evidence::stated_subjects_in(request)).value_or(evidence::TypedSubjects{});
    return text;
}

Result<ResultForm> result_form_of(const Context& context, database::Transaction& transaction,
                                  const Task& task, const http::Request& request,
                                  const std::optional<Error>& error)
{
    ResultForm form;
    form.draft = TRY(draft_of(transaction, task.obligation.id, context.now()));
    form.taken_keys = TRY(once::last_keys(transaction, result_sending, task.obligation.id.value));
    if (form.draft) TRY(add_draft(transaction, form, *form.draft));
    const bool is_refused = error && request.has("title");
    if (is_refused) {
        form.typed = typed_in(request);
        form.drops_file = request.checked("drop_file");
        form.keeps_photo = request.checked("photo_note");
        form.is_conflict = form.draft && error->key == "obligation.draft.changed";
        // What was sent under that key stands: the same form means another result from now on.
        if (error->key != "once.sent_before") form.key = request.raw(once::field);
    } else if (form.draft) {
        form.typed = form.draft->text;
    } else {
        form.typed.title = text::shorten(task.work.title, limits::title_length_max);
        form.typed.happened_on = context.today().vietnamese();
    }
    if (form.key.empty()) form.key = once::new_key();
    form.agencies = TRY(subject_choices_of(context, transaction, task.obligation, named_in(form)));
    return form;
}

}  // namespace caicach::obligation
