#include "obligation/target/target_handlers.hpp"

#include <algorithm>
#include <set>
#include <utility>

#include "obligation/board/board.hpp"
#include "obligation/board/downloads.hpp"
#include "obligation/coordination.hpp"
#include "obligation/generation.hpp"
#include "obligation/limits.hpp"
#include "obligation/permissions.hpp"
#include "obligation/target/exclusion_handlers.hpp"
#include "obligation/target/exclusion_paths.hpp"
#include "obligation/target/measurement_handlers.hpp"
#include "obligation/target/measuring_handlers.hpp"
#include "obligation/target/number_heir_handlers.hpp"
#include "obligation/target/rhythm_handlers.hpp"
#include "obligation/target/sheet_handlers.hpp"
#include "obligation/target/target_paths.hpp"
#include "obligation/target/target_views.hpp"

namespace caicach::obligation
{
namespace
{

/// The plan of the address, for who watches it.
Result<PlanTargets> watched_targets(Context& context, database::Transaction& transaction,
                                    const http::Request& request)
{
    auto watched = TRY(watched_in(context, transaction, request));
    return PlanTargets::load(context, transaction, std::move(watched.plan));
}

/// Who waits for a verdict of who leads the plan's targets.
Result<std::vector<PlanTargetsPage::Waiting>> waiting_in(database::Transaction& transaction,
                                                         const PlanTargets& targets)
{
    std::vector<PlanTargetsPage::Waiting> waiting;
    if (!targets.may_lead()) return waiting;
    for (const auto& one : targets.exclusions()) {
        if (one.state != ExclusionState::asked) continue;
        const auto* target = targets.of_lineage(one.lineage);
        if (target == nullptr) continue;  // the plan asks for it no longer
        const auto agency = TRY(organisation::agency_by_id(transaction, one.agency, targets.day()));
        waiting.push_back(
            {.text = target->item.path + ". " + target->item.title + " – " + agency.name,
             .path = exclusions_path(targets.plan().code, target->code())});
    }
    return waiting;
}

/// Agencies that were split, whose numbers are in nobody's, and of whom nobody stated anything; by
/// name.
std::vector<std::string> split_in(const PlanTargets& targets,
                                  const std::vector<TargetStanding>& standings)
{
    const auto is_stated = [&](organisation::AgencyId agency) {
        const auto& all = targets.number_heirs();
        return std::ranges::find(all, agency, &NumberHeir::agency) != all.end();
    };
    std::set<std::string> names;
    for (const auto& standing : standings)
        for (const auto& measure : standing.measures)
            for (const auto& left : measure.left_out)
                if (left.is_split && !is_stated(left.agency.id)) names.insert(left.agency.name);
    return {names.begin(), names.end()};
}

Result<http::Response> show_plan_targets(Context& context, const http::Request& request)
{
    auto transaction = TRY(context.read());
    auto targets = TRY(watched_targets(context, transaction, request));
    PlanTargetsPage page{.plan = targets.plan(), .filter = target_filter_of(request)};
    const auto standings = TRY(targets.standings());
    page.has_any = !standings.empty();
    page.table = targets_table(page.plan, standings, page.filter, TableRoom::page);
    page.waiting = TRY(waiting_in(transaction, targets));
    page.split = split_in(targets, standings);
    page.may_lead = targets.may_lead();
    return plan_targets_page(context, page);
}

Result<TakenTable> table_to_take(Context& context, const http::Request& request)
{
    auto transaction = TRY(context.read());
    auto targets = TRY(watched_targets(context, transaction, request));
    const auto standings = TRY(targets.standings());
    TakenTable taken{.table = targets_table(targets.plan(), standings, target_filter_of(request),
                                            TableRoom::file),
                     .name = file_name_of("Chỉ tiêu", targets.plan())};
    taken.table.title = "Chỉ tiêu";
    return taken;
}

Result<http::Response> export_csv(Context& context, const http::Request& request)
{
    const auto taken = TRY(table_to_take(context, request));
    return csv_download(taken);
}

Result<http::Response> export_xlsx(Context& context, const http::Request& request)
{
    const auto taken = TRY(table_to_take(context, request));
    return xlsx_download(context, taken);
}

Result<http::Response> show_own_targets(Context& context, const http::Request& request)
{
    TRY(context.require(see_work, context.actor().agency));
    const auto agency = organisation::agency_of(context.actor().agency);
    auto transaction = TRY(context.read());
    const auto own = TRY(organisation::agency_by_id(transaction, agency, context.today()));
    OwnTargetsPage page{.agency = own.name, .filter = target_filter_of(request)};
    const auto plans = TRY(plans_going_on(context, transaction));
    for (const auto& plan : plans) {
        auto targets = TRY(PlanTargets::load(context, transaction, plan));
        const auto standings = TRY(targets.standings());
        auto table = own_targets_table(plan, standings, agency, page.filter);
        if (!table.rows.empty()) page.parts.push_back({.plan = plan, .table = std::move(table)});
    }
    page.missing = TRY(missing_numbers(context, transaction, agency));
    return own_targets_page(context, page);
}

Result<http::Response> show_target(Context& context, const http::Request& request)
{
    auto transaction = TRY(context.read());
    auto targets = TRY(plan_targets_in(context, transaction, request));
    const auto* target = TRY(target_in(targets, request));
    TargetPage page{.plan = targets.plan(), .may_lead = targets.may_lead(), .day = targets.day()};
    page.standing = TRY(targets.standing(*target));
    page.sees_all = TRY(targets.may_see_all(*target));
    for (auto& one : page.standing.measures) {
        if (!page.sees_all)
            std::erase_if(one.excluded, [&](const ExcludedStanding& excluded) {
                return !targets.may_see_agency(excluded.agency.id);
            });
        page.tables.push_back(agencies_table(targets, *target, one, page.sees_all));
        for (const auto& key : {one.measure.numerator_figure, one.measure.denominator_figure}) {
            if (key.empty()) continue;
            auto figure = evidence::figure_of(context, transaction, key);
            if (figure) page.figures.emplace(key, std::move(*figure));
        }
    }
    for (const auto& one : page.standing.earlier)
        page.earlier_tables.push_back(agencies_table(targets, *target, one, page.sees_all));
    return target_page(context, page);
}

void add_audited(Module& module)
{
    module.audits({"obligation.measurement.stated", "ghi số liệu chỉ tiêu"});
    module.audits({"obligation.measurement.taken_back", "rút lại số liệu chỉ tiêu"});
    module.audits({"obligation.target.figures_set", "nêu cách đo chỉ tiêu"});
    module.audits({"obligation.target.value_set", "nêu mức phải đạt của chỉ tiêu"});
    module.audits({"obligation.target.value_ended", "thôi dùng một mức của chỉ tiêu"});
    module.audits_about({"obligation.target", "chỉ tiêu của kế hoạch", {}});
}

}  // namespace

Result<PlanTargets> plan_targets_in(Context& context, database::Transaction& transaction,
                                    const http::Request& request)
{
    const auto code = TRY(request.path<std::string>("plan"));
    auto plan = TRY(plan_today(transaction, code, context.today()));
    return PlanTargets::load(context, transaction, std::move(plan));
}

Result<PlanTargets> targets_to_lead(Context& context, database::Transaction& transaction,
                                    const http::Request& request)
{
    auto targets = TRY(plan_targets_in(context, transaction, request));
    TRY(context.require(lead_targets, organisation::scope_of(targets.plan().coordinator)));
    return targets;
}

Result<const Target*> target_in(PlanTargets& targets, const http::Request& request)
{
    const auto code = TRY(request.path<std::string>("target"));
    const auto* target = TRY(targets.find(code));
    const bool sees = TRY(targets.may_see(*target));
    if (!sees) return failure(Failure::not_found, "obligation.target.not_found");
    return target;
}

void add_targets(Module& module)
{
    const auto staff = http::Access::holder_of(see_work.key);
    const auto watchers = http::Access::holder_of(watch_plans.key);
    module.permission(state_measurements);
    module.permission(lead_targets);
    module.get("/chi-tieu", staff, show_own_targets);
    module.get("/chi-tieu/{plan}/{target}", http::Access::signed_in, show_target);
    module.get("/theo-doi/{plan}/chi-tieu", watchers, show_plan_targets);
    module.get("/theo-doi/{plan}/chi-tieu.csv", watchers, export_csv);
    module.get("/theo-doi/{plan}/chi-tieu.xlsx", watchers, export_xlsx);
    add_measurements(module);
    add_measuring(module);
    add_measurement_sheets(module);
    add_exclusions(module);
    add_rhythms(module);
    add_number_heirs(module);
    module.check({"obligation.measured", "Số liệu chỉ tiêu đang có hiệu lực là số mới nhất",
                  check_measured});
    add_audited(module);
}

}  // namespace caicach::obligation
