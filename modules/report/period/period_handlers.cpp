#include "report/period/period_handlers.hpp"

#include <algorithm>
#include <utility>

#include "calendar/period_key.hpp"
#include "once/once.hpp"
#include "report/limits.hpp"
#include "report/paths.hpp"
#include "report/period/period_views.hpp"
#include "report/period/reporting_period.hpp"
#include "report/permissions.hpp"
#include "report/report_store.hpp"
#include "report/report_words.hpp"
#include "text/text.hpp"
#include "web/components/frame.hpp"

namespace caicach::report
{
namespace
{

constexpr std::int64_t opened_shown = 24;

/// The form that the address names, for who may open its periods.
Result<FormInForce> form_in(const Context& context, database::Transaction& transaction,
                            const http::Request& request)
{
    const auto code = TRY(request.path<std::string>("form"));
    const auto form = TRY(FormStore{transaction}.find(code));
    TRY(context.require(open_reports, organisation::scope_of(form.owner)));
    return in_force(transaction, form);
}

/// The period after this one, this one and some before it, as far as they are not open.
Result<std::vector<calendar::Period>> offered_periods(Context& context,
                                                      database::Transaction& transaction,
                                                      const FormInForce& form)
{
    const auto cut_offs = TRY(cut_offs_on(context.today()));
    const auto scheme = scheme_of(form.definition.period, cut_offs);
    auto period = calendar::next(calendar::period_of(scheme, context.today()));
    std::vector<calendar::Period> offered;
    for (int i = 0; i < limits::periods_offered; ++i) {
        const auto key = calendar::key(period);
        const auto opened = TRY(ReportStore{transaction}.period_of(form.form.id, key));
        if (!opened) offered.push_back(period);
        period = calendar::previous(period);
    }
    return offered;
}

Result<void> add_offered(Context& context, database::Transaction& transaction,
                         const FormInForce& form, PeriodOpeningPage& page)
{
    const auto working_days = TRY(organisation::working_days(transaction));
    const auto periods = TRY(offered_periods(context, transaction, form));
    for (const auto& period : periods) {
        const auto days = days_of(form.definition, period, working_days);
        page.offered.push_back(
            {.key = calendar::key(period),
             .label = begun_with(days.title) + ", hạn gửi " + days.due.day.vietnamese()});
    }
    return {};
}

/// Groups with a list of members, then agencies; the form's own where nothing was chosen yet.
Result<void> add_reporters(Context& context, database::Transaction& transaction,
                           const std::vector<std::string>& chosen, PeriodOpeningPage& page)
{
    const auto is_chosen = [&](std::string_view word) {
        return std::ranges::find(chosen, word) != chosen.end();
    };
    const auto groups = TRY(organisation::groups(transaction));
    const auto agencies = TRY(organisation::agencies_on(transaction, context.today()));
    for (const auto& one : groups)
        if (!one.is_open) page.reporters.push_back({one.key, one.name, is_chosen(one.key)});
    for (const auto& one : agencies)
        page.reporters.push_back({one.code, one.name, is_chosen(one.code)});
    return {};
}

Result<http::Response> opening_with(Context& context, const http::Request& request,
                                    PeriodOpeningPage page)
{
    auto transaction = TRY(context.read());
    const auto form = TRY(form_in(context, transaction, request));
    page.form = form.form;
    page.is_ad_hoc = form.definition.is_ad_hoc;
    page.opened = TRY(ReportStore{transaction}.periods(form.form.id, opened_shown));
    if (page.key.empty()) page.key = once::new_key();
    if (!page.is_ad_hoc) {
        TRY(add_offered(context, transaction, form, page));
        return period_opening_page(context, page);
    }
    const bool is_sent = request.method() == http::Method::post;
    const auto sent = TRY(request.texts("co-quan"));
    TRY(add_reporters(context, transaction, is_sent ? sent : form.definition.reporters, page));
    return period_opening_page(context, page);
}

Result<http::Response> show_opening(Context& context, const http::Request& request)
{
    return opening_with(context, request, {});
}

Result<AdHocRequest> request_in(const http::Request& request)
{
    AdHocRequest asked;
    asked.title = TRY(request.text("ten"));
    asked.data.from = TRY(request.date("tu"));
    asked.data.to = TRY(request.date("den"));
    asked.due_on = TRY(request.date("han"));
    asked.asked_by = TRY(request.maybe_text("noi-yeu-cau")).value_or("");
    asked.asked_document = TRY(request.maybe_text("van-ban")).value_or("");
    asked.reporters = TRY(request.texts("co-quan"));
    if (asked.reporters.size() > limits::reporters_max)
        return failure(Failure::invalid, "report.period.reporters_max", "co-quan",
                       {std::to_string(limits::reporters_max)});
    return asked;
}

Result<calendar::Period> period_in(Context& context, database::Transaction& transaction,
                                   const http::Request& request, const FormInForce& form)
{
    const auto key = TRY(request.maybe_text("ky"));
    const auto offered = TRY(offered_periods(context, transaction, form));
    for (const auto& one : offered)
        if (calendar::key(one) == key) return one;
    const auto opened = TRY(ReportStore{transaction}.period_of(form.form.id, key.value_or("")));
    if (opened) return failure(Failure::conflict, "report.period.exists", "ky", {opened->title});
    return failure(Failure::invalid, "report.period.not_offered", "ky");
}

/// The code of the period.
Result<std::string> opened(Context& context, database::Transaction& transaction,
                           const http::Request& request, const FormInForce& form)
{
    if (form.definition.is_ad_hoc) {
        const auto asked = TRY(request_in(request));
        const auto done = TRY(open_ad_hoc(context, transaction, form, asked));
        return done.period.code;
    }
    const auto period = TRY(period_in(context, transaction, request, form));
    const auto done = TRY(open_period(context, transaction, form, period));
    return done.period.code;
}

Result<std::string> open_asked(Context& context, const http::Request& request)
{
    auto key = TRY(once::key_from(request.raw(once::field)));
    const auto reporters = TRY(request.texts("co-quan"));
    auto transaction = TRY(context.begin());
    const auto form = TRY(form_in(context, transaction, request));
    const once::Sending sending{
        .purpose = "report.period",
        .owner = form.form.id.value,
        .key = std::move(key),
        .content_sha256 =
            once::content_of({request.raw("ky"), request.raw("ten"), request.raw("tu"),
                              request.raw("den"), request.raw("han"), text::join(reporters, ";")})};
    auto code = TRY(once::run(transaction, sending, context.now(),
                              [&] { return opened(context, transaction, request, form); }));
    TRY(transaction.commit());
    return code;
}

Result<http::Response> post_opening(Context& context, const http::Request& request)
{
    const auto code = open_asked(context, request);
    if (code) {
        const auto form = TRY(request.path<std::string>("form"));
        return web::redirect_with(period_opening_path(form), "report.period.opened");
    }
    const std::string key{request.raw(once::field)};
    const auto error = once::said_of_keyed_form(code.error(), key);
    if (!web::is_about_form(error)) return tl::unexpected<Error>(error);
    // What was sent under that key stands: the same form means another request from now on.
    const bool is_taken = error.key == "once.sent_before";
    const auto typed = [&](std::string_view name) { return std::string{request.raw(name)}; };
    return opening_with(context, request,
                        {.typed = {.title = typed("ten"),
                                   .from = typed("tu"),
                                   .until = typed("den"),
                                   .due = typed("han"),
                                   .asked_by = typed("noi-yeu-cau"),
                                   .asked_document = typed("van-ban")},
                         .key = is_taken ? std::string{} : key,
                         .fault = web::fault_of(context, error)});
}

}  // namespace

void add_period_opening(Module& module)
{
    const auto openers = http::Access::holder_of(open_reports.key);
    module.get("/mau-bao-cao/{form}/mo-ky", openers, show_opening);
    module.post("/mau-bao-cao/{form}/mo-ky", openers, post_opening);
}

}  // namespace caicach::report
