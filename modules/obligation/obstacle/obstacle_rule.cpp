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

Result<ObstacleRule> rule_in(const text::Table& table, const text::Table::Row& row)
{
    const auto wrong = [&](std::string_view column) {
        return text::malformed_field(row.line, column, table.at(row, column));
    };
    const auto days = days_in(table.at(row, "days"));
    const auto audience = audience_in(table.at(row, "audience"));
    if (table.at(row, "key").empty()) return wrong("key");
    if (!days) return wrong("days");
    if (!audience) return wrong("audience");
    if (table.at(row, "title").empty()) return wrong("title");
    return ObstacleRule{.key = std::string(table.at(row, "key")),
                        .days = *days,
                        .audience = *audience,
                        .title = std::string(table.at(row, "title"))};
}

Result<void> check_rules(const text::Table& table) { return check_rows(table, rule_in); }

}  // namespace

const text::ReferenceFile& obstacle_rules_file()
{
    static constexpr text::ReferenceFile file{"obstacle_rules.csv", reference_data::obstacle_rules,
                                              check_rules};
    return file;
}

Result<std::vector<ObstacleRule>> obstacle_rules_on(Date day)
{
    return rows_on(obstacle_rules_file(), day, rule_in);
}

}  // namespace caicach::obligation
