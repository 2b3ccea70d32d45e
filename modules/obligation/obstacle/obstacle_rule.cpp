#include "obligation/obstacle/obstacle_rule.hpp"

#include <charconv>
#include <optional>
#include <utility>

#include "manifest/row_days.hpp"
#include "obligation/reference_data.hpp"

namespace caicach::obligation
{
namespace
{

constexpr int days_max = 250;  // a year of work

std::optional<int> days_in(std::string_view text)
{
    int days{};
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), days);
    const bool is_whole = error == std::errc{} && end == text.data() + text.size();
    if (!is_whole || days < 1 || days > days_max) return {};
    return days;
}

std::optional<ObstacleAudience> audience_in(std::string_view name)
{
    if (name == "handler") return ObstacleAudience::handler;
    if (name == "coordinator") return ObstacleAudience::coordinator;
    return {};
}

struct DatedRule {
    RowDays days{};
    ObstacleRule rule{};
};

Result<std::vector<DatedRule>> read_rules(const text::Table& table)
{
    std::vector<DatedRule> rules;
    for (const auto& row : table.rows()) {
        const auto wrong = [&](std::string_view column) {
            return text::malformed_field(row.line, column, table.at(row, column));
        };
        const auto days = days_in(table.at(row, "days"));
        const auto audience = audience_in(table.at(row, "audience"));
        if (table.at(row, "key").empty()) return wrong("key");
        if (!days) return wrong("days");
        if (!audience) return wrong("audience");
        if (table.at(row, "title").empty()) return wrong("title");
        DatedRule read{.rule = {.key = std::string(table.at(row, "key")),
                                .days = *days,
                                .audience = *audience,
                                .title = std::string(table.at(row, "title"))}};
        read.days = TRY(row_days(table, row));
        rules.push_back(std::move(read));
    }
    return rules;
}

Result<void> check_rules(const text::Table& table)
{
    TRY(read_rules(table));
    return {};
}

}  // namespace

const text::ReferenceFile& obstacle_rules_file()
{
    static constexpr text::ReferenceFile file{"obstacle_rules.csv", reference_data::obstacle_rules,
                                              check_rules};
    return file;
}

Result<std::vector<ObstacleRule>> obstacle_rules_on(Date day)
{
    const auto table = TRY(text::table_of(obstacle_rules_file()));
    auto all = TRY(read_rules(table));
    std::vector<ObstacleRule> rules;
    for (auto& [days, rule] : all)
        if (days.holds_on(day)) rules.push_back(std::move(rule));
    return rules;
}

}  // namespace caicach::obligation
