#pragma once
#include <string_view>

#include "plan/importer/imported_plan.hpp"

/// What a text says beyond the one value that was kept of it: for the reviewer to see.
namespace caicach::plan::importer
{

/// "chậm nhất ngày 15/6 và ngày 15/12", "hằng quý, 6 tháng và năm": of several times one was kept.
[[nodiscard]] bool leaves_times_out(std::string_view text, const Schedule& kept);
/// "ngày 05 tháng thứ hai của quý", "05 ngày sau khi hết quý": a day that comes back was not kept,
/// since we do not know which one it is.
[[nodiscard]] bool leaves_day_out(std::string_view text, const Schedule& kept);
/// "vào thứ Sáu hằng tuần": the day of each week, as printed, which no schedule holds.
[[nodiscard]] std::string_view weekday_in(std::string_view text);
/// "trước ngày 25" without a month: asked of what got no schedule.
[[nodiscard]] bool names_lone_day(std::string_view text);
/// "hai lần mỗi tháng, mỗi lần ít nhất 03 tin": the number of each round, as printed, which no
/// quota holds; empty where there is none.
[[nodiscard]] std::string_view count_of_each_round(std::string_view text);
/// "02 tuần một lần", "2 tháng/lần": a rhythm that was kept as a number of longer periods, as
/// printed; empty where there is none.
[[nodiscard]] std::string_view rhythm_in(std::string_view text);
/// "từ 70% đến 80%", "80 - 85%": of a range the lower end was kept.
[[nodiscard]] bool states_range(std::string_view text);

}  // namespace caicach::plan::importer
