#pragma once
#include <string>
#include <string_view>

#include "report/report.hpp"

/// What a report is, in words for people.
namespace caicach::report
{

[[nodiscard]] std::string_view text_of(State state);  ///< "Đã gửi"

/// What people judge a report by, apart from its state: "Đúng hạn", "Muộn", "Quá hạn 3 ngày".
[[nodiscard]] std::string_view completeness_text(const Report& report);
[[nodiscard]] std::string time_text(const Report& report, Date today);
[[nodiscard]] std::string lock_text(const Report& report, Date today);

/// "Quý I năm 2026": the title of a period where a row begins with it.
[[nodiscard]] std::string begun_with(std::string_view title);

}  // namespace caicach::report
