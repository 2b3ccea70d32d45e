#include "evidence/fact_handlers.hpp"

#include <utility>

#include "calendar/moment.hpp"
#include "evidence/fact_request.hpp"
#include "evidence/fact_rows.hpp"
#include "evidence/fact_views.hpp"
#include "evidence/import/fact_import.hpp"
#include "evidence/limits.hpp"
#include "evidence/paths.hpp"
#include "evidence/permissions.hpp"
#include "evidence/review.hpp"
#include "evidence/subject.hpp"
#include "web/components/frame.hpp"

namespace caicach::evidence
{
namespace
{

/// The fact of the address, for who may see it.
Result<RecordedFact> fact_in(const Context& context, database::Transaction& transaction,
                             const http::Request& request)
{
    const auto code = TRY(request.path<std::string>("fact"));
    auto fact = TRY(fact_by_code(transaction, code));
    if (may_see_facts(context, fact.agency)) return fact;
    const bool is_subject = TRY(may_see_as_subject(context, transaction, fact));
    if (!is_subject) TRY(context.require(see_facts, organisation::scope_of(fact.agency)));
    return fact;
}

/// Whom it is about; of a fact that may be corrected, also whom it could be about.
Result<void> add_subjects(const Context& context, database::Transaction& transaction,
                          const http::Request& request, FactPage& page)
{
    const auto& fact = page.fact;
    if (!has_subjects(fact.product)) return {};
    const auto subjects = TRY(subjects_of(transaction, fact.id));
    page.subjects = TRY(subject_agencies(transaction, subjects, fact.happened_on));
    page.manner = label_of(subjects.manner);
    if (!page.may_correct) return {};
    TypedSubjects said{.manner = std::string{name_of(subjects.manner)}};
    for (const auto& agency : page.subjects) said.agencies.push_back(agency.slug);
    page.agencies = TRY(subject_choices(transaction, fact.agency, said, context.today()));
    if (!page.error || !request.has("title")) page.typed.subjects = std::move(said);
    return {};
}

/// Why it was refused last.
Result<std::string> last_reason(database::Transaction& transaction, FactId fact)
{
    const auto reviews = TRY(reviews_of(transaction, fact));
    std::string reason;
    for (const auto& review : reviews)
        if (review.step == ReviewStep::refused) reason = review.text;
    return reason;
}

Result<void> add_file(database::Transaction& transaction, FactPage& page)
{
    const auto capture = TRY(capture_of(transaction, page.fact.id));
    if (capture) {
        const auto file = TRY(attachment::find(transaction, capture->file));
        page.capture = vietnamese_moment(capture->taken_at);
        page.capture_path = attachment::download_path(file);
        page.capture_sha256 = file.sha256;
    }
    if (!page.fact.file) return {};
    const auto file = TRY(attachment::find(transaction, page.fact.file));
    page.file_name = file.name;
    page.file_path = attachment::download_path(file);
    page.photo = TRY(photo_in_words(transaction, page.fact.file));
    return {};
}

/// What happened to it and its corrections, and which of them stands now.
Result<void> add_history(database::Transaction& transaction, FactPage& page)
{
    const auto last = TRY(last_correction(transaction, page.fact.id));
    const auto chain = TRY(history(transaction, last));
    page.history = TRY(history_of(transaction, chain));
    if (last != page.fact.id && !chain.empty()) page.stands_now = fact_path(chain.front());
    if (page.fact.standing == Standing::refused)
        page.refused_because = TRY(last_reason(transaction, page.fact.id));
    return {};
}

Result<http::Response> fact_with(Context& context, const http::Request& request,
                                 std::optional<Error> error)
{
    auto transaction = TRY(context.read());
    FactPage page{.error = std::move(error)};
    auto& fact = page.fact;
    fact = TRY(fact_in(context, transaction, request));
    const auto scope = organisation::scope_of(fact.agency);
    const auto agency = TRY(organisation::agency_by_id(transaction, fact.agency, fact.happened_on));
    page.agency = agency.name;
    TRY(add_file(transaction, page));
    page.import = TRY(import_in_words(transaction, fact.id));
    TRY(add_history(transaction, page));
    TRY(context.publish(
        transaction, FactUsesAsked{.fact = fact, .uses = &page.uses, .not_uses = &page.not_uses}));
    page.may_review = context.may(review_facts, scope);
    page.may_answer = fact.standing == Standing::refused && context.may(record_facts, scope);
    page.may_correct = may_correct(context, fact);
    page.is_seen_as_subject = !may_see_facts(context, fact.agency);
    page.typed = page.error && request.has("title") ? typed_in(request) : fields_of(fact);
    TRY(add_subjects(context, transaction, request, page));
    if (page.error) {
        page.review_text = request.raw("text");
        page.answer = request.raw("answer");
    }
    return fact_page(context, page);
}

/// Finds, does, commits; a refused form is shown anew with its fault.
template <class Step>
Result<http::Response> step(Context& context, const http::Request& request, std::string_view said,
                            const Step& take)
{
    const auto done = [&]() -> Result<std::string> {
        auto transaction = TRY(context.begin());
        const auto fact = TRY(fact_in(context, transaction, request));
        const FactId stands = TRY(take(transaction, fact));
        const auto now = TRY(fact_by_id(transaction, stands));
        TRY(transaction.commit());
        return now.code;
    }();
    if (done) return web::redirect_with(fact_page_path(*done), said);
    if (!web::is_about_form(done.error())) return tl::unexpected<Error>(done.error());
    return fact_with(context, request, done.error());
}

Result<http::Response> show_fact(Context& context, const http::Request& request)
{
    return fact_with(context, request, {});
}

Result<http::Response> post_refusal(Context& context, const http::Request& request)
{
    return step(
        context, request, "evidence.fact.refused",
        [&](database::Transaction& transaction, const RecordedFact& fact) -> Result<FactId> {
            const auto reason = TRY(request.paragraphs("text", limits::review_length_max));
            TRY(refuse(context, transaction, fact, reason));
            return fact.id;
        });
}

Result<http::Response> post_acceptance(Context& context, const http::Request& request)
{
    return step(
        context, request, "evidence.fact.accepted",
        [&](database::Transaction& transaction, const RecordedFact& fact) -> Result<FactId> {
            const auto note = TRY(request.paragraphs("text", limits::review_length_max));
            TRY(accept(context, transaction, fact, note));
            return fact.id;
        });
}

Result<http::Response> post_answer(Context& context, const http::Request& request)
{
    return step(
        context, request, "evidence.fact.answered",
        [&](database::Transaction& transaction, const RecordedFact& fact) -> Result<FactId> {
            const auto text = TRY(request.paragraphs("answer", limits::review_length_max));
            TRY(answer(context, transaction, fact, text));
            return fact.id;
        });
}

/// What is to be corrected; who may not learns so before a file is taken in.
Result<RecordedFact> fact_to_correct(Context& context, const http::Request& request)
{
    auto transaction = TRY(context.read());
    auto fact = TRY(fact_in(context, transaction, request));
    TRY(context.require(record_facts, organisation::scope_of(fact.agency)));
    return fact;
}

Result<http::Response> post_correction(Context& context, const http::Request& request)
{
    const auto known = TRY(fact_to_correct(context, request));
    const auto typed = read_fact(context, request, known.link);
    if (!typed) {
        if (!web::is_about_form(typed.error())) return tl::unexpected<Error>(typed.error());
        return fact_with(context, request, typed.error());
    }
    return step(context, request, "evidence.fact.corrected",
                [&](database::Transaction& transaction, const RecordedFact& fact) {
                    return correct(context, transaction, fact, *typed);
                });
}

Result<http::Response> post_taking_back(Context& context, const http::Request& request)
{
    return step(context, request, "evidence.fact.taken_back",
                [&](database::Transaction& transaction, const RecordedFact& fact) {
                    return take_back(context, transaction, fact);
                });
}

Result<std::optional<AuditedPage>> page_of_fact(database::Transaction& transaction,
                                                std::int64_t object, Date /*today*/)
{
    const auto fact = TRY(fact_by_id(transaction, FactId{object}));
    return AuditedPage{.title = fact.title, .path = fact_path(fact)};
}

}  // namespace

void add_fact_pages(Module& module)
{
    const auto reviewers = http::Access::holder_of(review_facts.key);
    const auto recorders = http::Access::holder_of(record_facts.key);
    constexpr int upload_seconds = 300;
    module.get("/minh-chung/{fact}", http::Access::signed_in, show_fact);
    module.post("/minh-chung/{fact}/tu-choi", reviewers, post_refusal);
    module.post("/minh-chung/{fact}/cong-nhan", reviewers, post_acceptance);
    module.post("/minh-chung/{fact}/tra-loi", recorders, post_answer);
    module.post("/minh-chung/{fact}/sua", recorders, post_correction,
                {.limits = {.upload_bytes = limits::file_bytes_max, .seconds = upload_seconds}});
    module.post("/minh-chung/{fact}/rut-lai", recorders, post_taking_back);
    module.on<attachment::FileAsked>(answer_for_file);
    module.audits({"evidence.fact.recorded", "ghi kết quả của cơ quan"});
    module.audits({"evidence.fact.corrected", "sửa kết quả của cơ quan"});
    module.audits({"evidence.fact.taken_back", "rút lại kết quả của cơ quan"});
    module.audits({"evidence.fact.refused", "không công nhận kết quả của cơ quan"});
    module.audits({"evidence.fact.accepted", "công nhận lại kết quả của cơ quan"});
    module.audits({"evidence.fact.answered", "trả lời người xét kết quả"});
    module.audits_about({"evidence.fact", "kết quả", page_of_fact});
}

}  // namespace caicach::evidence
