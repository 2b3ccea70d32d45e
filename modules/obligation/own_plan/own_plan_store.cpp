#include "obligation/own_plan/own_plan_store.hpp"

#include <utility>

#include "obligation/limits.hpp"
#include "obligation/sql.hpp"

namespace caicach::obligation
{
namespace
{

OwnPlan own_plan_from(const database::Row& row)
{
    return {.id = row.id<OwnPlanId>("id"),
            .code = row.string("code"),
            .obligation = row.id<ObligationId>("obligation_id"),
            .plan = row.id<plan::PlanId>("plan_id"),
            .agency = row.id<organisation::AgencyId>("agency_id"),
            .form = own_plan_form_from(row.text("form")).value_or(OwnPlanForm::filed),
            .title = row.string("title"),
            .place = row.string("place"),
            .linked = row.id<plan::PlanId>("linked_plan_id"),
            .file = row.id<attachment::AttachmentId>("attachment_id"),
            .state = own_plan_state_from(row.text("state")),
            .sent_on = row.date("sent_on"),
            .counted_on = row.maybe_date("counted_on"),
            .fact = row.id<evidence::FactId>("fact_id"),
            .version = row.integer("version")};
}

OwnPlanLine line_from(const database::Row& row)
{
    return {.lineage = row.id<plan::ItemId>("lineage"),
            .has = {row.boolean("has_activity"), row.boolean("has_form"), row.boolean("has_time"),
                    row.boolean("has_doers"), row.boolean("has_money")},
            .words = {row.string("activity_text"), row.string("form_text"), row.string("time_text"),
                      row.string("doers_text"), row.string("money_text")}};
}

OwnPlanStep step_from(const database::Row& row)
{
    return {.step = own_plan_state_from(row.text("step")),
            .text = row.string("text"),
            .agency = row.id<organisation::AgencyId>("agency_id"),
            .account = row.id<AccountId>("account_id"),
            .file = row.id<attachment::AttachmentId>("attachment_id"),
            .taken_at = row.instant("taken_at")};
}

RegisterRow register_row_from(const database::Row& row)
{
    RegisterRow one{.task_code = row.string("task_code"),
                    .agency = row.id<organisation::AgencyId>("agency_id"),
                    .due_on = row.date("due_on"),
                    .is_done = row.integer("done") >= row.integer("needed"),
                    .is_excused = row.text("closing") == name_of(Closing::excused),
                    .is_requested = row.boolean("is_requested"),
                    .code = row.string("code"),
                    .form = own_plan_form_from(row.text("form")).value_or(OwnPlanForm::filed),
                    .title = row.string("title"),
                    .place = row.string("place"),
                    .sent_on = row.maybe_date("sent_on"),
                    .was_accepted = row.maybe_date("counted_on").has_value(),
                    .with_activity = row.integer("with_activity"),
                    .complete = row.integer("complete")};
    if (!one.code.empty()) one.state = own_plan_state_from(row.text("state"));
    return one;
}

StatedLine stated_from(const database::Row& row)
{
    return {.line = line_from(row),
            .agency = row.id<organisation::AgencyId>("agency_id"),
            .code = row.string("code")};
}

OwnPlanGap gap_from(const database::Row& row)
{
    return {.lineage = row.id<plan::ItemId>("lineage"),
            .agency = row.id<organisation::AgencyId>("agency_id")};
}

Result<OwnPlan> found_or_gone(Result<std::optional<OwnPlan>> found)
{
    auto own = TRY(std::move(found));
    if (!own) return failure(Failure::not_found, "obligation.own_plan.not_found");
    return std::move(*own);
}

}  // namespace

Result<OwnPlan> OwnPlanStore::find(std::string_view code)
{
    return found_or_gone(m_transaction.maybe_one(sql::own_plan_by_code, own_plan_from, code));
}

Result<OwnPlan> OwnPlanStore::find(OwnPlanId id)
{
    return found_or_gone(m_transaction.maybe_one(sql::own_plan_by_id, own_plan_from, id));
}

Result<std::optional<OwnPlan>> OwnPlanStore::of_obligation(ObligationId obligation)
{
    return m_transaction.maybe_one(sql::own_plan_of_obligation, own_plan_from, obligation);
}

Result<std::optional<OwnPlan>> OwnPlanStore::of_file(attachment::AttachmentId file)
{
    return m_transaction.maybe_one(sql::own_plan_of_file, own_plan_from, file);
}

Result<void> OwnPlanStore::add(const OwnPlan& own)
{
    return m_transaction.change_one(sql::insert_own_plan, own.id, own.code, own.obligation,
                                    own.plan, own.agency, name_of(own.form), own.title, own.place,
                                    own.linked, own.file, name_of(own.state), own.sent_on);
}

Result<void> OwnPlanStore::save(OwnPlan& own)
{
    TRY(m_transaction.change_one(sql::save_own_plan, own.id, name_of(own.form), own.title,
                                 own.place, own.linked, own.file, name_of(own.state), own.sent_on,
                                 own.counted_on, own.fact, own.version));
    ++own.version;
    return {};
}

Result<std::vector<OwnPlanLine>> OwnPlanStore::lines(OwnPlanId own)
{
    return m_transaction.all(sql::own_plan_lines, line_from, own);
}

Result<void> OwnPlanStore::save_lines(OwnPlanId own, const std::vector<OwnPlanLine>& lines)
{
    TRY(m_transaction.change(sql::clear_own_plan_lines, own));
    for (const auto& line : lines) {
        if (line.is_empty()) continue;
        TRY(m_transaction.change_one(sql::insert_own_plan_line, own, line.lineage,
                                     line.states(Element::activity), line.states(Element::form),
                                     line.states(Element::time), line.states(Element::doers),
                                     line.states(Element::money), line.words[0], line.words[1],
                                     line.words[2], line.words[3], line.words[4]));
    }
    return {};
}

Result<void> OwnPlanStore::add_step(OwnPlanId own, const OwnPlanStep& step)
{
    return m_transaction.change_one(sql::insert_own_plan_step, make_id<OwnPlanId>(), own,
                                    name_of(step.step), step.text, step.agency, step.account,
                                    step.file, step.taken_at);
}

Result<std::vector<OwnPlanStep>> OwnPlanStore::steps(OwnPlanId own)
{
    return m_transaction.all(sql::steps_of_own_plan, step_from, own);
}

Result<std::vector<Work>> OwnPlanStore::works_of(plan::PlanId plan, organisation::AgencyId agency)
{
    return m_transaction.all(sql::works_of_agency, work_from, plan, agency,
                             limits::own_plan_lines_max);
}

Result<std::vector<RegisterRow>> OwnPlanStore::registered(plan::PlanId plan)
{
    return m_transaction.all(sql::own_plan_register, register_row_from, plan,
                             limits::registered_max);
}

Result<std::vector<OwnPlanGap>> OwnPlanStore::gaps(plan::PlanId plan)
{
    return m_transaction.all(sql::own_plan_gaps, gap_from, plan, limits::own_plan_gaps_max);
}

Result<std::vector<StatedLine>> OwnPlanStore::contents(plan::PlanId plan, plan::ItemId lineage,
                                                       organisation::AgencyId agency)
{
    return m_transaction.all(sql::own_plan_contents, stated_from, plan, lineage, agency,
                             limits::own_plan_gaps_max);
}

}  // namespace caicach::obligation
