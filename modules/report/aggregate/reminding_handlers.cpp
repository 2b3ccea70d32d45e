#include "report/aggregate/reminding_handlers.hpp"

#include <algorithm>
#include <utility>

#include "report/aggregate/agency_names.hpp"
#include "report/aggregate/aggregate_handlers.hpp"
#include "report/aggregate/aggregate_paths.hpp"
#include "report/aggregate/collector_choice.hpp"
#include "report/aggregate/reminding.hpp"
#include "report/permissions.hpp"
#include "web/components/frame.hpp"

namespace caicach::report
{
namespace
{

/// Those of the agency that the form names, or all.
Result<std::vector<CollectedReport>> asked_reports(const Context& context,
                                                   database::Transaction& transaction,
                                                   const CollectedPlace& place,
                                                   std::string_view slug)
{
    auto reports = TRY(collected_reports(transaction, place.period, place.collectors.chosen.id));
    if (slug.empty()) return reports;
    const auto agency = TRY(organisation::agency_by_slug(transaction, slug, context.today()));
    std::erase_if(reports,
                  [&](const CollectedReport& one) { return one.report.agency != agency.id; });
    if (reports.empty()) return failure(Failure::not_found, "report.report.not_found");
    return reports;
}

/// Where to go then, and what is told there.
struct Outcome {
    std::string path{};
    std::string_view told{};
};

Result<Outcome> reminded(Context& context, const http::Request& request)
{
    auto transaction = TRY(context.begin());
    const auto place = TRY(collected_place_in(context, transaction, request));
    const auto& collector = place.collectors.chosen;
    const auto reports =
        TRY(asked_reports(context, transaction, place, request.raw(reminded_agency_field)));
    const auto done =
        TRY(remind_by_hand(context, transaction, place.period, collector.id, reports));
    TRY(transaction.commit());
    const auto path =
        of_collector(aggregate_path(place.form.code, place.period.code), collector.slug);
    return Outcome{
        .path = path,
        .told = done.unreachable > 0 ? "report.reminder.some_told" : "report.reminder.told"};
}

Result<http::Response> post_reminder(Context& context, const http::Request& request)
{
    const auto done = reminded(context, request);
    if (done) return web::redirect_with(done->path, done->told);
    if (!web::is_about_form(done.error())) return tl::unexpected<Error>(done.error());
    return aggregate_page_with(context, request, web::fault_of(context, done.error()));
}

}  // namespace

void add_reminding(Module& module)
{
    module.post("/tong-hop/{form}/{period}/nhac", http::Access::holder_of(check_reports.key),
                post_reminder);
    module.audits({"report.reminded", "nhắc cơ quan gửi báo cáo"});
}

}  // namespace caicach::report
