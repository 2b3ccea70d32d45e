#pragma once
#include <string>
#include <vector>

#include "obligation/board/official_letter.hpp"
#include "obligation/obstacle/obstacle_views.hpp"

/// The obstacles of a plan as the draft of a report (báo cáo) to the committee above.
namespace caicach::obligation
{

inline constexpr int obstacles_reported_max = 500;  ///< the newest; the rest is on the page

/// One with the answer that was given last; who was asked again has the one that did not help.
struct ReportedObstacle {
    ObstacleRow row{};
    std::string answer{};       ///< empty: none
    std::string answered_by{};  ///< the agency
    std::optional<Instant> answered_at{};
};

struct ObstacleReport {
    plan::PlanSummary plan{};
    Date today{};
    std::vector<std::string> narrowed{};        ///< in words; empty: of the whole plan
    std::vector<ReportedObstacle> obstacles{};  ///< by item, the oldest first
    bool is_cut{};
};
/// Who raised each, on which item, since when, how it was answered, and what is asked for. Pure.
[[nodiscard]] document::OfficialDocument obstacle_letter(const ObstacleReport& report,
                                                         const Sender& sender);

/// What was answered last of each obstacle of a plan, with the names of agencies.
[[nodiscard]] Result<std::vector<ReportedObstacle>> with_answers(database::Transaction& transaction,
                                                                 plan::PlanId plan,
                                                                 std::vector<ObstacleRow> rows,
                                                                 Date today);

}  // namespace caicach::obligation
