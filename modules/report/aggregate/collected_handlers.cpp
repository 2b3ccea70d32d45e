#include "report/aggregate/collected_handlers.hpp"

#include <algorithm>
#include <utility>

#include "report/aggregate/agency_names.hpp"
#include "report/aggregate/aggregate_paths.hpp"
#include "report/aggregate/collected_parts_views.hpp"
#include "report/aggregate/collector_choice.hpp"
#include "report/aggregate/value_export.hpp"
#include "report/filling/cell_saving.hpp"
#include "report/filling/cell_store.hpp"
#include "report/form/form_cache.hpp"
#include "report/permissions.hpp"
#include "report/report_access.hpp"
#include "report/report_store.hpp"
#include "web/components/frame.hpp"

namespace caicach::report
{
namespace
{

constexpr std::int64_t periods_in_file = 100;

/// The report that the collector makes of all, if it makes one.
Result<std::optional<Report>> own_report(database::Transaction& transaction,
                                         const ReportPeriod& period,
                                         organisation::AgencyId collector)
{
    auto own = TRY(ReportStore{transaction}.of_agency(period.id, collector));
    if (own && (own->collector == own->agency || own->state == State::dropped)) own.reset();
    return own;
}

bool may_fill_now(const Context& context, const Report& report, const FlowRule& flow)
{
    const auto may = acts(report, flow, context.today(), held_over(context, report, flow));
    return std::ranges::find(may, Act::fill) != may.end();
}

Result<CollectedPartsPage> parts_page(const Context& context, database::Transaction& transaction,
                                      const http::Request& request)
{
    CollectedPartsPage page;
    const auto place = TRY(collected_place_in(context, transaction, request));
    page.form = place.form;
    page.period = place.period;
    page.collectors = place.collectors;
    page.definition = TRY(form_content(transaction, page.period.version_of_form));
    const auto all = collected_parts_of(*page.definition);
    const auto key = request.method() == http::Method::post
                         ? request.raw(part_field)
                         : std::string_view{request.query(part_field).value_or("")};
    const auto found =
        std::ranges::find_if(all, [&](const Part* one) { return key_of(*one) == key; });
    if (!all.empty()) page.part = found == all.end() ? all.front() : *found;
    if (page.part == nullptr) return page;
    const auto& collector = page.collectors.chosen;
    page.parts = TRY(collected_part(transaction, page.period, collector.id, key_of(*page.part)));
    std::vector<organisation::AgencyId> ids;
    ids.reserve(page.parts.size());
    for (const auto& one : page.parts) ids.push_back(one.agency);
    page.agencies = TRY(named(transaction, std::move(ids), page.period.due_on));
    const auto own = TRY(own_report(transaction, page.period, collector.id));
    if (own && context.may(see_reports, organisation::scope_of(own->agency)))
        page.own_report = own->code;
    page.may_take = own && std::holds_alternative<Narrative>(*page.part) &&
                    may_fill_now(context, *own, page.definition->flow);
    return page;
}

Result<http::Response> show_parts(Context& context, const http::Request& request)
{
    auto transaction = TRY(context.read());
    const auto page = TRY(parts_page(context, transaction, request));
    return collected_parts_page(context, page);
}

Result<http::Response> export_parts(Context& context, const http::Request& request)
{
    auto transaction = TRY(context.read());
    const auto page = TRY(parts_page(context, transaction, request));
    http::Response response{200, "text/csv; charset=utf-8", collected_parts_csv(page)};
    return response.set_download_name("Lời văn, bảng kê, " + page.period.title + ".csv");
}

/// What stands in the collector's own report of that text.
Result<std::string> own_text(database::Transaction& transaction, ReportId report,
                             std::string_view key)
{
    const auto cells = TRY(CellStore{transaction}.cells(report));
    const auto found = std::ranges::find(cells, key, &FilledCell::field);
    return found == cells.end() ? std::string{} : found->value;
}

/// The texts that were asked for go behind what the collector's own report says.
Result<void> take_texts(Context& context, database::Transaction& transaction,
                        const CollectedPartsPage& page, std::string_view asked)
{
    const auto found = TRY(own_report(transaction, page.period, page.collectors.chosen.id));
    if (!found || page.part == nullptr || !std::holds_alternative<Narrative>(*page.part))
        return failure(Failure::not_found, "report.report.not_found");
    auto own = TRY(ReportStore{transaction}.hold(found->code));
    TRY(context.require(fill_reports, organisation::scope_of(own.agency)));
    const auto before = TRY(own_text(transaction, own.id, key_of(*page.part)));
    auto text = before;
    for (const auto& agency : page.agencies) {
        if (!asked.empty() && agency.slug != asked) continue;
        const auto one = std::ranges::find(page.parts, agency.id, &CollectedPart::agency);
        if (one != page.parts.end()) text = with_text_of(text, agency.name, one->text);
    }
    const std::vector<CellChange> changes{
        {.field = key_of(*page.part), .value = text, .base = before}};
    const auto saved = TRY(save_cells(context, transaction, own, changes));
    if (!saved.faults.empty())
        return failure(Failure::invalid, "report.text.not_taken", std::string{part_field},
                       {saved.faults.front().text});
    return {};
}

Result<http::Response> post_taking(Context& context, const http::Request& request)
{
    auto transaction = TRY(context.begin());
    auto page = TRY(parts_page(context, transaction, request));
    const auto done = take_texts(context, transaction, page, request.raw(agency_field));
    if (!done && !web::is_about_form(done.error())) return tl::unexpected<Error>(done.error());
    if (!done) {
        page.fault = web::fault_of(context, done.error());
        return collected_parts_page(context, page);
    }
    TRY(transaction.commit());
    const auto path = of_collector(collected_parts_path(page.form.code, page.period.code),
                                   page.collectors.chosen.slug) +
                      "&phan=" + key_of(*page.part);
    return web::redirect_with(path, "report.text.taken");
}

/// Of the period that the address names, or of all periods of the form.
Result<ValueScope> scope_of_period(const Context& context, database::Transaction& transaction,
                                   const http::Request& request)
{
    const auto place = TRY(collected_place_in(context, transaction, request));
    return ValueScope{.collector = place.collectors.chosen.id, .periods = {place.period}};
}

Result<ValueScope> scope_of_form(const Context& context, database::Transaction& transaction,
                                 const http::Request& request)
{
    const auto form = TRY(collected_form_in(transaction, request));
    const auto collecting =
        TRY(collecting_of(transaction, form.id, periods_in_file, context.today()));
    const auto collectors =
        TRY(collectors_in(context, transaction, collector_in(request), form, collecting));
    ValueScope scope{.collector = collectors.chosen.id};
    scope.periods = TRY(ReportStore{transaction}.periods(form.id, periods_in_file));
    return scope;
}

/// Read in a transaction of its own: the file is made in others, piece by piece.
template <class Scope>
Result<ValueScope> read_scope(Context& context, const http::Request& request, const Scope& scope)
{
    auto transaction = TRY(context.read());
    return scope(context, transaction, request);
}

template <class Scope>
Result<http::Response> csv_of(Context& context, const http::Request& request, const Scope& scope)
{
    auto found = TRY(read_scope(context, request, scope));
    auto response = values_csv(*context.services().database, std::move(found));
    return response.set_download_name("Số liệu báo cáo.csv");
}

template <class Scope>
Result<http::Response> xlsx_of(Context& context, const http::Request& request, const Scope& scope)
{
    auto found = TRY(read_scope(context, request, scope));
    const auto folder = context.services().data_folder + "/tmp";
    auto response = TRY(values_xlsx(*context.services().database, std::move(found), folder));
    return response.set_download_name("Số liệu báo cáo.xlsx");
}

Result<http::Response> export_period_csv(Context& context, const http::Request& request)
{
    return csv_of(context, request, scope_of_period);
}

Result<http::Response> export_period_xlsx(Context& context, const http::Request& request)
{
    return xlsx_of(context, request, scope_of_period);
}

Result<http::Response> export_form_csv(Context& context, const http::Request& request)
{
    return csv_of(context, request, scope_of_form);
}

Result<http::Response> export_form_xlsx(Context& context, const http::Request& request)
{
    return xlsx_of(context, request, scope_of_form);
}

}  // namespace

void add_collected_parts(Module& module)
{
    const auto readers = http::Access::holder_of(aggregate_reports.key);
    module.get("/tong-hop/{form}/so-lieu.csv", readers, export_form_csv);
    module.get("/tong-hop/{form}/so-lieu.xlsx", readers, export_form_xlsx);
    module.get("/tong-hop/{form}/{period}/so-lieu.csv", readers, export_period_csv);
    module.get("/tong-hop/{form}/{period}/so-lieu.xlsx", readers, export_period_xlsx);
    module.get("/tong-hop/{form}/{period}/loi-van", readers, show_parts);
    module.get("/tong-hop/{form}/{period}/loi-van.csv", readers, export_parts);
    module.post("/tong-hop/{form}/{period}/loi-van/lay", http::Access::holder_of(fill_reports.key),
                post_taking);
}

}  // namespace caicach::report
