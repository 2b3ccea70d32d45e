#pragma once
#include <optional>
#include <string>
#include <vector>

#include "http/response.hpp"
#include "manifest/context.hpp"
#include "obligation/inbox.hpp"
#include "obligation/obstacle/obstacle_steps.hpp"
#include "obligation/saved_view/saved_view_part.hpp"
#include "web/components/fault.hpp"

namespace caicach::obligation
{

void state_tag(html::Writer& out, ObstacleState state);

/// The form that raises an obstacle about a task.
struct NewObstaclePage {
    Task task{};
    std::string coordinator{};                            ///< its name
    std::vector<organisation::AgencySummary> agencies{};  ///< to whom it may be put instead
    NewObstacle typed{};
    std::string key{};  ///< under which it is sent
    std::string taken_keys{};
    std::optional<Error> error{};
};
[[nodiscard]] http::Response new_obstacle_page(const Context& context, const NewObstaclePage& page);

/// A step with the names of those in it.
struct ShownStep {
    ObstacleStep step{};
    std::string agency{};
    std::string to{};
    std::string person{};
    std::string file_name{};
    std::string file_path{};
};

struct ObstaclePage {
    Obstacle obstacle{};
    Task task{};
    plan::PlanSummary plan{};
    std::string agency{};
    std::string handler{};
    std::vector<ShownStep> steps{};
    ObstacleRights rights{};
    std::vector<organisation::AgencySummary> agencies{};  ///< to forward it to
    struct Typed {
        std::string text{};
        std::string to{};
        std::string note{};
        std::string closing{};
    };
    Typed typed{};  ///< into the form that was refused
    std::optional<Error> error{};
};
[[nodiscard]] http::Response obstacle_page(const Context& context, const ObstaclePage& page);

/// An obstacle of a list, with the names of its agencies.
struct ObstacleRow {
    ListedObstacle listed{};
    std::string agency{};
    std::string handler{};
};
void obstacle_table(html::Writer& out, std::string_view caption,
                    const std::vector<ObstacleRow>& rows);

/// Those of one agency.
struct ObstaclesPage {
    std::string agency{};
    ObstacleBox box{ObstacleBox::raised};
    std::int64_t waiting{};
    std::vector<ObstacleRow> rows{};
    std::string next_path{};
    ViewsPart views{};
};
[[nodiscard]] http::Response obstacles_page(const Context& context, const ObstaclesPage& page);
[[nodiscard]] std::string box_path(ObstacleBox box);
/// The box as CSV, whole.
[[nodiscard]] std::string box_export_path(ObstacleBox box);
/// raised where it is none.
[[nodiscard]] ObstacleBox obstacle_box_from(std::string_view name);

/// What the page of an obligation shows of its obstacles.
struct ObstaclePart {
    std::vector<ListedObstacle> obstacles{};
    bool may_raise{};
};
void obstacle_part(html::Writer& out, const Obligation& obligation, const ObstaclePart& part);

}  // namespace caicach::obligation
