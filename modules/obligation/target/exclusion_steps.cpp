#include "obligation/target/exclusion_steps.hpp"

#include <algorithm>
#include <utility>

#include "json/value.hpp"
#include "manifest/change_detail.hpp"
#include "obligation/acting.hpp"
#include "obligation/permissions.hpp"
#include "obligation/reminder/news.hpp"
#include "obligation/target/exclusion_paths.hpp"
#include "obligation/target/exclusion_store.hpp"
#include "text/text.hpp"

namespace caicach::obligation
{
namespace
{

json::Value detail_of(const Exclusion& exclusion)
{
    return json::Value::object()
        .set("agency", exclusion.agency.value)
        .set("measure", exclusion.measure)
        .set("state", std::string{name_of(exclusion.state)})
        .set("reason", exclusion.reason)
        .set("answer", exclusion.answer);
}

Result<void> require_stating(const Context& context, const PlanTargets& targets,
                             organisation::AgencyId agency)
{
    if (targets.may_state(agency)) return {};
    return context.require(state_measurements, organisation::scope_of(agency));
}

std::string about(const Target& target) { return target.item.path + ". " + target.item.title; }

/// `way`: one message each time.
News news_of(Context& context, const PlanTargets& targets, const Target& target,
             const Exclusion& exclusion, std::string what, std::string text)
{
    const auto agency = acting_for(context, targets.plan().coordinator);
    return {.what = std::move(what),
            .about = about(target),
            .agency = agency,
            .text = std::move(text),
            .path = exclusions_path(targets.plan().code, target.code()),
            .key = "exclusion/" + std::to_string(exclusion.id.value) + "/" +
                   std::string{name_of(exclusion.state)} + "/" + to_iso(context.now())};
}

Result<void> tell_who_leads(Context& context, database::Transaction& transaction,
                            const PlanTargets& targets, const Target& target,
                            const Exclusion& exclusion)
{
    const auto& plan = targets.plan();
    People people{transaction, context.today()};
    const auto accounts = TRY(people.answering(plan.coordinator, plan.id));
    return tell(context, transaction, accounts,
                news_of(context, targets, target, exclusion,
                        "Cơ quan nêu không thuộc diện của chỉ tiêu", exclusion.reason));
}

Result<void> tell_agency(Context& context, database::Transaction& transaction,
                         const PlanTargets& targets, const Target& target,
                         const Exclusion& exclusion)
{
    const bool is_granted = exclusion.state == ExclusionState::granted;
    People people{transaction, context.today()};
    const auto accounts = TRY(people.speakers(exclusion.agency));
    return tell(context, transaction, accounts,
                news_of(context, targets, target, exclusion,
                        is_granted ? "Cơ quan không thuộc diện của chỉ tiêu"
                                   : "Không chấp nhận: cơ quan vẫn thuộc diện của chỉ tiêu",
                        is_granted ? exclusion.reason : exclusion.answer));
}

Result<Exclusion> found_in(const PlanTargets& targets, const Target& target, ExclusionId id)
{
    for (const auto& one : targets.exclusions())
        if (one.id == id && one.lineage == target.item.lineage) return one;
    return failure(Failure::not_found, "obligation.measurement.not_found");
}

Result<void> require_standing(const Exclusion& exclusion, std::int64_t seen)
{
    if (exclusion.version != seen) return failure(Failure::conflict, "base.changed_meanwhile");
    if (!exclusion.stands())
        return failure(Failure::conflict, "obligation.exclusion.decided_already");
    return {};
}

Result<void> record_change(Context& context, database::Transaction& transaction,
                           std::string_view action, const Exclusion& before, const Exclusion& after)
{
    return context.record(transaction, action, "obligation.target", after.lineage.value,
                          change_detail(detail_of(before), detail_of(after)));
}

Result<void> check_wanted(PlanTargets& targets, const Target& target, const NewExclusion& wanted)
{
    if (!wanted.measure.empty() && target.find(wanted.measure) == nullptr)
        return failure(Failure::not_found, "obligation.measurement.not_found");
    const auto expected = TRY(targets.expected(target));
    if (std::ranges::find(expected, wanted.agency) == expected.end())
        return failure(Failure::invalid, "obligation.measurement.agency", "co-quan");
    if (text::trim(wanted.reason).empty())
        return failure(Failure::invalid, "obligation.exclusion.reason_missing", "reason");
    return {};
}

}  // namespace

Result<Stating> state_exclusion(Context& context, database::Transaction& transaction,
                                PlanTargets& targets, const Target& target,
                                const NewExclusion& wanted)
{
    TRY(require_stating(context, targets, wanted.agency));
    TRY(check_wanted(targets, target, wanted));
    const auto* known = targets.exclusion_at(target, wanted.measure, wanted.agency);
    const auto* of_all = targets.exclusion_at(target, {}, wanted.agency);
    const auto stands = [](const Exclusion* one) { return one != nullptr && one->stands(); };
    if (stands(known) && known->reason == wanted.reason &&
        (known->state == ExclusionState::granted || !targets.may_lead()))
        return Stating::known_already;
    // Who leads says the same of what waits: that decides it.
    const bool decides =
        targets.may_lead() && known != nullptr && known->state == ExclusionState::asked;
    if (!decides && (stands(known) || stands(of_all)))
        return failure(Failure::conflict, "obligation.exclusion.stated_already", "co-quan");
    const auto account = context.actor().account;
    Exclusion exclusion{.id = known == nullptr ? make_id<ExclusionId>() : known->id,
                        .plan = targets.plan().id,
                        .lineage = target.item.lineage,
                        .measure = wanted.measure,
                        .agency = wanted.agency,
                        .reason = wanted.reason,
                        .asked_at = context.now(),
                        .asked_by = account,
                        .version = known == nullptr ? 0 : known->version};
    if (targets.may_lead()) {
        exclusion.state = ExclusionState::granted;
        exclusion.decided_at = context.now();
        exclusion.decided_by = account;
    }
    ExclusionStore store{transaction};
    TRY(known == nullptr ? store.add(exclusion) : store.save(exclusion));
    TRY(context.record(transaction, "obligation.exclusion.stated", "obligation.target",
                       target.item.lineage.value, beginning_detail(detail_of(exclusion))));
    TRY(targets.may_lead() ? tell_agency(context, transaction, targets, target, exclusion)
                           : tell_who_leads(context, transaction, targets, target, exclusion));
    return Stating::stated;
}

Result<void> decide_exclusion(Context& context, database::Transaction& transaction,
                              PlanTargets& targets, const Target& target, ExclusionId id,
                              const Verdict& verdict)
{
    TRY(context.require(lead_targets, organisation::scope_of(targets.plan().coordinator)));
    const auto before = TRY(found_in(targets, target, id));
    TRY(require_standing(before, verdict.version));
    if (verdict.is_granted && before.state == ExclusionState::granted)
        return failure(Failure::conflict, "obligation.exclusion.decided_already");
    if (!verdict.is_granted && text::trim(verdict.answer).empty())
        return failure(Failure::invalid, "obligation.exclusion.answer_missing", "answer");
    auto after = before;
    after.state = verdict.is_granted ? ExclusionState::granted : ExclusionState::refused;
    after.answer = verdict.is_granted ? std::string{} : verdict.answer;
    after.decided_at = context.now();
    after.decided_by = context.actor().account;
    TRY(ExclusionStore{transaction}.save(after));
    TRY(record_change(
        context, transaction,
        verdict.is_granted ? "obligation.exclusion.granted" : "obligation.exclusion.refused",
        before, after));
    return tell_agency(context, transaction, targets, target, after);
}

Result<void> take_back_exclusion(Context& context, database::Transaction& transaction,
                                 PlanTargets& targets, const Target& target, ExclusionId id,
                                 std::int64_t version)
{
    const auto before = TRY(found_in(targets, target, id));
    TRY(require_stating(context, targets, before.agency));
    TRY(require_standing(before, version));
    auto after = before;
    after.state = ExclusionState::ended;
    after.decided_at = context.now();
    after.decided_by = context.actor().account;
    TRY(ExclusionStore{transaction}.save(after));
    return record_change(context, transaction, "obligation.exclusion.ended", before, after);
}

}  // namespace caicach::obligation
