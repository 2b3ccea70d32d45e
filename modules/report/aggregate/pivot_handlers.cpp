#include "report/aggregate/pivot_handlers.hpp"

#include <algorithm>
#include <set>
#include <utility>

#include "report/aggregate/agency_names.hpp"
#include "report/aggregate/collector_choice.hpp"
#include "report/aggregate/pivot_views.hpp"
#include "report/limits.hpp"
#include "report/report_store.hpp"

namespace caicach::report
{
namespace
{

constexpr std::size_t periods_side_by_side = 8;

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
    const bool is_narrow = page.by == PivotBy::period;
    if (!is_narrow && periods.size() > periods_side_by_side) periods.resize(periods_side_by_side);
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
    const auto indicators = indicators_of(page.definition);
    const auto key = request.query("chi-tieu").value_or("");
    const auto found = std::ranges::find(indicators, key, &Indicator::key);
    if (!indicators.empty())
        page.indicator = found == indicators.end() ? indicators.front() : *found;
    const auto areas = areas_of(page.definition);
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
    auto indicators = indicators_of(page.definition);
    std::erase_if(indicators, [&](const Indicator* one) {
        return page.by == PivotBy::area ? one->area != page.area : one != page.indicator;
    });
    page.rows = rows_of(sent, indicators);
    return {};
}

}  // namespace

Result<http::Response> show_pivot(Context& context, const http::Request& request, PivotBy by)
{
    auto transaction = TRY(context.read());
    PivotPage page{.by = by};
    page.form = TRY(collected_form_in(transaction, request));
    const auto collecting =
        TRY(collecting_of(transaction, page.form.id, limits::periods_collected, context.today()));
    page.collectors = TRY(collectors_in(context, transaction, request, page.form, collecting));
    page.periods = TRY(periods_of(transaction, page, collecting));
    if (page.periods.empty()) return failure(Failure::not_found, "report.period.not_found");
    const auto version = page.periods.back().version_of_form;
    page.definition = TRY(FormStore{transaction}.definition(version));
    choose(request, page);
    if (page.indicator != nullptr) TRY(add_rows(context, transaction, page));
    return pivot_page(context, page);
}

}  // namespace caicach::report
