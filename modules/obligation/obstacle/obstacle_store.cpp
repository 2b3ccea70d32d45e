#include "obligation/obstacle/obstacle_store.hpp"

#include <limits>
#include <utility>

#include "obligation/limits.hpp"
#include "obligation/sql.hpp"

namespace caicach::obligation
{
namespace
{

constexpr std::int64_t behind_all = std::numeric_limits<std::int64_t>::max();

struct StepText {
    std::string_view name{};
    std::string_view label{};
};
/// In the order of their enumerators.
constexpr std::array<StepText, 5> step_texts{{
    {"raised", "Nêu khó khăn, vướng mắc"},
    {"forwarded", "Chuyển"},
    {"answered", "Trả lời"},
    {"asked_again", "Hỏi lại"},
    {"closed", "Khép lại"},
}};

Obstacle obstacle_from(const database::Row& row)
{
    return {.id = row.id<ObstacleId>("id"),
            .code = row.string("code"),
            .obligation = row.id<ObligationId>("obligation_id"),
            .plan = row.id<plan::PlanId>("plan_id"),
            .lineage = row.id<plan::ItemId>("lineage"),
            .agency = row.id<organisation::AgencyId>("agency_id"),
            .handler = row.id<organisation::AgencyId>("handler_id"),
            .kind = obstacle_kind_from(row.text("kind")).value_or(ObstacleKind::other),
            .problem = row.string("problem"),
            .wish = row.string("wish"),
            .state = obstacle_state_from(row.text("state")).value_or(ObstacleState::open),
            .raised_at = row.instant("raised_at"),
            .version = row.integer("version")};
}

ListedObstacle listed_from(const database::Row& row)
{
    return {.obstacle = obstacle_from(row), .work = work_from(row)};
}

ObstacleStep step_from(const database::Row& row)
{
    return {.kind = step_kind_from(row.text("step")),
            .text = row.string("text"),
            .agency = row.id<organisation::AgencyId>("agency_id"),
            .to = row.id<organisation::AgencyId>("to_agency_id"),
            .account = row.id<AccountId>("account_id"),
            .file = row.id<attachment::AttachmentId>("attachment_id"),
            .taken_at = row.instant("taken_at")};
}

ObstacleCount count_from(const database::Row& row)
{
    return {.lineage = row.id<plan::ItemId>("lineage"),
            .agency = row.id<organisation::AgencyId>("agency_id"),
            .kind = obstacle_kind_from(row.text("kind")).value_or(ObstacleKind::other),
            .state = obstacle_state_from(row.text("state")).value_or(ObstacleState::open),
            .number = row.integer("number")};
}

Result<Obstacle> found_or_gone(Result<std::optional<Obstacle>> found)
{
    auto obstacle = TRY(std::move(found));
    if (!obstacle) return failure(Failure::not_found, "obligation.obstacle.not_found");
    return std::move(*obstacle);
}

}  // namespace

std::string_view name_of(ObstacleStep::Kind kind)
{
    return step_texts[static_cast<std::size_t>(kind)].name;
}

std::string_view label_of(ObstacleStep::Kind kind)
{
    return step_texts[static_cast<std::size_t>(kind)].label;
}

ObstacleStep::Kind step_kind_from(std::string_view name)
{
    using Kind = ObstacleStep::Kind;
    for (const auto kind : {Kind::forwarded, Kind::answered, Kind::asked_again, Kind::closed})
        if (name_of(kind) == name) return kind;
    return Kind::raised;
}

Result<Obstacle> ObstacleStore::find(std::string_view code)
{
    return found_or_gone(m_transaction.maybe_one(sql::obstacle_by_code, obstacle_from, code));
}

Result<Obstacle> ObstacleStore::find(ObstacleId id)
{
    return found_or_gone(m_transaction.maybe_one(sql::obstacle_by_id, obstacle_from, id));
}

Result<std::optional<Obstacle>> ObstacleStore::of_file(attachment::AttachmentId file)
{
    return m_transaction.maybe_one(sql::obstacle_of_file, obstacle_from, file);
}

Result<void> ObstacleStore::add(const Obstacle& obstacle)
{
    return m_transaction.change_one(
        sql::insert_obstacle, obstacle.id, obstacle.code, obstacle.obligation, obstacle.plan,
        obstacle.lineage, obstacle.agency, obstacle.handler, name_of(obstacle.kind),
        obstacle.problem, obstacle.wish, name_of(obstacle.state), obstacle.raised_at);
}

Result<void> ObstacleStore::save(Obstacle& obstacle)
{
    TRY(m_transaction.change_one(sql::save_obstacle, obstacle.id, obstacle.handler,
                                 name_of(obstacle.state), obstacle.version));
    ++obstacle.version;
    return {};
}

Result<void> ObstacleStore::add_step(ObstacleId obstacle, const ObstacleStep& step)
{
    return m_transaction.change_one(sql::insert_obstacle_step, make_id<ObstacleId>(), obstacle,
                                    name_of(step.kind), step.text, step.agency, step.to,
                                    step.account, step.file, step.taken_at);
}

Result<std::vector<ObstacleStep>> ObstacleStore::steps(ObstacleId obstacle)
{
    return m_transaction.all(sql::steps_of_obstacle, step_from, obstacle);
}

Result<std::vector<WaitingObstacle>> ObstacleStore::waiting(ObstacleId after, int limit)
{
    const auto waiting = [](const database::Row& row) {
        return WaitingObstacle{.obstacle = obstacle_from(row), .since = row.instant("waits_since")};
    };
    return m_transaction.all(sql::obstacles_waiting, waiting, after, limit);
}

Result<std::vector<ListedObstacle>> ObstacleStore::of_obligation(ObligationId obligation)
{
    return m_transaction.all(sql::obstacles_of_obligation, listed_from, obligation,
                             limits::obstacles_max);
}

Result<std::vector<ListedObstacle>> ObstacleStore::of_agency(organisation::AgencyId agency,
                                                             ObstacleBox box, ObstacleId after,
                                                             int limit)
{
    if (box == ObstacleBox::waiting)
        return m_transaction.all(sql::obstacles_waiting_for, listed_from, agency, after, limit);
    const auto before = after ? after : ObstacleId{behind_all};
    if (box == ObstacleBox::raised)
        return m_transaction.all(sql::obstacles_raised_by, listed_from, agency, before, limit);
    return m_transaction.all(sql::obstacles_settled_by, listed_from, agency, before, limit);
}

Result<std::vector<ListedObstacle>> ObstacleStore::of_plan(const PlanObstacles& query,
                                                           ObstacleId after, int limit)
{
    return m_transaction.all(sql::obstacles_of_plan, listed_from, query.plan,
                             after ? after : ObstacleId{behind_all}, query.agency, query.lineage,
                             query.area.has_value(), query.area.value_or(""),
                             query.kind ? name_of(*query.kind) : std::string_view{},
                             query.state ? name_of(*query.state) : std::string_view{}, limit);
}

Result<std::int64_t> ObstacleStore::waiting_for(organisation::AgencyId agency)
{
    const auto number = [](const database::Row& row) { return row.integer("number"); };
    return m_transaction.one(sql::obstacles_waiting_count, number, agency);
}

Result<std::vector<ObstacleCount>> ObstacleStore::counts(plan::PlanId plan)
{
    return m_transaction.all(sql::obstacle_counts_of_plan, count_from, plan);
}

Result<std::map<ObligationId, std::int64_t>> ObstacleStore::left_of_plan(plan::PlanId plan)
{
    std::map<ObligationId, std::int64_t> left;
    const auto take = [&](const database::Row& row) {
        left[row.id<ObligationId>("obligation_id")] = row.integer("number");
    };
    TRY(m_transaction.each(sql::obstacles_left_of_plan, take, plan));
    return left;
}

}  // namespace caicach::obligation
