#pragma once
#include <string>
#include <vector>

#include "base/result.hpp"
#include "calendar/date.hpp"
#include "text/reference.hpp"

namespace caicach::report
{

/// When an agency is reminded of a report that it owes: a row of report_reminders.csv.
struct ReminderRule {
    std::string key{};    ///< "before_week"
    int days{};           ///< before (negative) or after the due day
    std::string title{};  ///< "Còn 7 ngày"
};
[[nodiscard]] const text::ReferenceFile& reminder_rules_file();
/// Those that hold on the day, by their days.
[[nodiscard]] Result<std::vector<ReminderRule>> reminder_rules_on(Date day);

/// The due days of which a rule speaks today: it has come, and the next one has not.
struct DueDays {
    Date from{};
    Date to{};
};
/// Of the last rule so many days back as limits::reminded_back_max says. Pure.
[[nodiscard]] DueDays due_days_of(const std::vector<ReminderRule>& rules, std::size_t rule,
                                  Date today);

}  // namespace caicach::report
