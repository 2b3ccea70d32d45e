#include "obligation/reminder/reminder_rule.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>
#include <utility>

#include "manifest/row_days.hpp"
#include "obligation/limits.hpp"
#include "obligation/reference_data.hpp"

namespace caicach::obligation
{
namespace
{

constexpr int days_max = 60;      // of a rule, before and after
constexpr int days_off_max = 31;  // in a row, in any calendar that is meant

template <class Value>
using Named = std::pair<std::string_view, Value>;

template <class Value, std::size_t count>
std::optional<Value> value_of(const std::array<Named<Value>, count>& all, std::string_view name)
{
    const auto found = std::ranges::find(all, name, &Named<Value>::first);
    if (found == all.end()) return {};
    return found->second;
}

constexpr std::array<Named<Audience>, 5> audiences{{{"officer", Audience::officer},
                                                    {"head", Audience::head},
                                                    {"coordinator", Audience::coordinator},
                                                    {"overseer", Audience::overseer},
                                                    {"committee", Audience::committee}}};
/// Of what waits for an answer.
constexpr std::array<Named<Audience>, 2> askeds{
    {{"answering", Audience::officer}, {"head", Audience::head}}};
constexpr std::array<Named<notification::Channel>, 4> channels{
    {{"in_app", notification::Channel::in_app},
     {"email", notification::Channel::email},
     {"sms", notification::Channel::sms},
     {"zalo", notification::Channel::zalo}}};
constexpr std::array<Named<bool>, 2> units{{{"calendar", false}, {"working", true}}};

/// What is no rule of the table has its title here.
std::string_view title_of_click(std::string_view key)
{
    constexpr std::array<Named<std::string_view>, 5> titles{
        {{nudge_rule, "Nhắc trực tiếp"},
         {part_nudge_rule, "Nhắc phần việc đã giao"},
         {role_nudge_rule, "Cơ quan chủ trì, chỉ đạo, theo dõi nhắc"},
         {soon_nudge_rule, "Nhắc trực tiếp việc sắp đến hạn"},
         {progress_rule, "Cơ quan tự báo tiến độ"}}};
    return value_of(titles, key).value_or("");
}

std::optional<int> days_in(std::string_view text)
{
    int days{};
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), days);
    if (error != std::errc{} || end != text.data() + text.size() || days < -days_max ||
        days > days_max)
        return {};
    return days;
}

Result<ReminderRule> rule_of(const text::Table& table, const text::Table::Row& row,
                             std::optional<Audience> audience)
{
    const auto wrong = [&](std::string_view column) {
        return text::malformed_field(row.line, column, table.at(row, column));
    };
    const auto key = table.at(row, "key");
    const auto days = days_in(table.at(row, "days"));
    const auto unit = value_of(units, table.at(row, "unit"));
    if (key.empty() || !title_of_click(key).empty()) return wrong("key");
    if (!days) return wrong("days");
    if (!unit) return wrong("unit");
    if (!audience) return wrong("audience");
    if (table.at(row, "title").empty()) return wrong("title");
    ReminderRule rule{.key = std::string(key),
                      .days = *days,
                      .counts_working_days = *unit,
                      .audience = *audience,
                      .title = std::string(table.at(row, "title"))};
    for (const auto name : text::list_of(table.at(row, "channels"), ' ')) {
        const auto channel = value_of(channels, name);
        if (!channel) return wrong("channels");
        rule.channels.push_back(*channel);
    }
    if (rule.channels.empty()) return wrong("channels");
    return rule;
}

Result<ReminderRule> rule_in(const text::Table& table, const text::Table::Row& row)
{
    return rule_of(table, row, value_of(audiences, table.at(row, "audience")));
}

Result<void> check_rules(const text::Table& table) { return check_rows(table, rule_in); }

/// Nothing is said before anybody waits.
Result<ReminderRule> proposal_rule_in(const text::Table& table, const text::Table::Row& row)
{
    auto rule = TRY(rule_of(table, row, value_of(askeds, table.at(row, "audience"))));
    if (!rule.is_after_due()) return text::malformed_field(row.line, "days", table.at(row, "days"));
    return rule;
}

Result<void> check_proposal_rules(const text::Table& table)
{
    return check_rows(table, proposal_rule_in);
}

Date working_day_until(Date day, const calendar::WorkingDays& working)
{
    for (int back = 0; back < days_off_max; ++back)
        if (working.is_working_day(day.plus_days(-back))) return day.plus_days(-back);
    return day;
}

}  // namespace

Date ReminderRule::fires_on(Date due, const calendar::WorkingDays& working) const
{
    if (is_after_due())
        return counts_working_days ? working.after_working_days(due, days)
                                   : working.working_day_from(due.plus_days(days));
    if (!counts_working_days) return working_day_until(due.plus_days(days), working);
    auto day = working_day_until(due, working);
    for (int left = days; left < 0; ++left) day = working_day_until(day.plus_days(-1), working);
    return day;
}

const text::ReferenceFile& reminder_rules_file()
{
    static constexpr text::ReferenceFile file{"reminder_rules.csv", reference_data::reminder_rules,
                                              check_rules};
    return file;
}

Result<std::vector<ReminderRule>> reminder_rules_on(Date day)
{
    return rows_on(reminder_rules_file(), day, rule_in);
}

const text::ReferenceFile& proposal_rules_file()
{
    static constexpr text::ReferenceFile file{"proposal_rules.csv", reference_data::proposal_rules,
                                              check_proposal_rules};
    return file;
}

Result<std::vector<ReminderRule>> proposal_rules_on(Date day)
{
    return rows_on(proposal_rules_file(), day, proposal_rule_in);
}

std::map<Date, std::vector<const ReminderRule*>> rules_by_day(
    const std::vector<ReminderRule>& rules, const calendar::WorkingDays& working, Date after,
    Date today)
{
    std::map<Date, std::vector<const ReminderRule*>> found;
    const auto last = today.plus_days(limits::reminded_days_around);
    for (auto day = after.plus_days(-limits::reminded_days_around); day <= last;
         day = day.plus_days(1)) {
        for (const auto& rule : rules) {
            const auto fires = rule.fires_on(day, working);
            if (fires > after && fires <= today) found[day].push_back(&rule);
        }
    }
    return found;
}

std::string rule_title(const std::vector<ReminderRule>& rules, std::string_view key)
{
    if (const auto title = title_of_click(key); !title.empty()) return std::string(title);
    const auto found = std::ranges::find(rules, key, &ReminderRule::key);
    return found == rules.end() ? std::string(key) : found->title;
}

}  // namespace caicach::obligation
