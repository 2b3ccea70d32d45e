#include "report/aggregate/aggregate_api.hpp"

#include <algorithm>
#include <map>
#include <utility>

#include "report/aggregate/aggregate_json.hpp"
#include "report/aggregate/aggregate_paths.hpp"
#include "report/aggregate/aggregate_reading.hpp"
#include "report/form/form_cache.hpp"
#include "report/limits.hpp"
#include "report/permissions.hpp"
#include "report/report_store.hpp"
#include "text/number.hpp"

namespace caicach::report
{
namespace
{

using json::Value;

/// Periods of forms, once for each collector whom the person may ask about.
class Listing
{
public:
    Listing(const Context& context, database::Transaction& transaction)
        : m_context(context), m_transaction(transaction)
    {
    }

    Result<void> add(const Form& form)
    {
        const auto periods =
            TRY(ReportStore{m_transaction}.periods(form.id, limits::periods_collected));
        const auto collecting = TRY(
            collecting_of(m_transaction, form.id, limits::periods_collected, m_context.today()));
        for (const auto& period : periods)
            for (const auto& one : collecting)
                if (one.period == period.id) TRY(add(form, period, one));
        return {};
    }
    [[nodiscard]] Value take() { return std::move(m_items); }

private:
    Result<void> add(const Form& form, const ReportPeriod& period, const Collecting& one)
    {
        if (!m_context.may(aggregate_reports, organisation::scope_of(one.collector))) return {};
        const auto collector = TRY(named(one.collector));
        const auto path =
            "/api/v1/aggregates/" + form.code + "/" + period.code + "?collector=" + collector.slug;
        m_items.push(
            Value::object()
                .set("form", form.code)
                .set("form_key", form.key)
                .set("form_title", form.title)
                .set("period", period.code)
                .set("period_title", period.title)
                .set("due_on", period.due_on.iso())
                .set("collector", agency_json(collector))
                .set("expected", one.expected)
                .set("sent", one.sent)
                .set("approved", one.approved)
                .set("overdue", one.overdue)
                .set("aggregate", path)
                .set("page", of_collector(aggregate_path(form.code, period.code), collector.slug)));
        return {};
    }

    Result<organisation::AgencySummary> named(organisation::AgencyId id)
    {
        const auto known = m_agencies.find(id);
        if (known != m_agencies.end()) return known->second;
        const auto agency = TRY(organisation::agency_by_id(m_transaction, id, m_context.today()));
        return m_agencies.emplace(id, agency).first->second;
    }

    const Context& m_context;
    database::Transaction& m_transaction;
    std::map<organisation::AgencyId, organisation::AgencySummary> m_agencies{};
    Value m_items{Value::array()};
};

Result<http::Response> list_aggregates(Context& context, const http::Request& request)
{
    auto transaction = TRY(context.read());
    FormStore forms{transaction};
    auto all = TRY(forms.all());
    if (const auto code = request.query("form")) {
        std::erase_if(all, [&](const Form& one) { return one.code != *code; });
        if (all.empty()) return failure(Failure::invalid, "report.api.form_unknown", "form");
    }
    Listing listing{context, transaction};
    for (const auto& form : all) TRY(listing.add(form));
    return http::json(json::dump(Value::object().set("items", listing.take())));
}

/// A number of the description's bounds; 0: none is asked for.
Result<std::int64_t> row_of(const http::Request& request)
{
    const auto text = request.query("row");
    if (!text) return 0;
    const auto most = static_cast<std::int64_t>(limits::table_rows_max);
    const auto number = text::parse_integer(*text);
    if (!number || *number < 1 || *number > most)
        return failure(Failure::invalid, "report.api.number_wrong", "row", {std::to_string(most)});
    return *number;
}

/// What is unknown is refused: a machine would take the totals for what it asked.
Result<AggregateAsked> asked_of(const http::Request& request, const Definition& definition)
{
    AggregateAsked asked{.indicator = std::string{request.query("indicator").value_or("")},
                         .table = std::string{request.query("table").value_or("")}};
    asked.row = TRY(row_of(request));
    const auto indicators = indicators_of(definition);
    const auto tables = fixed_tables_of(definition);
    if (!asked.indicator.empty() &&
        std::ranges::find(indicators, asked.indicator, &Indicator::key) == indicators.end())
        return failure(Failure::invalid, "report.api.key_unknown", "indicator");
    if (!asked.table.empty() &&
        std::ranges::find(tables, asked.table, &FormTable::key) == tables.end())
        return failure(Failure::invalid, "report.api.key_unknown", "table");
    const auto rollup = request.query("rollup").value_or("then");
    if (rollup != "then" && rollup != "now")
        return failure(Failure::invalid, "report.api.rollup_unknown", "rollup");
    if (rollup == "now") asked.rollup = evidence::Rollup::as_now;
    return asked;
}

Result<http::Response> get_aggregate(Context& context, const http::Request& request)
{
    auto transaction = TRY(context.read());
    auto place = TRY(
        collected_place_in(context, transaction, request, request.query("collector").value_or("")));
    const auto definition = TRY(form_content(transaction, place.period.version_of_form));
    const auto asked = TRY(asked_of(request, *definition));
    const auto page = TRY(read_aggregate(context, transaction, std::move(place), asked));
    return http::json(json::dump(aggregate_json(page, context.today())));
}

}  // namespace

void add_aggregate_api(Module& module)
{
    constexpr TokenScope scope{"report.aggregate", "Xem tổng hợp báo cáo", {aggregate_reports.key}};
    module.token_scope(scope);
    const auto readers = http::Access::holder_of(aggregate_reports.key);
    module.get("/api/v1/aggregates", readers, list_aggregates,
               {.summary = "Periods whose reports come to agencies that you may add up for",
                .query = api_aggregates_query,
                .answer = "AggregateList",
                .scope = scope.key});
    module.get("/api/v1/aggregates/{form}/{period}", readers, get_aggregate,
               {.summary = "What was sent of one period to one collector, added up",
                .query = api_aggregate_query,
                .answer = "Aggregate",
                .scope = scope.key});
}

}  // namespace caicach::report
