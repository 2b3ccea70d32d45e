#include "channel/media/press_rules.hpp"

#include "channel/reference_data.hpp"
#include "manifest/row_days.hpp"
#include "text/table.hpp"

namespace caicach::channel
{
namespace
{

struct PressRule {
    PressManner manner{};
    int working_days{};
};

constexpr int working_days_max = 60;

Result<PressRule> press_rule_in(const text::Table& table, const text::Table::Row& row)
{
    const auto manner = press_manner_from(table.at(row, "manner"));
    if (!manner) return text::malformed_field(row.line, "manner", table.at(row, "manner"));
    const auto written = table.at(row, "working_days");
    int days = 0;
    for (const char c : written) {
        if (c < '0' || c > '9' || days > working_days_max)
            return text::malformed_field(row.line, "working_days", written);
        days = days * 10 + (c - '0');
    }
    if (days < 1 || days > working_days_max)
        return text::malformed_field(row.line, "working_days", written);
    return PressRule{.manner = *manner, .working_days = days};
}

Result<void> check_press_rules(const text::Table& table)
{
    TRY(check_rows<PressRule>(table, press_rule_in));
    for (const auto manner : {PressManner::written, PressManner::interview})
        TRY(text::require_unended(table, "manner", key_of(manner)));
    return {};
}

constexpr text::ReferenceFile press_rules_file{"press_rules.csv", reference_data::press_rules,
                                               check_press_rules};

}  // namespace

std::string_view key_of(PressManner manner)
{
    return manner == PressManner::written ? "written" : "interview";
}

std::string_view text_of(PressManner manner)
{
    return manner == PressManner::written ? "Trả lời bằng văn bản" : "Trả lời phỏng vấn";
}

Result<PressManner> press_manner_from(std::string_view key)
{
    for (const auto manner : {PressManner::written, PressManner::interview})
        if (key == key_of(manner)) return manner;
    return failure(Failure::invalid, "channel.press.manner", "manner");
}

text::ReferenceFile press_rules_table() { return press_rules_file; }

Result<int> press_working_days(PressManner manner, Date day)
{
    const auto rules = TRY(rows_on<PressRule>(press_rules_file, day, press_rule_in));
    for (const auto& rule : rules)
        if (rule.manner == manner) return rule.working_days;
    return failure(Failure::invalid, "channel.press.manner", "manner");
}

}  // namespace caicach::channel
