#pragma once
#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "calendar/working_days.hpp"
#include "notification/api.hpp"
#include "text/reference.hpp"

namespace caicach::obligation
{

/// Whom a rule tells.
enum class Audience : std::uint8_t { officer, head, coordinator, overseer, committee };

/// When people are reminded of what is owed: a row of data/reference/reminder_rules.csv.
struct ReminderRule {
    std::string key{};           ///< "late_head"
    int days{};                  ///< before (negative), on or after the last day in time
    bool counts_working_days{};  ///< else calendar days
    Audience audience{Audience::officer};
    std::vector<notification::Channel> channels{};
    std::string title{};  ///< "Quá hạn 3 ngày làm việc, báo lãnh đạo cơ quan"

    [[nodiscard]] bool is_after_due() const { return days > 0; }
    /// The working day on which people are told of what is due on `due`. Pure.
    [[nodiscard]] Date fires_on(Date due, const calendar::WorkingDays& working) const;
};

[[nodiscard]] const text::ReferenceFile& reminder_rules_file();
/// Those that hold on the day, in the order of the file. invalid "text.table.malformed".
[[nodiscard]] Result<std::vector<ReminderRule>> reminder_rules_on(Date day);

/// Who is reminded of proposals that wait for an answer: data/reference/proposal_rules.csv, whose
/// days are counted from the day since which they wait. officer: who was asked; head: of that
/// agency.
[[nodiscard]] const text::ReferenceFile& proposal_rules_file();
[[nodiscard]] Result<std::vector<ReminderRule>> proposal_rules_on(Date day);

/// By the days that they speak of: the rules that fire on the days behind `after`, up to `today`.
[[nodiscard]] std::map<Date, std::vector<const ReminderRule*>> rules_by_day(
    const std::vector<ReminderRule>& rules, const calendar::WorkingDays& working, Date after,
    Date today);

/// What reminders call a person's own click, beside the keys of rules.
inline constexpr std::string_view nudge_rule = "nudge";
/// The same of a part by who handed it on, of an item by who leads, directs or oversees it, and of
/// what is due soon.
inline constexpr std::string_view part_nudge_rule = "nudge_part";
inline constexpr std::string_view role_nudge_rule = "nudge_role";
inline constexpr std::string_view soon_nudge_rule = "nudge_soon";
/// And what a person says unasked about their own work.
inline constexpr std::string_view progress_rule = "progress";
/// The title of a rule, of a nudge or of that; the key itself where no rule has it any more.
[[nodiscard]] std::string rule_title(const std::vector<ReminderRule>& rules, std::string_view key);

}  // namespace caicach::obligation
