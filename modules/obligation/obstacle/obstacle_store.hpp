#pragma once
#include <map>
#include <string>
#include <vector>

#include "attachment/api.hpp"
#include "database/transaction.hpp"
#include "obligation/obstacle/obstacle.hpp"
#include "obligation/work.hpp"

namespace caicach::obligation
{

/// What was done about an obstacle.
struct ObstacleStep {
    enum class Kind { raised, forwarded, answered, asked_again, closed };

    Kind kind{};
    std::string text{};
    organisation::AgencyId agency{};  ///< for which the person acted
    organisation::AgencyId to{};      ///< forwarded: to whom; none otherwise
    AccountId account{};              ///< none: the system
    attachment::AttachmentId file{};  ///< none: there is none
    Instant taken_at{};
};
[[nodiscard]] std::string_view name_of(ObstacleStep::Kind kind);
[[nodiscard]] std::string_view label_of(ObstacleStep::Kind kind);
[[nodiscard]] ObstacleStep::Kind step_kind_from(std::string_view name);

/// An obstacle with the item that it is about.
struct ListedObstacle {
    Obstacle obstacle{};
    Work work{};
};

/// An obstacle that waits for an answer, and since when it waits for this one.
struct WaitingObstacle {
    Obstacle obstacle{};
    Instant since{};
};

/// Which of an agency's: those it raised; those that wait for its answer, the longest waiting
/// first; those it answered.
enum class ObstacleBox { waiting, raised, settled };

/// Of one plan; what is empty narrows nothing.
struct PlanObstacles {
    plan::PlanId plan{};
    organisation::AgencyId agency{};
    plan::ItemId lineage{};
    std::optional<std::string> area{};  ///< empty text: items of no field
    std::optional<ObstacleKind> kind{};
    std::optional<ObstacleState> state{};
};

struct ObstacleCount {
    plan::ItemId lineage{};
    organisation::AgencyId agency{};
    ObstacleKind kind{};
    ObstacleState state{};
    std::int64_t number{};
};

/// Obstacles ↔ rows. Lists go on behind the obstacle `after`; none: they begin.
class ObstacleStore
{
public:
    explicit ObstacleStore(database::Transaction& transaction) : m_transaction(transaction) {}

    /// not_found "obligation.obstacle.not_found".
    [[nodiscard]] Result<Obstacle> find(std::string_view code);
    [[nodiscard]] Result<Obstacle> find(ObstacleId id);
    [[nodiscard]] Result<std::optional<Obstacle>> of_file(attachment::AttachmentId file);
    [[nodiscard]] Result<void> add(const Obstacle& obstacle);
    /// conflict when somebody saved it in between.
    [[nodiscard]] Result<void> save(Obstacle& obstacle);

    [[nodiscard]] Result<void> add_step(ObstacleId obstacle, const ObstacleStep& step);
    [[nodiscard]] Result<std::vector<ObstacleStep>> steps(ObstacleId obstacle);

    /// What waits for an answer, whoever is to give it, in the order of their keys.
    [[nodiscard]] Result<std::vector<WaitingObstacle>> waiting(ObstacleId after, int limit);
    /// The newest first.
    [[nodiscard]] Result<std::vector<ListedObstacle>> of_obligation(ObligationId obligation);
    [[nodiscard]] Result<std::vector<ListedObstacle>> of_agency(organisation::AgencyId agency,
                                                                ObstacleBox box, ObstacleId after,
                                                                int limit);
    /// The newest first.
    [[nodiscard]] Result<std::vector<ListedObstacle>> of_plan(const PlanObstacles& query,
                                                              ObstacleId after, int limit);
    [[nodiscard]] Result<std::int64_t> waiting_for(organisation::AgencyId agency);
    [[nodiscard]] Result<std::vector<ObstacleCount>> counts(plan::PlanId plan);
    /// How many of each obligation are not closed.
    [[nodiscard]] Result<std::map<ObligationId, std::int64_t>> left_of_plan(plan::PlanId plan);

private:
    database::Transaction& m_transaction;
};

}  // namespace caicach::obligation
