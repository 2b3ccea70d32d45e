#include "report/api_handlers.hpp"

#include <algorithm>
#include <charconv>
#include <map>
#include <optional>
#include <utility>

#include "json/value.hpp"
#include "report/flow/sent_content.hpp"
#include "report/flow/submission.hpp"
#include "report/form/form_cache.hpp"
#include "report/form/form_store.hpp"
#include "report/paths.hpp"
#include "report/permissions.hpp"
#include "report/report_access.hpp"
#include "report/report_store.hpp"
#include "report/schemas.hpp"

namespace caicach::report
{
namespace
{

using json::Value;

constexpr std::int64_t limit_default = 50;
constexpr std::string_view list_path = "/api/v1/reports";

const http::QueryField& field_of(std::string_view name)
{
    return *std::ranges::find(api_reports_query, name, &http::QueryField::name);
}

/// A number of the query within bounds; what is not one is refused, with its name.
Result<std::int64_t> number_of(const http::Request& request, std::string_view name,
                               std::int64_t otherwise)
{
    const auto& field = field_of(name);
    const auto text = request.query(name);
    if (!text) return otherwise;
    std::int64_t number{};
    const auto* const end = text->data() + text->size();
    const auto [last, error] = std::from_chars(text->data(), end, number);
    if (error != std::errc{} || last != end || number < 1 || number > field.highest)
        return failure(Failure::invalid, "report.api.number_wrong", std::string{name},
                       {std::to_string(field.highest)});
    return number;
}

Value maybe(const std::optional<Date>& day) { return day ? Value{day->iso()} : Value{}; }
Value maybe(const std::optional<Instant>& at) { return at ? Value{to_iso(*at)} : Value{}; }

/// Reports as values: agencies and forms are looked up once.
class Telling
{
public:
    Telling(const Context& context, database::Transaction& transaction)
        : m_context(context), m_transaction(transaction)
    {
    }

    Result<Value> report(const Report& report, const std::string& form, const std::string& period)
    {
        auto agency = TRY(agency_value(report.agency, report.due_on));
        auto collector = TRY(agency_value(report.collector, report.due_on));
        auto may = TRY(may_of(report));
        const auto on_time = report.is_on_time();
        return Value::object()
            .set("code", report.code)
            .set("form", form)
            .set("period", period)
            .set("agency", std::move(agency))
            .set("collector", std::move(collector))
            .set("state", name_of(report.state))
            .set("due_on", report.due_on.iso())
            .set("locks_on", maybe(report.locks_on))
            .set("first_submitted_at", maybe(report.first_submitted_at))
            .set("submitted_at", maybe(report.submitted_at))
            .set("facts", Value::object()
                              .set("complete", report.is_complete())
                              .set("on_time", on_time ? Value{*on_time} : Value{})
                              .set("locked", report.is_locked(m_context.today()))
                              .set("resent_late", report.is_resent_late))
            .set("may", std::move(may))
            .set("page", report_path(report.code));
    }

private:
    Result<Value> agency_value(organisation::AgencyId id, Date day)
    {
        const auto known = m_agencies.find(id);
        if (known != m_agencies.end()) return known->second;
        const auto agency = TRY(organisation::agency_by_id(m_transaction, id, day));
        auto value = Value::object().set("name", agency.name).set("agency", agency.slug);
        return m_agencies.emplace(id, std::move(value)).first->second;
    }

    Result<Value> may_of(const Report& report)
    {
        auto flow = m_flows.find(report.version_of_form);
        if (flow == m_flows.end()) {
            const auto definition = TRY(form_content(m_transaction, report.version_of_form));
            flow = m_flows.emplace(report.version_of_form, definition->flow).first;
        }
        auto may = Value::array();
        for (const auto act : acts(report, flow->second, m_context.today(),
                                   held_over(m_context, report, flow->second)))
            may.push(name_of(act));
        return may;
    }

