#include "obligation/target/number_heir_handlers.hpp"

#include <algorithm>
#include <set>
#include <utility>

#include "obligation/heirs.hpp"
#include "obligation/limits.hpp"
#include "obligation/permissions.hpp"
#include "obligation/target/number_heir_views.hpp"
#include "obligation/target/target_handlers.hpp"
#include "obligation/target/target_paths.hpp"
#include "text/collate.hpp"
#include "web/components/fault.hpp"
#include "web/components/frame.hpp"

namespace caicach::obligation
{
namespace
{

using organisation::AgencyId;

/// Those whose numbers are in nobody's, and those of whom something was stated.
Result<std::vector<SplitAgency>> split_in(database::Transaction& transaction, PlanTargets& targets,
                                          Date today)
{
    std::set<AgencyId> split;
    for (const auto& one : targets.number_heirs()) split.insert(one.agency);
    const auto standings = TRY(targets.standings());
    for (const auto& standing : standings)
        for (const auto& measure : standing.measures)
            for (const auto& left : measure.left_out)
                if (left.is_split) split.insert(left.agency.id);
    Heirs heirs{transaction, today};
    std::vector<SplitAgency> agencies;
    for (const auto id : split) {
        SplitAgency one;
        one.agency = TRY(organisation::agency_by_id(transaction, id, today));
        const auto heirs_of_one = TRY(heirs.of(id, today));
        for (const auto heir : heirs_of_one) {
            auto summary = TRY(organisation::agency_by_id(transaction, heir, today));
            one.heirs.push_back(std::move(summary));
        }
        const auto& all = targets.number_heirs();
        const auto known = std::ranges::find(all, id, &NumberHeir::agency);
        if (known != all.end()) one.stated = *known;
        agencies.push_back(std::move(one));
    }
    std::ranges::sort(agencies, [](const SplitAgency& one, const SplitAgency& other) {
        return text::collate(one.agency.name, other.agency.name) < 0;
    });
    return agencies;
}

Result<http::Response> number_heirs_with(Context& context, const http::Request& request,
                                         std::optional<Error> error)
{
    auto transaction = TRY(context.read());
    auto targets = TRY(targets_to_lead(context, transaction, request));
    NumberHeirsPage page{.plan = targets.plan(), .error = std::move(error)};
    page.agencies = TRY(split_in(transaction, targets, context.today()));
    if (page.error) {
        page.typed_agency = request.raw("agency");
        page.typed_heir = request.raw("heir");
        page.typed_source = request.raw("source");
    }
    return number_heirs_page(context, page);
}

Result<http::Response> show_number_heirs(Context& context, const http::Request& request)
{
    return number_heirs_with(context, request, {});
}

Result<http::Response> post_number_heir(Context& context, const http::Request& request)
{
    const auto done = [&]() -> Result<std::string> {
        auto transaction = TRY(context.begin());
        const auto targets = TRY(targets_to_lead(context, transaction, request));
        NewNumberHeir wanted;
        wanted.agency = TRY(request.text("agency", limits::agency_code_length_max));
        wanted.heir = TRY(request.maybe_text("heir", limits::agency_code_length_max)).value_or("");
        wanted.source = TRY(request.maybe_text("source", limits::title_length_max)).value_or("");
        wanted.seen = TRY(request.integer("seen"));
        TRY(state_number_heir(context, transaction, targets.plan(), wanted));
        TRY(transaction.commit());
        return number_heirs_path(targets.plan().code);
    }();
    if (done) return web::redirect_with(*done, "obligation.number_heir.kept");
    if (!web::is_about_form(done.error())) return tl::unexpected<Error>(done.error());
    return number_heirs_with(context, request, done.error());
}

}  // namespace

void add_number_heirs(Module& module)
{
    const auto leaders = http::Access::holder_of(lead_targets.key);
    module.get("/chi-tieu/{plan}/chia-tach", leaders, show_number_heirs);
    module.post("/chi-tieu/{plan}/chia-tach", leaders, post_number_heir);
    module.audits({"obligation.number_heir.stated", "nêu cơ quan tiếp nối số liệu chỉ tiêu"});
}

}  // namespace caicach::obligation
