#pragma once
#include <optional>
#include <string_view>

#include "plan/importer/imported_plan.hpp"

namespace caicach::plan::importer
{

/// What a time line or time cell says ("Trong quý II, III/2024"). `year` is the plan's.
[[nodiscard]] std::optional<Schedule> schedule_of(std::string_view text, int year);
/// A time that the sentence of a task or duty states by the way ("… trước ngày 30/11/2023").
[[nodiscard]] std::optional<Schedule> schedule_in_task(std::string_view text, int year);
/// "Quý II và quý IV" is one span of three quarters to us: a reviewer must be told.
[[nodiscard]] bool leaves_gaps(std::string_view text, int year);
/// "Mỗi tháng …" at the beginning: so many in each.
[[nodiscard]] bool opens_with_each(std::string_view text);
/// "định kỳ 02 chuyên mục/tháng": behind "định kỳ" stands how many.
[[nodiscard]] bool counts_behind_period(std::string_view text);
/// "Thường xuyên …" at the beginning governs the whole statement.
[[nodiscard]] bool opens_with_ongoing(std::string_view text);

}  // namespace caicach::plan::importer
