#include "obligation/obstacle/obstacle_steps.hpp"

#include <algorithm>

#include "crypto/public_code.hpp"
#include "json/value.hpp"
#include "manifest/change_detail.hpp"
#include "obligation/acting.hpp"
#include "obligation/agency_typed.hpp"
#include "obligation/coordination.hpp"
#include "obligation/heirs.hpp"
#include "obligation/limits.hpp"
#include "obligation/obligation_store.hpp"
#include "obligation/obstacle/obstacle_paths.hpp"
#include "obligation/permissions.hpp"
#include "obligation/reminder/news.hpp"
#include "text/text.hpp"

namespace caicach::obligation
{
namespace
{

Result<organisation::AgencyId> coordinator_of(database::Transaction& transaction,
                                              const Obstacle& obstacle, Date today)
{
    const auto plan = TRY(plan_today(transaction, obstacle.plan, today));
    return plan.coordinator;
}

/// Whether the actor may about who is to answer, or about one that answers for it now.
Result<bool> may_for_handler(const Context& context, database::Transaction& transaction,
                             const Permission& permission, const Obstacle& obstacle)
{
    if (context.may(permission, organisation::scope_of(obstacle.handler))) return true;
    const auto heirs =
        TRY(Heirs(transaction, context.today()).of(obstacle.handler, context.today()));
    return std::ranges::any_of(heirs, [&](organisation::AgencyId heir) {
        return context.may(permission, organisation::scope_of(heir));
    });
}

Result<void> require_text(std::string_view text)
{
    if (text::trim(text).empty())
        return failure(Failure::invalid, "obligation.obstacle.text_missing", "text");
    return {};
}

std::string_view news_of(ObstacleStep::Kind kind)
{
    using Kind = ObstacleStep::Kind;
    switch (kind) {
        case Kind::forwarded:
            return "Vướng mắc được chuyển tới";
        case Kind::answered:
            return "Đã trả lời vướng mắc";
        case Kind::asked_again:
            return "Vướng mắc được hỏi lại";
        case Kind::closed:
            return "Đã khép lại vướng mắc";
        case Kind::raised:
            break;
    }
    return "Có vướng mắc chờ trả lời";
}

/// Whoever now has to do something, or waits for it: the handler, or those whose work it is.
Result<void> tell_of(Context& context, database::Transaction& transaction, const Obstacle& obstacle,
                     const ObstacleStep& step, std::size_t number)
{
    const auto obligation = TRY(ObligationStore{transaction}.find(obstacle.obligation));
    const auto task = TRY(task_of(transaction, obligation));
    const bool is_for_handler = obstacle.is_waiting() || (step.kind == ObstacleStep::Kind::closed &&
                                                          step.agency == obstacle.agency);
    People people{transaction, context.today()};
    const auto accounts = TRY(is_for_handler ? people.answering(obstacle.handler, obstacle.plan)
                                             : people.of(Audience::officer, obligation));
    const auto& words = step.text.empty() ? obstacle.problem : step.text;
    return tell(context, transaction, accounts,
                {.what = std::string{news_of(step.kind)},
                 .about = about_of(task),
                 .agency = step.agency,
                 .text = words,
                 .path = obstacle_path(obstacle.code),
                 .key = "obstacle/" + obstacle.code + "/" + std::to_string(number)});
}

/// Appends the step with its file and its audit line, and tells of it.
Result<void> take(Context& context, database::Transaction& transaction, const Obstacle& obstacle,
                  ObstacleStep step, const std::optional<attachment::KeptFile>& file = {},
                  std::string_view detail = {})
{
    if (file) {
        const auto added = TRY(attachment::add(context, transaction, *file, obstacle.id.value));
        step.file = added.id;
    }
    ObstacleStore store{transaction};
    const auto before = TRY(store.steps(obstacle.id));
    if (before.size() >= static_cast<std::size_t>(limits::obstacle_steps_max))
        return failure(Failure::conflict, "obligation.obstacle.too_many_steps", "text",
                       {std::to_string(limits::obstacle_steps_max)});
    step.account = context.actor().account;
    step.taken_at = context.now();
    TRY(store.add_step(obstacle.id, step));
    const auto action = "obligation.obstacle." + std::string{name_of(step.kind)};
    TRY(context.record(transaction, action, "obligation.obstacle", obstacle.id.value, detail));
    return tell_of(context, transaction, obstacle, step, before.size());
}

Result<organisation::AgencyId> agency_to(Context& context, database::Transaction& transaction,
                                         const NewObstacle& wanted,
                                         organisation::AgencyId otherwise)
{
    if (wanted.to.empty()) return otherwise;
    return agency_typed(transaction, wanted.to, context.today(), "to");
}

json::Value handler_detail(organisation::AgencyId agency)
{
    return json::Value::object().set("handler", agency.value);
}

}  // namespace

const attachment::AttachmentUse& obstacle_use()
{
    using attachment::FileKind;
    static const attachment::AttachmentUse use{
        .key = "obligation.obstacle",
        .kinds = {FileKind::pdf, FileKind::docx, FileKind::odt, FileKind::xlsx, FileKind::jpeg,
                  FileKind::png, FileKind::webp},
        .bytes_max = limits::proof_bytes_max,
        .count_max = limits::obstacle_steps_max};
    return use;
}

Result<Obstacle> raise_obstacle(Context& context, database::Transaction& transaction,
                                const Obligation& obligation, const NewObstacle& wanted,
                                const std::optional<attachment::KeptFile>& file)
{
    TRY(require_for(context, transaction, raise_obstacles, obligation));
    if (!obligation.is_owed()) return failure(Failure::conflict, "obligation.closed");
    const auto kind = obstacle_kind_from(wanted.kind);
    if (!kind) return failure(Failure::invalid, "obligation.obstacle.kind", "kind");
    if (text::trim(wanted.problem).empty())
        return failure(Failure::invalid, "obligation.obstacle.problem_missing", "problem");
    const auto plan = TRY(plan_today(transaction, obligation.plan, context.today()));
    // What stands in the way of a part its giver hears first.
    const auto otherwise = obligation.is_part() ? obligation.giver : plan.coordinator;
    const auto to = TRY(agency_to(context, transaction, wanted, otherwise));
    // Whoever coordinates and meets an obstacle in its own work puts it to somebody above.
    const auto doer = TRY(doing_agency(context, transaction, obligation));
    if (to == obligation.agency || to == doer)
        return failure(Failure::invalid, "obligation.obstacle.own_agency", "to");
    ObstacleStore store{transaction};
    const auto before = TRY(store.of_obligation(obligation.id));
    if (before.size() >= static_cast<std::size_t>(limits::obstacles_max))
        return failure(Failure::conflict, "obligation.obstacle.too_many", "",
                       {std::to_string(limits::obstacles_max)});
    Obstacle obstacle{.id = make_id<ObstacleId>(),
                      .code = crypto::make_public_code(),
                      .obligation = obligation.id,
                      .plan = obligation.plan,
                      .lineage = obligation.lineage,
                      .agency = obligation.agency,
                      .kind = *kind,
                      .problem = wanted.problem,
                      .wish = wanted.wish,
                      .raised_at = context.now(),
                      .version = 1};
    obstacle.put_to(to, plan.coordinator);
    TRY(store.add(obstacle));
    const ObstacleStep raised{.kind = ObstacleStep::Kind::raised,
                              .agency = acting_for(context, obstacle.agency),
                              .to = obstacle.handler};
    TRY(take(context, transaction, obstacle, raised, file));
    return obstacle;
}

Result<void> forward_obstacle(Context& context, database::Transaction& transaction,
                              Obstacle obstacle, const std::string& to, std::string_view note)
{
    TRY(require_answering(context, transaction, obstacle));
    if (to.empty()) return failure(Failure::invalid, "obligation.obstacle.to_missing", "to");
    const auto coordinator = TRY(coordinator_of(transaction, obstacle, context.today()));
    const auto target = TRY(agency_typed(transaction, to, context.today(), "to"));
    const auto before = obstacle.handler;
    TRY(obstacle.forward(target, coordinator));
    TRY(ObstacleStore{transaction}.save(obstacle));
    const ObstacleStep forwarded{.kind = ObstacleStep::Kind::forwarded,
                                 .text = std::string{note},
                                 .agency = acting_for(context, before),
                                 .to = target};
    return take(context, transaction, obstacle, forwarded, {},
                change_detail(handler_detail(before), handler_detail(target)));
}

Result<void> answer_obstacle(Context& context, database::Transaction& transaction,
                             Obstacle obstacle, std::string_view text,
                             const std::optional<attachment::KeptFile>& file)
{
    TRY(require_answering(context, transaction, obstacle));
    TRY(require_text(text));
    TRY(obstacle.answer());
    TRY(ObstacleStore{transaction}.save(obstacle));
    const ObstacleStep answered{.kind = ObstacleStep::Kind::answered,
                                .text = std::string{text},
                                .agency = acting_for(context, obstacle.handler)};
    return take(context, transaction, obstacle, answered, file);
}

Result<void> ask_again(Context& context, database::Transaction& transaction, Obstacle obstacle,
                       std::string_view text)
{
    const auto obligation = TRY(ObligationStore{transaction}.find(obstacle.obligation));
    TRY(require_for(context, transaction, raise_obstacles, obligation));
    TRY(require_text(text));
    const auto coordinator = TRY(coordinator_of(transaction, obstacle, context.today()));
    TRY(obstacle.ask_again(coordinator));
    TRY(ObstacleStore{transaction}.save(obstacle));
    const ObstacleStep asked{.kind = ObstacleStep::Kind::asked_again,
                             .text = std::string{text},
                             .agency = acting_for(context, obstacle.agency),
                             .to = obstacle.handler};
    return take(context, transaction, obstacle, asked);
}

Result<void> close_obstacle(Context& context, database::Transaction& transaction, Obstacle obstacle,
                            std::string_view note)
{
    const auto coordinator = TRY(coordinator_of(transaction, obstacle, context.today()));
    const auto obligation = TRY(ObligationStore{transaction}.find(obstacle.obligation));
    const bool raises = TRY(may_for(context, transaction, raise_obstacles, obligation));
    if (!raises) TRY(context.require(answer_obstacles, organisation::scope_of(coordinator)));
    TRY(obstacle.close());
    TRY(ObstacleStore{transaction}.save(obstacle));
    const ObstacleStep closed{.kind = ObstacleStep::Kind::closed,
                              .text = std::string{note},
                              .agency = acting_for(context, obstacle.agency)};
    return take(context, transaction, obstacle, closed);
}

Result<bool> may_see(const Context& context, database::Transaction& transaction,
                     const Obstacle& obstacle)
{
    if (context.may(see_work, organisation::scope_of(obstacle.agency))) return true;
    const bool answers = TRY(may_for_handler(context, transaction, see_work, obstacle));
    if (answers) return true;
    const auto coordinator = TRY(coordinator_of(transaction, obstacle, context.today()));
    if (context.may(watch_plans, organisation::scope_of(coordinator))) return true;
    const auto obligation = TRY(ObligationStore{transaction}.find(obstacle.obligation));
    return may_for(context, transaction, see_work, obligation);
}

Result<ObstacleRights> rights_of(const Context& context, database::Transaction& transaction,
                                 const Obstacle& obstacle)
{
    const auto coordinator = TRY(coordinator_of(transaction, obstacle, context.today()));
    const auto obligation = TRY(ObligationStore{transaction}.find(obstacle.obligation));
    const bool raises = TRY(may_for(context, transaction, raise_obstacles, obligation));
    const bool coordinates = context.may(answer_obstacles, organisation::scope_of(coordinator));
    const bool handles = TRY(may_for_handler(context, transaction, answer_obstacles, obstacle));
    const bool answers = coordinates || handles;
    return ObstacleRights{
        .may_answer = answers && obstacle.is_waiting(),
        .may_ask_again = raises && obstacle.state == ObstacleState::answered,
        .may_close = (raises || coordinates) && obstacle.state != ObstacleState::closed};
}

Result<void> require_answering(const Context& context, database::Transaction& transaction,
                               const Obstacle& obstacle)
{
    const bool handles = TRY(may_for_handler(context, transaction, answer_obstacles, obstacle));
    if (handles) return {};
    const auto coordinator = TRY(coordinator_of(transaction, obstacle, context.today()));
    return context.require(answer_obstacles, organisation::scope_of(coordinator));
}

Result<void> answer_for_obstacle_file(Context& context, database::Transaction& transaction,
                                      const attachment::FileAsked& asked)
{
    if (asked.may_be_read) return {};
    const auto obstacle = TRY(ObstacleStore{transaction}.of_file(asked.file));
    if (obstacle) asked.may_be_read = TRY(may_see(context, transaction, *obstacle));
    return {};
}

}  // namespace caicach::obligation
