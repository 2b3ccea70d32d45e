#include "report/aggregate/aggregate_handlers.hpp"

#include <algorithm>
#include <utility>

#include "report/aggregate/aggregate_api.hpp"
#include "report/aggregate/aggregate_reading.hpp"
#include "report/aggregate/aggregate_views.hpp"
#include "report/aggregate/collected_handlers.hpp"
#include "report/aggregate/collector_choice.hpp"
#include "report/aggregate/pivot_handlers.hpp"
#include "report/aggregate/reminding.hpp"
#include "report/aggregate/reminding_handlers.hpp"
#include "report/limits.hpp"
#include "report/permissions.hpp"
#include "report/report_store.hpp"
#include "text/number.hpp"

namespace caicach::report
{
namespace
{

using organisation::AgencyId;

constexpr std::int64_t periods_of_list = 1;

/// The last period of the form, once for each collector whom the person may ask about.
Result<void> add_collected(const Context& context, database::Transaction& transaction,
                           const Form& form, std::vector<CollectedForm>& forms)
{
    const auto periods = TRY(ReportStore{transaction}.periods(form.id, periods_of_list));
    if (periods.empty()) return {};
    auto collecting = TRY(collecting_of(transaction, form.id, periods_of_list, context.today()));
    // Whose form it is collects most.
    std::ranges::stable_partition(
        collecting, [&](const Collecting& one) { return one.collector == form.owner; });
    for (const auto& one : collecting) {
        if (!context.may(aggregate_reports, organisation::scope_of(one.collector))) continue;
        const auto collector =
            TRY(organisation::agency_by_id(transaction, one.collector, context.today()));
        forms.push_back({form, periods.front(), collector, one});
    }
    return {};
}

Result<http::Response> show_forms(Context& context, const http::Request& /*request*/)
{
    auto transaction = TRY(context.read());
    const auto all = TRY(FormStore{transaction}.all());
    std::vector<CollectedForm> forms;
    for (const auto& form : all) TRY(add_collected(context, transaction, form, forms));
    return collected_forms_page(context, forms);
}

Result<http::Response> show_periods(Context& context, const http::Request& request)
{
    const auto by = pivot_from(request.query("theo").value_or(""));
    if (by != PivotBy::none) return show_pivot(context, request, by);
    auto transaction = TRY(context.read());
    CollectedPeriodsPage page;
    page.form = TRY(collected_form_in(transaction, request));
    const auto collecting =
        TRY(collecting_of(transaction, page.form.id, limits::periods_collected, context.today()));
    page.collectors =
        TRY(collectors_in(context, transaction, collector_in(request), page.form, collecting));
    auto periods = TRY(ReportStore{transaction}.periods(page.form.id, limits::periods_collected));
    for (auto& period : periods) {
        const auto found = std::ranges::find_if(collecting, [&](const Collecting& one) {
            return one.period == period.id && one.collector == page.collectors.chosen.id;
        });
        if (found != collecting.end()) page.periods.push_back({std::move(period), *found});
    }
    return collected_periods_page(context, page);
}

Result<http::Response> show_aggregate(Context& context, const http::Request& request)
{
    return aggregate_page_with(context, request, {});
}

}  // namespace

Result<http::Response> aggregate_page_with(Context& context, const http::Request& request,
                                           web::Fault fault)
{
    auto transaction = TRY(context.read());
    auto place = TRY(collected_place_in(context, transaction, request));
    const auto row = text::parse_integer(request.query("dong").value_or(""));
    AggregateAsked asked{.indicator = std::string{request.query("chi-tieu").value_or("")},
                         .table = std::string{request.query("bang").value_or("")},
                         .row = row.value_or(0)};
    if (request.query("nhu").value_or("") == "hien-nay") asked.rollup = evidence::Rollup::as_now;
    auto page = TRY(read_aggregate(context, transaction, std::move(place), asked));
    page.fault = std::move(fault);
    const auto& collector = page.collectors.chosen;
    const auto own = TRY(ReportStore{transaction}.of_agency(page.period.id, collector.id));
    const bool gathers = own && own->collector != own->agency && own->state != State::dropped;
    if (gathers && context.may(see_reports, organisation::scope_of(collector.id)))
        page.own_report = own->code;
    page.may_remind = context.may(check_reports, organisation::scope_of(collector.id));
    if (page.may_remind)
        page.reminded = TRY(reminded_today(context, transaction, page.period, collector.id));
    return aggregate_page(context, page);
}

void add_aggregates(Module& module)
{
    const auto readers = http::Access::holder_of(aggregate_reports.key);
    module.get("/tong-hop", readers, show_forms);
    module.get("/tong-hop/{form}", readers, show_periods);
    module.get("/tong-hop/{form}/{period}", readers, show_aggregate);
    add_collected_parts(module);
    add_aggregate_api(module);
    add_pivots(module);
    add_reminding(module);
    module.menu({.text = "Tổng hợp báo cáo",
                 .path = "/tong-hop",
                 .order = 18,
                 .permission = &aggregate_reports});
}

}  // namespace caicach::report
