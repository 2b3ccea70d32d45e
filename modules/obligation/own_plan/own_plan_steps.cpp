#include "obligation/own_plan/own_plan_steps.hpp"

#include <utility>

#include "crypto/public_code.hpp"
#include "database/turn.hpp"
#include "evidence/api.hpp"
#include "obligation/coordination.hpp"
#include "obligation/counting.hpp"
#include "obligation/heirs.hpp"
#include "obligation/limits.hpp"
#include "obligation/obligation_store.hpp"
#include "obligation/own_plan/own_plan_paths.hpp"
#include "obligation/own_plan/waiting.hpp"
#include "obligation/permissions.hpp"
#include "obligation/reminder/news.hpp"
#include "obligation/result.hpp"
#include "obligation/role/insight.hpp"
#include "text/text.hpp"

namespace caicach::obligation
{
namespace
{

/// For which agency the person acts: work without a browser acts for the one that it concerns.
organisation::AgencyId acting_for(const Context& context, organisation::AgencyId otherwise)
{
    const auto own = organisation::agency_of(context.actor().agency);
    return own ? own : otherwise;
}

Result<plan::PlanId> linked_plan(database::Transaction& transaction, const Obligation& obligation,
                                 const std::string& code)
{
    if (code.empty()) return plan::PlanId{};
    const auto linked = plan::summary_of(transaction, code);
    if (!linked || linked->coordinator != obligation.agency || linked->id == obligation.plan)
        return failure(Failure::invalid, "obligation.own_plan.linked", "linked");
    return linked->id;
}

std::string_view news_of(const OwnPlan& own)
{
    switch (own.state) {
        case OwnPlanState::returned:
            return "Kế hoạch riêng được trả lại";
        case OwnPlanState::accepted:
            return "Kế hoạch riêng được chấp nhận";
        case OwnPlanState::sent:
            break;
    }
    return own.is_amended() ? "Có bản sửa của kế hoạch riêng" : "Có kế hoạch riêng mới gửi";
}

/// Who is to judge it hears that it came, who sent it what became of it.
Result<void> tell_of(Context& context, database::Transaction& transaction, const OwnPlan& own,
                     const OwnPlanStep& step, std::size_t number)
{
    const auto obligation = TRY(ObligationStore{transaction}.find(own.obligation));
    const auto task = TRY(task_of(transaction, obligation));
    const bool is_sent = own.state == OwnPlanState::sent;
    People people{transaction, context.today()};
    const auto accounts =
        TRY(people.of(is_sent ? Audience::coordinator : Audience::officer, obligation));
    return tell(context, transaction, accounts,
                {.what = std::string{news_of(own)},
                 .about = about_of(task),
                 .agency = step.agency,
                 .text = step.text.empty() ? own.title : step.text,
                 .path = own_plan_path(own.code),
                 .key = "own_plan/" + own.code + "/" + std::to_string(number)});
}

Result<void> append(Context& context, database::Transaction& transaction, const OwnPlan& own,
                    OwnPlanStep step)
{
    OwnPlanStore store{transaction};
    const auto before = TRY(store.steps(own.id));
    if (before.size() >= static_cast<std::size_t>(limits::own_plan_steps_max))
        return failure(Failure::conflict, "obligation.own_plan.too_many_steps", "",
                       {std::to_string(limits::own_plan_steps_max)});
    step.step = own.state;
    step.account = context.actor().account;
    step.taken_at = context.now();
    TRY(store.add_step(own.id, step));
    const auto action = "obligation.own_plan." + std::string{name_of(own.state)};
    TRY(context.record(transaction, action, "obligation.own_plan", own.id.value));
    return tell_of(context, transaction, own, step, before.size());
}

Result<evidence::FactId> record_accepted(Context& context, database::Transaction& transaction,
                                         const OwnPlan& own)
{
    const auto obligation = TRY(ObligationStore{transaction}.find(own.obligation));
    evidence::Fact fact{.kind = kind_of(obligation),
                        .agency = own.agency,
                        .happened_on = own.counted_on.value_or(own.sent_on),
                        .title = own.title,
                        .source_module = std::string{fact_source},
                        .source_object = obligation.id.value};
    if (own.fact) fact.supersedes = own.fact;
    if (own.file) {
        const auto file = TRY(attachment::find(transaction, own.file));
        fact.file = file.id;
        fact.file_sha256 = file.sha256;
    }
    return evidence::record(context, transaction, fact);
}

/// What stood there with what was typed now, not yet sent.
Result<OwnPlan> sketched(database::Transaction& transaction, const Obligation& obligation,
                         const OwnPlanSketch& sketch, const std::optional<OwnPlan>& known)
{
    const auto form = own_plan_form_from(sketch.form);
    if (!form) return failure(Failure::invalid, "obligation.own_plan.form", "form");
    auto own = known.value_or(
        OwnPlan{.obligation = obligation.id, .plan = obligation.plan, .agency = obligation.agency});
    own.form = *form;
    own.title = sketch.title;
    own.place = *form == OwnPlanForm::embedded ? sketch.place : std::string{};
    own.linked = TRY(linked_plan(transaction, obligation, sketch.linked));
    return own;
}

}  // namespace

const attachment::AttachmentUse& own_plan_use()
{
    using attachment::FileKind;
    static const attachment::AttachmentUse use{
        .key = "obligation.own_plan",
        .kinds = {FileKind::pdf, FileKind::docx, FileKind::odt},
        .bytes_max = limits::proof_bytes_max,
        .count_max = limits::own_plan_steps_max};
    return use;
}

bool takes_own_plan(const Obligation& obligation, const std::optional<OwnPlan>& own)
{
    if (obligation.closing != Closing::none) return false;
    return obligation.missing() > 0 || (own && own->counted_on);
}

Result<void> check_asked(const Obligation& obligation)
{
    if (obligation.product == own_plan_product) return {};
    return failure(Failure::conflict, "obligation.own_plan.not_asked");
}

Result<OwnPlan> send_own_plan(Context& context, database::Transaction& transaction,
                              const Obligation& obligation, const OwnPlanSketch& sketch,
                              const std::optional<attachment::KeptFile>& file)
{
    TRY(require_for(context, transaction, report_work, obligation));
    TRY(database::take_turn(transaction, database::Turn::among_others));
    TRY(check_asked(obligation));
    const auto known = TRY(OwnPlanStore{transaction}.of_obligation(obligation.id));
    if (!takes_own_plan(obligation, known)) return failure(Failure::conflict, "obligation.closed");
    auto own = TRY(sketched(transaction, obligation, sketch, known));
    for (const auto& line : sketch.lines) TRY(line.validate());
    own.send(context.today());
    const bool is_new = !own.id;
    if (is_new) {
        own.id = make_id<OwnPlanId>();
        own.code = crypto::make_public_code();
    }
    OwnPlanStep step{.agency = acting_for(context, own.agency)};
    if (file) {
        const auto added = TRY(attachment::add(context, transaction, *file, own.id.value));
        own.file = added.id;
        step.file = added.id;
    }
    TRY(own.validate());
    OwnPlanStore store{transaction};
    if (is_new) {
        own.version = 1;
        TRY(store.add(own));
    } else {
        TRY(store.save(own));
    }
    TRY(store.save_lines(own.id, sketch.lines));
    TRY(settle_anew(transaction, own.obligation));
    TRY(append(context, transaction, own, std::move(step)));
    return own;
}

Result<void> return_own_plan(Context& context, database::Transaction& transaction, OwnPlan own,
                             std::string_view reason)
{
    TRY(require_judging(context, transaction, own));
    if (text::trim(reason).empty())
        return failure(Failure::invalid, "obligation.own_plan.reason_missing", "reason");
    TRY(database::take_turn(transaction, database::Turn::among_others));
    TRY(own.send_back());
    TRY(OwnPlanStore{transaction}.save(own));
    TRY(settle_anew(transaction, own.obligation));
    const auto plan = TRY(plan_today(transaction, own.plan, context.today()));
    return append(context, transaction, own,
                  {.text = std::string{reason}, .agency = acting_for(context, plan.coordinator)});
}

Result<void> accept_own_plan(Context& context, database::Transaction& transaction, OwnPlan own)
{
    TRY(require_judging(context, transaction, own));
    TRY(database::take_turn(transaction, database::Turn::among_others));
    const bool is_amendment = own.is_amended();
    TRY(own.accept());
    // One that was accepted before its fact was kept: that fact stands, and is found no more.
    if (!is_amendment || own.fact) own.fact = TRY(record_accepted(context, transaction, own));
    TRY(OwnPlanStore{transaction}.save(own));
    TRY(settle_anew(transaction, own.obligation));
    const auto plan = TRY(plan_today(transaction, own.plan, context.today()));
    return append(context, transaction, own, {.agency = acting_for(context, plan.coordinator)});
}

Result<void> require_judging(const Context& context, database::Transaction& transaction,
                             const OwnPlan& own)
{
    const auto plan = TRY(plan_today(transaction, own.plan, context.today()));
    return context.require(judge_own_plans, organisation::scope_of(plan.coordinator));
}

Result<void> answer_for_own_plan_file(Context& context, database::Transaction& transaction,
                                      const attachment::FileAsked& asked)
{
    if (asked.may_be_read) return {};
    const auto own = TRY(OwnPlanStore{transaction}.of_file(asked.file));
    if (!own) return {};
    const auto obligation = TRY(ObligationStore{transaction}.find(own->obligation));
    const auto insight = TRY(insight_into(context, transaction, obligation));
    asked.may_be_read = insight >= Insight::proof;
    return {};
}

}  // namespace caicach::obligation
