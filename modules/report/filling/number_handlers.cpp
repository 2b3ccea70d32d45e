#include "report/filling/number_handlers.hpp"

#include <algorithm>

#include "evidence/api.hpp"
#include "organisation/api.hpp"
#include "report/filling/number_views.hpp"
#include "report/report_access.hpp"

namespace caicach::report
{
namespace
{

/// What is counted, and whose; nothing of what nobody counts.
Result<void> add_origins(Context& context, database::Transaction& transaction, NumberPage& page)
{
    const auto& one = *page.filled.indicator(page.key);
    if (one.indicator->source == Source::typed) return {};
    const auto figures = TRY(evidence::figures(context, transaction));
    const auto found = std::ranges::find(figures, one.indicator->figure, &evidence::Figure::key);
    if (found == figures.end()) {
        const auto told = TRY(evidence::told_figures(context, transaction));
        for (const auto& figure : told)
            if (figure.key == one.indicator->figure) page.figure = figure.definition;
        return {};
    }
    page.figure = found->definition;
    const auto& period = page.filled.period;
    const bool is_year = one.indicator->span == Span::year_to_date;
    const evidence::Answering asked{
        .agency = page.filled.report.agency,
        .window = {is_year ? period.year_from : period.data.from, period.data.to},
        .day = period.data.to};
    const auto origins = TRY(evidence::origins_in(context, transaction, found->key, asked));
    for (const auto& origin : origins) {
        auto agency =
            TRY(organisation::agency_by_id(transaction, origin.agency, page.filled.period.data.to));
        page.origins.push_back({std::move(agency.name), origin.amount, origin.share});
    }
    return {};
}

Result<http::Response> show_number(Context& context, const http::Request& request)
{
    auto transaction = TRY(context.read());
    const auto report = TRY(report_in(context, transaction, request));
    NumberPage page;
    page.key = TRY(request.path<std::string>("field"));
    page.filled = TRY(filled_of(context, transaction, report));
    if (page.filled.indicator(page.key) == nullptr)
        return failure(Failure::not_found, "report.report.not_found");
    const auto agency =
        TRY(organisation::agency_by_id(transaction, report.agency, page.filled.period.due_on));
    page.agency = agency.name;
    TRY(add_origins(context, transaction, page));
    return number_page(context, page);
}

}  // namespace

void add_numbers(Module& module)
{
    module.get("/bao-cao/{report}/so/{field}", http::Access::signed_in, show_number);
}

}  // namespace caicach::report
