#include "obligation/target/exclusion_handlers.hpp"

#include <algorithm>
#include <utility>

#include "obligation/limits.hpp"
#include "obligation/permissions.hpp"
#include "obligation/target/exclusion_paths.hpp"
#include "obligation/target/exclusion_steps.hpp"
#include "obligation/target/exclusion_views.hpp"
#include "obligation/target/target_handlers.hpp"
#include "text/collate.hpp"
#include "web/components/fault.hpp"
#include "web/components/frame.hpp"

namespace caicach::obligation
{
namespace
{

Result<std::vector<ShownExclusion>> shown_of(database::Transaction& transaction,
                                             PlanTargets& targets, const Target& target)
{
    const bool sees_all = TRY(targets.may_see_all(target));
    std::vector<ShownExclusion> shown;
    for (const auto& one : targets.exclusions()) {
        if (one.lineage != target.item.lineage) continue;
        if (!sees_all && !targets.may_see_agency(one.agency)) continue;
        const auto agency = TRY(organisation::agency_by_id(transaction, one.agency, targets.day()));
        ShownExclusion row{.exclusion = one, .agency = agency.name, .code = agency.code};
        if (const auto* measure = target.find(one.measure)) row.of = measure->sentence();
        row.may_take_back = !targets.may_lead() && targets.may_state(one.agency);
        shown.push_back(std::move(row));
    }
    return shown;
}

/// For whom the actor may still state it.
Result<std::vector<organisation::AgencySummary>> agencies_to_state(
    database::Transaction& transaction, PlanTargets& targets, const Target& target)
{
    std::vector<organisation::AgencySummary> agencies;
    const auto expected = TRY(targets.expected(target));
    for (const auto id : expected) {
        if (!targets.may_state(id)) continue;
        const auto* of_all = targets.exclusion_at(target, {}, id);
        if (of_all != nullptr && of_all->stands()) continue;
        auto summary = TRY(organisation::agency_by_id(transaction, id, targets.day()));
        agencies.push_back(std::move(summary));
    }
    std::ranges::sort(agencies, [](const auto& one, const auto& other) {
        return text::collate(one.name, other.name) < 0;
    });
    return agencies;
}

Result<http::Response> exclusions_with(Context& context, const http::Request& request,
                                       std::optional<Error> error)
{
    auto transaction = TRY(context.read());
    auto targets = TRY(plan_targets_in(context, transaction, request));
    const auto* target = TRY(target_in(targets, request));
    ExclusionsPage page{.plan = targets.plan(),
                        .target = *target,
                        .may_lead = targets.may_lead(),
                        .error = std::move(error)};
    page.exclusions = TRY(shown_of(transaction, targets, *target));
    page.agencies = TRY(agencies_to_state(transaction, targets, *target));
    if (page.error) {
        const auto raw = [&](std::string_view name) { return std::string{request.raw(name)}; };
        page.typed_agency = raw("co-quan");
        page.typed_measure = raw("measure");
        page.typed_reason = raw("reason");
        page.typed_answer = raw("answer");
        page.refused = raw("exclusion");
    }
    return exclusions_page(context, page);
}

Result<http::Response> show_exclusions(Context& context, const http::Request& request)
{
    return exclusions_with(context, request, {});
}

/// Finds, does, commits; a refused form is shown anew with its fault.
template <class Step>
Result<http::Response> step(Context& context, const http::Request& request, std::string_view said,
                            const Step& take)
{
    const auto done = [&]() -> Result<std::string> {
        auto transaction = TRY(context.begin());
        auto targets = TRY(plan_targets_in(context, transaction, request));
        const auto* target = TRY(target_in(targets, request));
        TRY(take(transaction, targets, *target));
        TRY(transaction.commit());
        return exclusions_path(targets.plan().code, target->code());
    }();
    if (done) return web::redirect_with(*done, said);
    if (!web::is_about_form(done.error())) return tl::unexpected<Error>(done.error());
    return exclusions_with(context, request, done.error());
}

/// The agency that is named, else one's own.
Result<organisation::AgencyId> agency_in(const Context& context, database::Transaction& transaction,
                                         const PlanTargets& targets, const http::Request& request)
{
    const auto code = TRY(request.maybe_text("co-quan")).value_or("");
    if (code.empty()) return organisation::agency_of(context.actor().agency);
    const auto agency = TRY(organisation::agency_by_code(transaction, code, targets.day()));
    return agency.id;
}

/// The same, of an agency for which the actor may speak.
Result<organisation::AgencyId> own_agency_in(const Context& context,
                                             database::Transaction& transaction,
                                             const PlanTargets& targets,
                                             const http::Request& request)
{
    const auto agency = TRY(agency_in(context, transaction, targets, request));
    if (!targets.may_state(agency))
        return failure(Failure::forbidden, "obligation.measurement.not_yours");
    return agency;
}

Result<http::Response> post_exclusion(Context& context, const http::Request& request)
{
    return step(context, request, "obligation.exclusion.stated",
                [&](database::Transaction& transaction, PlanTargets& targets,
                    const Target& target) -> Result<void> {
                    NewExclusion wanted;
                    wanted.agency = TRY(own_agency_in(context, transaction, targets, request));
                    wanted.measure = TRY(request.maybe_text("measure")).value_or("");
                    wanted.reason = TRY(request.text("reason", limits::reason_length_max));
                    TRY(state_exclusion(context, transaction, targets, target, wanted));
                    return {};
                });
}

Result<http::Response> post_verdict(Context& context, const http::Request& request)
{
    return step(
        context, request, "obligation.exclusion.decided",
        [&](database::Transaction& transaction, PlanTargets& targets,
            const Target& target) -> Result<void> {
            TRY(context.require(lead_targets, organisation::scope_of(targets.plan().coordinator)));
            const auto id = TRY(request.id<ExclusionId>("exclusion"));
            Verdict verdict{.is_granted = request.raw("verdict") == "granted"};
            verdict.version = TRY(request.integer("version"));
            verdict.answer =
                TRY(request.maybe_text("answer", limits::reason_length_max)).value_or("");
            return decide_exclusion(context, transaction, targets, target, id, verdict);
        });
}

Result<http::Response> post_end(Context& context, const http::Request& request)
{
    return step(context, request, "obligation.exclusion.ended_now",
                [&](database::Transaction& transaction, PlanTargets& targets,
                    const Target& target) -> Result<void> {
                    TRY(own_agency_in(context, transaction, targets, request));
                    const auto id = TRY(request.id<ExclusionId>("exclusion"));
                    const auto version = TRY(request.integer("version"));
                    return take_back_exclusion(context, transaction, targets, target, id, version);
                });
}

}  // namespace

void add_exclusions(Module& module)
{
    const auto people = http::Access::signed_in;
    module.get("/chi-tieu/{plan}/{target}/khong-thuoc-dien", people, show_exclusions);
    module.post("/chi-tieu/{plan}/{target}/khong-thuoc-dien", people, post_exclusion);
    module.post("/chi-tieu/{plan}/{target}/khong-thuoc-dien/rut", people, post_end);
    module.post("/chi-tieu/{plan}/{target}/khong-thuoc-dien/tra-loi",
                http::Access::holder_of(lead_targets.key), post_verdict);
    module.audits({"obligation.exclusion.stated", "nêu cơ quan không thuộc diện của chỉ tiêu"});
    module.audits({"obligation.exclusion.granted", "xác nhận không thuộc diện của chỉ tiêu"});
    module.audits(
        {"obligation.exclusion.refused", "không chấp nhận việc không thuộc diện của chỉ tiêu"});
    module.audits({"obligation.exclusion.ended", "rút lại việc không thuộc diện của chỉ tiêu"});
}

}  // namespace caicach::obligation
