#pragma once
#include <string>
#include <vector>

#include "identity/api.hpp"
#include "manifest/module.hpp"
#include "obligation/board/board.hpp"
#include "obligation/board/table.hpp"
#include "obligation/obstacle/obstacle_views.hpp"

/// All obstacles of a plan, for who watches it: counted by agency, item, field and kind, each count
/// leading to what it counts.
namespace caicach::obligation
{

/// The page of a plan and its table.
void add_plan_obstacles(Module& module);

/// Behind which obstacle a list goes on, as the address says; none: it begins.
[[nodiscard]] ObstacleId place_of_obstacle(const http::Request& request);
[[nodiscard]] Result<std::vector<ObstacleRow>> named_obstacles(database::Transaction& transaction,
                                                               std::vector<ListedObstacle> listed,
                                                               Date today);

/// What a list is narrowed to, as its address says it; empty: nothing.
struct ObstacleFilter {
    std::string agency{};  ///< its code
    std::string item{};    ///< its code
    std::string area{};    ///< key of a field of reform, or `no_area`
    std::optional<ObstacleKind> kind{};
    std::optional<ObstacleState> state{};

    /// "?co-quan=SYT&tinh-trang=open", or nothing.
    [[nodiscard]] std::string query() const;
};
[[nodiscard]] ObstacleFilter obstacle_filter_of(const http::Request& request);

struct PlanObstaclesPage {
    plan::PlanSummary plan{};
    ObstacleFilter filter{};
    std::vector<BoardTable> tables{};     ///< of the whole plan
    std::vector<std::string> narrowed{};  ///< what the list is narrowed to, in words
    std::vector<ObstacleRow> rows{};
    std::string next_path{};
    ViewsPart views{};
    std::vector<identity::PossibleSignature> signatures{};  ///< who might sign the report
};
/// Obstacles one by one, for files.
[[nodiscard]] BoardTable obstacle_list_table(const std::vector<ObstacleRow>& rows);
[[nodiscard]] http::Response plan_obstacles_page(const Context& context,
                                                 const PlanObstaclesPage& page);

}  // namespace caicach::obligation