    const Context& m_context;
    database::Transaction& m_transaction;
    std::map<organisation::AgencyId, Value> m_agencies{};
    std::map<FormVersionId, FlowRule> m_flows{};
};

/// What the query names; what is unknown is refused: a machine would take the whole list for it.
Result<ReportQuery> query_of(const Context& context, database::Transaction& transaction,
                             const http::Request& request, std::string& filter)
{
    ReportQuery query{.agency = organisation::agency_of(context.actor().agency)};
    if (const auto slug = request.query("agency")) {
        const auto agency = organisation::agency_by_slug(transaction, *slug, context.today());
        if (!agency) return failure(Failure::invalid, "report.api.agency_unknown", "agency");
        query.agency = agency->id;
        filter += "agency=" + agency->slug + "&";
    }
    TRY(context.require(see_reports, organisation::scope_of(query.agency)));
    if (const auto name = request.query("state")) {
        const auto state = state_from(*name);
        if (!state) return failure(Failure::invalid, "report.api.state_unknown", "state");
        query.states = {*state};
        filter += "state=" + std::string{name_of(*state)} + "&";
    }
    constexpr int year_min = 1990;
    constexpr int year_max = 2199;
    const auto asked = TRY(number_of(request, "year", 0));
    const auto year = static_cast<int>(asked);
    if (year != 0) filter += "year=" + std::to_string(year) + "&";
    query.due_from = *Date::create(year == 0 ? year_min : year, 1, 1);
    query.due_until = *Date::create(year == 0 ? year_max : year, 12, 31);
    return query;
}

Result<http::Response> list_reports(Context& context, const http::Request& request)
{
    auto transaction = TRY(context.read());
    ReportStore store{transaction};
    std::string filter;
    auto query = TRY(query_of(context, transaction, request, filter));
    const auto limit = TRY(number_of(request, "limit", limit_default));
    if (const auto after = request.query("after")) {
        const auto last = store.by_code(*after);
        if (!last || last->agency != query.agency)
            return failure(Failure::invalid, "report.api.after_unknown", "after");
        query.after_due = last->due_on;
        query.after_id = last->id;
    }
    query.limit = limit + 1;
    auto found = TRY(store.listed(query));
    std::string next;
    if (std::ssize(found) > limit) {
        found.pop_back();
        next = std::string{list_path} + "?" + filter + "limit=" + std::to_string(limit) +
               "&after=" + found.back().report.code;
    }
    Telling telling{context, transaction};
    auto items = Value::array();
    for (const auto& one : found) {
        auto value = TRY(telling.report(one.report, one.form, one.period));
        items.push(std::move(value));
    }
    const auto body = Value::object()
                          .set("items", std::move(items))
                          .set("next", next.empty() ? Value{} : Value{next});
    auto response = http::json(json::dump(body));
    if (next.empty()) return response;
    if (auto link = http::HeaderValue::create("<" + next + ">; rel=\"next\""))
        response.set_header("Link", *link);
    return response;
}

Value submissions_of(const std::vector<Submission>& sent)
{
    auto all = Value::array();
    for (const auto& one : sent)
        all.push(Value::object()
                     .set("number", one.number)
                     .set("kind", one.kind)
                     .set("receipt", one.code)
                     .set("sha256", one.sha256)
                     .set("sent_at", to_iso(one.sent_at))
                     .set("reason", one.reason.empty() ? Value{} : Value{one.reason}));
    return all;
}

/// The numbers that stand sent, as they were frozen.
Result<Value> numbers_of(database::Transaction& transaction, const Report& report)
{
    auto all = Value::array();
    if (!report.is_complete()) return all;
    const auto text = TRY(SubmissionStore{transaction}.content(report.current));
    const auto content = TRY(sent_content_from(text));
    const auto definition = TRY(form_content(transaction, report.version_of_form));
    for (const auto* indicator : indicators_of(*definition)) {
        const auto* one = content.number(indicator->key);
        if (one == nullptr) continue;
        const auto of = one->sent.denominator;
        all.push(Value::object()
                     .set("key", indicator->key)
                     .set("text", indicator->text)
                     .set("unit", indicator->unit)
                     .set("value", canonical(one->sent.numerator))
                     .set("of", of ? Value{canonical(*of)} : Value{}));
    }
    return all;
}

Result<http::Response> get_report(Context& context, const http::Request& request)
{
    auto transaction = TRY(context.read());
    const auto report = TRY(report_in(context, transaction, request));
    const auto period = TRY(ReportStore{transaction}.period(report.period));
    const auto form = TRY(FormStore{transaction}.by_id(report.form));
    const auto sent = TRY(SubmissionStore{transaction}.of_report(report.id));
    auto numbers = TRY(numbers_of(transaction, report));
    Telling telling{context, transaction};
    auto body = TRY(telling.report(report, form.title, period.title));
    body.set("form_key", form.key)
        .set("data_from", period.data.from.iso())
        .set("data_until", period.data.to.iso())
        .set("submissions", submissions_of(sent))
        .set("numbers", std::move(numbers));
    return http::json(json::dump(body));
}

}  // namespace

void add_api(Module& module)
{
    constexpr TokenScope scope{"report.read", "Xem báo cáo", {see_reports.key}};
    module.token_scope(scope);
    module.get("/api/v1/reports", http::Access::holder_of(see_reports.key), list_reports,
               {.summary = "Reports of an agency, the latest due day first, a page at a time",
                .query = api_reports_query,
                .answer = "ReportList",
                .scope = scope.key});
    module.get("/api/v1/reports/{report}", http::Access::signed_in, get_report,
               {.summary = "One report by its public code, with what stands sent of it",
                .answer = "ReportWhole",
                .scope = scope.key});
    for (const auto& schema : schemas::all) module.schema({schema.name, schema.text});
}

}  // namespace caicach::report
