#include "report/flow/reminder_rule.hpp"

#include <algorithm>

#include "manifest/row_days.hpp"
#include "report/limits.hpp"
#include "report/reference_data.hpp"
#include "text/number.hpp"
#include "text/table.hpp"

namespace caicach::report
{
namespace
{

Result<ReminderRule> rule_in(const text::Table& table, const text::Table::Row& row)
{
    ReminderRule rule{.key = std::string{table.at(row, "key")}};
    const auto typed = table.at(row, "days");
    const auto days = text::parse_integer(typed);
    constexpr int days_max = limits::reminded_back_max;
    if (!days || *days < -days_max || *days > days_max)
        return text::malformed_field(row.line, "days", typed);
    rule.days = static_cast<int>(*days);
    rule.title = TRY(text::required_text(table, row, "title"));
    return rule;
}

Result<void> check_rules(const text::Table& table)
{
    return check_rows<ReminderRule>(table, rule_in);
}

}  // namespace

const text::ReferenceFile& reminder_rules_file()
{
    static const text::ReferenceFile file{"report_reminders.csv", reference_data::report_reminders,
                                          check_rules};
    return file;
}

Result<std::vector<ReminderRule>> reminder_rules_on(Date day)
{
    auto rules = TRY(rows_on<ReminderRule>(reminder_rules_file(), day, rule_in));
    std::ranges::stable_sort(rules, {}, &ReminderRule::days);
    return rules;
}

DueDays due_days_of(const std::vector<ReminderRule>& rules, std::size_t rule, Date today)
{
    const auto to = today.plus_days(-rules[rule].days);
    if (rule + 1 == rules.size()) return {today.plus_days(-limits::reminded_back_max), to};
    return {today.plus_days(1 - rules[rule + 1].days), to};
}

}  // namespace caicach::report
