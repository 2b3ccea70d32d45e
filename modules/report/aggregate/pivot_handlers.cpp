#include "report/aggregate/pivot_handlers.hpp"

#include <algorithm>
#include <set>
#include <utility>

#include "report/aggregate/agency_names.hpp"
#include "report/aggregate/aggregate_paths.hpp"
#include "report/aggregate/collector_choice.hpp"
#include "report/aggregate/pivot_export.hpp"
#include "report/aggregate/pivot_views.hpp"
#include "report/form/form_cache.hpp"
#include "report/limits.hpp"
#include "report/permissions.hpp"
#include "report/report_store.hpp"
#include "text/number.hpp"

namespace caicach::report
{
namespace
{

/// How many of the last periods the address wants. invalid "report.pivot.periods" at "so-ky".
Result<std::int64_t> most_of(const http::Request& request, PivotBy by)
{
    const auto usual =
        by == PivotBy::period ? limits::periods_in_row : limits::periods_side_by_side;
    const auto text = request.query(periods_field).value_or("");
    if (text.empty()) return usual;
    const auto number = text::parse_integer(text);
    if (!number || *number < 1 || *number > limits::periods_collected)
        return failure(Failure::invalid, "report.pivot.periods", std::string{periods_field},
                       {std::to_string(limits::periods_collected)});
    return *number;
}

/// Those of which anybody reports to the collector, the earliest first.
Result<std::vector<ReportPeriod>> periods_of(database::Transaction& transaction,
                                             const PivotPage& page,
                                             const std::vector<Collecting>& collecting)
{
    auto periods = TRY(ReportStore{transaction}.periods(page.form.id, limits::periods_collected));
    std::erase_if(periods, [&](const ReportPeriod& period) {
        return std::ranges::none_of(collecting, [&](const Collecting& one) {
            return one.period == period.id && one.collector == page.collectors.chosen.id;
        });
    });
    if (std::ssize(periods) > page.most) periods.resize(static_cast<std::size_t>(page.most));
    std::ranges::reverse(periods);
    return periods;
}

/// What was sent of each period: of all numbers, or of the one alone.
Result<std::vector<PivotPeriod>> sent_of(database::Transaction& transaction, const PivotPage& page)
{
    std::vector<PivotPeriod> sent;
    sent.reserve(page.periods.size());
    const auto collector = page.collectors.chosen.id;
    for (const auto& period : page.periods) {
        PivotPeriod one{.period = period};
        if (page.by == PivotBy::area)
            one.aggregate = TRY(aggregate_of(transaction, period, collector));
        else
            one.aggregate = TRY(aggregate_of(transaction, period, collector, *page.indicator));
        sent.push_back(std::move(one));
    }
    return sent;
}

void choose(const http::Request& request, PivotPage& page)
{
    const auto indicators = indicators_of(*page.definition);
    const auto key = request.query("chi-tieu").value_or("");
    const auto found = std::ranges::find(indicators, key, &Indicator::key);
    if (!indicators.empty())
        page.indicator = found == indicators.end() ? indicators.front() : *found;
    const auto areas = areas_of(*page.definition);
    const auto area = request.query("linh-vuc").value_or("");
    if (!areas.empty()) page.area = areas.front().key;
    if (std::ranges::find(areas, area, &FormArea::key) != areas.end()) page.area = area;
    if (request.query("nhu").value_or("") == "hien-nay") page.rollup = evidence::Rollup::as_now;
}

Result<void> add_rows(const Context& context, database::Transaction& transaction, PivotPage& page)
{
    const auto sent = TRY(sent_of(transaction, page));
    if (page.by == PivotBy::agency) {
        const auto succession = TRY(organisation::succession(transaction));
        page.rows = rows_of(sent, AgencyPivot{.indicator = *page.indicator,
                                              .rollup = page.rollup,
                                              .succession = succession,
                                              .today = context.today()});
        std::vector<organisation::AgencyId> ids;
        ids.reserve(page.rows.size());
        for (const auto& row : page.rows) ids.push_back(row.agency);
        page.agencies = TRY(named(transaction, std::move(ids), context.today()));
        return {};
    }
    auto indicators = indicators_of(*page.definition);
    std::erase_if(indicators, [&](const Indicator* one) {
        return page.by == PivotBy::area ? one->area != page.area : one != page.indicator;
    });
    page.rows = rows_of(sent, indicators);
    return {};
}

Result<PivotPage> read_pivot(const Context& context, database::Transaction& transaction,
                             const http::Request& request, PivotBy by, std::int64_t most)
{
    PivotPage page{.by = by};
    page.most = most;
    page.form = TRY(collected_form_in(transaction, request));
    const auto collecting =
        TRY(collecting_of(transaction, page.form.id, limits::periods_collected, context.today()));
    page.collectors =
        TRY(collectors_in(context, transaction, collector_in(request), page.form, collecting));
    page.periods = TRY(periods_of(transaction, page, collecting));
    if (page.periods.empty()) return failure(Failure::not_found, "report.period.not_found");
    const auto version = page.periods.back().version_of_form;
    page.definition = TRY(form_content(transaction, version));
    choose(request, page);
    if (page.indicator != nullptr) TRY(add_rows(context, transaction, page));
    return page;
}

/// For a file: a number of periods that is none is refused.
Result<PivotPage> pivot_of_file(Context& context, const http::Request& request)
{
    auto by = pivot_from(request.query("theo").value_or(""));
    if (by == PivotBy::none) by = PivotBy::period;
    const auto most = TRY(most_of(request, by));
    auto transaction = TRY(context.read());
    return read_pivot(context, transaction, request, by, most);
}

Result<http::Response> export_pivot_csv(Context& context, const http::Request& request)
{
    const auto page = TRY(pivot_of_file(context, request));
    http::Response response{200, "text/csv; charset=utf-8", pivot_csv(page)};
    return response.set_download_name(pivot_title(page) + ".csv");
}

Result<http::Response> export_pivot_xlsx(Context& context, const http::Request& request)
{
    const auto page = TRY(pivot_of_file(context, request));
    auto response = TRY(pivot_xlsx(page, context.services().data_folder + "/tmp"));
    return response.set_download_name(pivot_title(page) + ".xlsx");
}

}  // namespace

Result<http::Response> show_pivot(Context& context, const http::Request& request, PivotBy by)
{
    const auto most = most_of(request, by);
    auto transaction = TRY(context.read());
    const auto shown = most ? *most : limits::periods_side_by_side;
    auto page = TRY(read_pivot(context, transaction, request, by, shown));
    if (!most) page.fault = web::fault_of(context, most.error());
    return pivot_page(context, page);
}

void add_pivots(Module& module)
{
    const auto readers = http::Access::holder_of(aggregate_reports.key);
    module.get("/tong-hop/{form}/canh-nhau.csv", readers, export_pivot_csv);
    module.get("/tong-hop/{form}/canh-nhau.xlsx", readers, export_pivot_xlsx);
}

}  // namespace caicach::report
