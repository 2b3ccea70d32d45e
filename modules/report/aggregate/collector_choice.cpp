#include "report/aggregate/collector_choice.hpp"

#include <algorithm>
#include <utility>

#include "report/aggregate/agency_names.hpp"
#include "report/permissions.hpp"
#include "report/report_store.hpp"

namespace caicach::report
{
namespace
{

using organisation::AgencyId;
using organisation::AgencySummary;

const AgencySummary* chosen_of(const std::vector<AgencySummary>& all, std::string_view slug,
                               AgencyId owner)
{
    const auto asked = slug.empty() ? std::ranges::find(all, owner, &AgencySummary::id)
                                    : std::ranges::find(all, slug, &AgencySummary::slug);
    if (asked != all.end()) return &*asked;
    return slug.empty() && !all.empty() ? &all.front() : nullptr;
}

}  // namespace

std::string_view collector_in(const http::Request& request)
{
    return request.query("noi-nhan").value_or("");
}

Result<Form> collected_form_in(database::Transaction& transaction, const http::Request& request)
{
    const auto code = TRY(request.path<std::string>("form"));
    return FormStore{transaction}.find(code);
}

Result<Collectors> collectors_in(const Context& context, database::Transaction& transaction,
                                 std::string_view slug, const Form& form,
                                 std::span<const Collecting> collecting)
{
    std::vector<AgencyId> ids;
    ids.reserve(collecting.size());
    for (const auto& one : collecting) ids.push_back(one.collector);
    Collectors collectors;
    collectors.all = TRY(named(transaction, std::move(ids), context.today()));
    const bool is_known =
        slug.empty() ||
        std::ranges::find(collectors.all, slug, &AgencySummary::slug) != collectors.all.end();
    if (!is_known) return failure(Failure::not_found, "organisation.agency.not_found");
    std::erase_if(collectors.all, [&](const AgencySummary& one) {
        return !context.may(aggregate_reports, organisation::scope_of(one.id));
    });
    const auto* chosen = chosen_of(collectors.all, slug, form.owner);
    if (chosen == nullptr) TRY(context.require(aggregate_reports, organisation::scope_of({})));
    if (chosen == nullptr) return failure(Failure::not_found, "report.period.not_found");
    collectors.chosen = *chosen;
    return collectors;
}

Result<CollectedPlace> collected_place_in(const Context& context,
                                          database::Transaction& transaction,
                                          const http::Request& request, std::string_view collector)
{
    CollectedPlace place;
    place.form = TRY(collected_form_in(transaction, request));
    const auto code = TRY(request.path<std::string>("period"));
    place.period = TRY(ReportStore{transaction}.period(code));
    if (place.period.form != place.form.id)
        return failure(Failure::not_found, "report.period.not_found");
    const auto collecting = TRY(collecting_in(transaction, place.period.id, context.today()));
    place.collectors = TRY(collectors_in(context, transaction, collector, place.form, collecting));
    return place;
}

Result<CollectedPlace> collected_place_in(const Context& context,
                                          database::Transaction& transaction,
                                          const http::Request& request)
{
    return collected_place_in(context, transaction, request, collector_in(request));
}

}  // namespace caicach::report
