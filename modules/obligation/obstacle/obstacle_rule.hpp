#pragma once
#include <cstdint>
#include <string>
#include <vector>

#include "base/result.hpp"
#include "calendar/working_days.hpp"
#include "text/reference.hpp"

namespace caicach::obligation
{

/// Who is told that an obstacle waits.
enum class ObstacleAudience : std::uint8_t { handler, coordinator };

/// When: a row of data/reference/obstacle_rules.csv.
struct ObstacleRule {
    std::string key{};  ///< "waiting_handler"
    int days{};         ///< working days of waiting
    ObstacleAudience audience{ObstacleAudience::handler};
    std::string title{};  ///< "Vướng mắc chờ trả lời đã 3 ngày làm việc"

    /// The working day on which people are told of what waits since `since`. Pure.
    [[nodiscard]] Date fires_on(Date since, const calendar::WorkingDays& working) const
    {
        return working.after_working_days(since, days);
    }
};

[[nodiscard]] const text::ReferenceFile& obstacle_rules_file();
/// Those that hold on the day. invalid "text.table.malformed".
[[nodiscard]] Result<std::vector<ObstacleRule>> obstacle_rules_on(Date day);

}  // namespace caicach::obligation
