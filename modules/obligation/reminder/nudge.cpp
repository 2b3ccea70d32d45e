#include "obligation/reminder/nudge.hpp"

#include <optional>
#include <utility>

#include "json/value.hpp"
#include "obligation/acting.hpp"
#include "obligation/limits.hpp"
#include "obligation/permissions.hpp"
#include "obligation/sql.hpp"

namespace caicach::obligation
{
namespace
{

Result<void> record(Context& context, database::Transaction& transaction, const NudgeDeed& deed,
                    const organisation::AgencySummary& agency, std::int64_t tasks,
                    std::int64_t people)
{
    auto detail =
        json::Value::object().set("agency", agency.code).set("tasks", tasks).set("people", people);
    if (!deed.by_code.empty()) detail.set("by", deed.by_code);
    const bool is_about_agency = deed.about.empty();
    return context.record(transaction, deed.event,
                          is_about_agency ? std::string_view{"organisation.agency"} : deed.about,
                          is_about_agency ? agency.id.value : deed.about_id, json::dump(detail));
}

/// One of the agencies: what nobody was nudged about today goes into `nudging`.
Result<void> add_agency(Context& context, database::Transaction& transaction, const NudgeDeed& deed,
                        const Owing& owing, Nudging& nudging)
{
    if (owing.tasks.empty()) return failure(Failure::conflict, "obligation.nudge.nothing_owed");
    std::vector<Task> tasks;
    for (const auto& owed : owing.tasks)
        if (owed.nudged_on != context.today()) tasks.push_back(owed.task);
    if (tasks.empty()) return failure(Failure::conflict, "obligation.nudge.today_already");
    const auto count = static_cast<std::int64_t>(tasks.size());
    const auto people = TRY(nudging.add(owing.agency, std::move(tasks)));
    if (people == 0) return failure(Failure::conflict, "obligation.nudge.nobody");
    return record(context, transaction, deed, owing.agency, count, people);
}

}  // namespace

Result<int> nudge(Context& context, database::Transaction& transaction,
                  const plan::PlanSummary& plan,
                  const std::vector<organisation::AgencyId>& agencies)
{
    TRY(context.require(nudge_agencies, organisation::scope_of(plan.coordinator)));
    std::vector<Owing> late;
    for (const auto agency : agencies) {
        Owing owing;
        owing.agency = TRY(organisation::agency_by_id(transaction, agency, context.today()));
        owing.tasks = TRY(transaction.all(sql::overdue_of_agency, owed_task_from, agency, plan.id,
                                          context.today(), limits::nudged_tasks_max));
        late.push_back(std::move(owing));
    }
    const NudgeDeed deed{.rule = nudge_rule,
                         .template_key = "reminder.nudge",
                         .by = acting_for(context, plan.coordinator),
                         .variables = {{"ke_hoach", plan.title}},
                         .event = "obligation.nudged",
                         .about = "plan.edition",
                         .about_id = plan.edition.value};
    auto nudged = nudge_works(context, transaction, deed, late);
    if (!nudged && nudged.error().key == "obligation.nudge.nothing_owed")
        return failure(Failure::conflict, "obligation.nudge.nothing_late");
    return nudged;
}

Result<int> nudge_works(Context& context, database::Transaction& transaction, const NudgeDeed& deed,
                        const std::vector<Owing>& owing)
{
    if (owing.empty()) return failure(Failure::invalid, "obligation.nudge.none_chosen", "agency");
    Nudging nudging{context, transaction, deed.rule, deed.told};
    std::optional<Error> first;
    int nudged = 0;
    for (const auto& one : owing) {
        const auto added = add_agency(context, transaction, deed, one, nudging);
        if (added) {
            ++nudged;
            continue;
        }
        if (added.error().kind != Failure::conflict) return tl::unexpected<Error>(added.error());
        if (!first) first = added.error();
    }
    if (nudged == 0) return tl::unexpected<Error>(*first);
    TRY(nudging.send({.template_key = deed.template_key,
                      .key = std::string{deed.rule},
                      .nudged_by = deed.by,
                      .variables = deed.variables}));
    return nudged;
}

}  // namespace caicach::obligation
