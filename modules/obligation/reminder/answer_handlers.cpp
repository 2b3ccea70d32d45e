#include "obligation/reminder/answer_handlers.hpp"

#include <utility>

#include "obligation/limits.hpp"
#include "obligation/paths.hpp"
#include "obligation/reminder/answer_views.hpp"
#include "obligation/reminder/progress.hpp"
#include "web/components/fault.hpp"
#include "web/components/frame.hpp"

namespace caicach::obligation
{
namespace
{

Result<http::Response> page_with(Context& context, const http::Request& request,
                                 std::optional<Error> error)
{
    const auto secret = TRY(request.path<std::string>("token"));
    auto transaction = TRY(context.read());
    AnswerPage page{.action = request.path(), .error = std::move(error)};
    page.link = TRY(open_link(context, transaction, secret));
    const auto& obligation = page.link.task.obligation;
    const auto plan = TRY(plan::summary_of(transaction, obligation.plan));
    page.plan = plan.title;
    const auto agency =
        TRY(organisation::agency_by_id(transaction, obligation.agency, context.today()));
    page.agency = agency.name;
    if (page.error) {
        page.answer = answer_from(request.raw("answer"));
        page.text = request.raw(page.answer == Answer::done ? "title" : "text");
        page.day = request.raw(page.answer == Answer::done ? "happened_on" : "expected_on");
        page.quantity = request.raw("quantity");
        page.link_address = request.raw("link");
    }
    return answer_page(context, page);
}

Result<Report> done_in(const Context& context, const http::Request& request)
{
    Report result;
    result.title = TRY(request.text("title", limits::answer_length_max));
    result.happened_on = TRY(request.maybe_date("happened_on")).value_or(context.today());
    result.quantity =
        TRY(request.integer("quantity", {.lowest = 1, .highest = limits::quantity_max}));
    result.link = TRY(request.text("link", limits::link_length_max));
    return result;
}

/// The link is looked at before anything is done for it.
Result<void> check_link(Context& context, const std::string& secret)
{
    auto transaction = TRY(context.read());
    TRY(open_link(context, transaction, secret));
    return {};
}

Result<void> answered(Context& context, const http::Request& request)
{
    const auto secret = TRY(request.path<std::string>("token"));
    TRY(check_link(context, secret));
    if (answer_from(request.raw("answer")) == Answer::done) {
        auto result = TRY(done_in(context, request));
        result.page = TRY(evidence::keep_own_page(context, result.link));
        auto transaction = TRY(context.begin());
        const auto link = TRY(open_link(context, transaction, secret));
        TRY(answer_done(context, transaction, link, result));
        return transaction.commit();
    }
    const auto given = TRY(progress_in(context, request, "text"));
    auto transaction = TRY(context.begin());
    const auto link = TRY(open_link(context, transaction, secret));
    TRY(answer_doing(context, transaction, link, given));
    return transaction.commit();
}

}  // namespace

Result<http::Response> show_answering(Context& context, const http::Request& request)
{
    return page_with(context, request, {});
}

Result<http::Response> post_answer(Context& context, const http::Request& request)
{
    const auto done = answered(context, request);
    if (done) return web::redirect_with(request.path(), "obligation.answer.kept");
    if (!web::is_about_form(done.error())) return tl::unexpected<Error>(done.error());
    return page_with(context, request, done.error());
}

}  // namespace caicach::obligation
