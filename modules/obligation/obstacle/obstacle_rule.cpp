#include "obligation/obstacle/obstacle_rule.hpp"

#include <charconv>
#include <optional>
#include <utility>

#include "obligation/reference_data.hpp"
#include "text/table.hpp"

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

}  // namespace

Result<std::vector<ObstacleRule>> obstacle_rules_on(Date day)
{
    const auto table = TRY(text::Table::parse(reference_data::obstacle_rules));
    std::vector<ObstacleRule> rules;
    for (const auto& row : table.rows()) {
        const auto from = Date::from_iso(table.at(row, "valid_from"));
        const auto until = table.at(row, "valid_to");
        const auto to = Date::from_iso(until);
        const auto days = days_in(table.at(row, "days"));
        const auto audience = audience_in(table.at(row, "audience"));
        if (!from || (!to && !until.empty()) || !days || !audience)
            return text::malformed_line(row.line, table.at(row, "key"));
        if (day < *from || (to && day > *to)) continue;
        rules.push_back({.key = std::string(table.at(row, "key")),
                         .days = *days,
                         .audience = *audience,
                         .title = std::string(table.at(row, "title"))});
    }
    return rules;
}

}  // namespace caicach::obligation
