#include "report/flow/submission_handlers.hpp"

#include <charconv>
#include <utility>

#include "report/flow/submission_views.hpp"
#include "report/form/form_cache.hpp"
#include "report/form/form_store.hpp"
#include "report/limits.hpp"
#include "report/report_access.hpp"
#include "report/report_store.hpp"

namespace caicach::report
{
namespace
{

/// The report of the address, and the submission of that number.
struct Asked {
    Report report{};
    Submission submission{};
};

Result<Asked> asked_in(const Context& context, database::Transaction& transaction,
                       const http::Request& request)
{
    Asked asked;
    asked.report = TRY(report_in(context, transaction, request));
    const auto typed = TRY(request.path<std::string>("number"));
    std::int64_t number{};
    const auto* const end = typed.data() + typed.size();
    const auto [last, error] = std::from_chars(typed.data(), end, number);
    if (error != std::errc{} || last != end)
        return failure(Failure::not_found, "report.submission.not_found");
    asked.submission = TRY(SubmissionStore{transaction}.by_number(asked.report.id, number));
    return asked;
}

Result<SentVersion> sent_version(database::Transaction& transaction, const Submission& submission)
{
    SentVersion sent{.submission = submission};
    const auto text = TRY(SubmissionStore{transaction}.content(submission.id));
    sent.content = TRY(sent_content_from(text));
    const auto form = TRY(form_content(transaction, submission.version_of_form));
    sent.definition = *form;
    return sent;
}

Result<SubmissionHead> head_of(database::Transaction& transaction, const Report& report)
{
    const auto period = TRY(ReportStore{transaction}.period(report.period));
    const auto form = TRY(FormStore{transaction}.by_id(report.form));
    const auto agency = TRY(organisation::agency_by_id(transaction, report.agency, period.due_on));
    return SubmissionHead{
        .report = report.code, .form = form.title, .caption = agency.name + ", " + period.title};
}

Result<http::Response> show_submission(Context& context, const http::Request& request)
{
    auto transaction = TRY(context.read());
    const auto asked = TRY(asked_in(context, transaction, request));
    SubmissionPage page;
    page.head = TRY(head_of(transaction, asked.report));
    page.sent = TRY(sent_version(transaction, asked.submission));
    page.settled = TRY(
        settled_part_of(transaction, asked.report.id, asked.submission.id, page.sent.definition));
    page.is_current = asked.report.current == asked.submission.id && asked.report.is_complete();
    return submission_page(context, page);
}

Result<http::Response> download_submission(Context& context, const http::Request& request)
{
    auto transaction = TRY(context.read());
    const auto asked = TRY(asked_in(context, transaction, request));
    auto content = TRY(SubmissionStore{transaction}.content(asked.submission.id));
    http::Response response{200, "application/json; charset=utf-8", std::move(content)};
    return response.set_download_name("Báo cáo " + asked.submission.code + ".json");
}

/// The two of the address, else the last two.
Result<http::Response> show_comparison(Context& context, const http::Request& request)
{
    auto transaction = TRY(context.read());
    const auto report = TRY(report_in(context, transaction, request));
    SubmissionStore store{transaction};
    const auto all = TRY(store.of_report(report.id));
    const auto last = all.empty() ? 0 : all.front().number;
    const auto to = TRY(request.maybe_integer("den", {1, limits::submissions_max}));
    const auto from = TRY(request.maybe_integer("tu", {1, limits::submissions_max}));
    const auto later = TRY(store.by_number(report.id, to.value_or(last)));
    const auto earlier = TRY(store.by_number(report.id, from.value_or(later.number - 1)));
    ComparisonPage page;
    page.head = TRY(head_of(transaction, report));
    page.all = all;
    page.before = TRY(sent_version(transaction, earlier));
    page.after = TRY(sent_version(transaction, later));
    return comparison_page(context, page);
}

}  // namespace

void add_submissions(Module& module)
{
    const auto people = http::Access::signed_in;
    module.get("/bao-cao/{report}/lan-gui/{number}", people, show_submission);
    module.get("/bao-cao/{report}/lan-gui/{number}/tep.json", people, download_submission);
    module.get("/bao-cao/{report}/so-sanh", people, show_comparison);
}

}  // namespace caicach::report
