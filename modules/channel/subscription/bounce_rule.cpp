#include "channel/subscription/bounce_rule.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <utility>

#include "channel/reference_data.hpp"
#include "manifest/row_days.hpp"
#include "text/table.hpp"

namespace caicach::channel
{
namespace
{

using notification::Unreached;

constexpr std::array<std::pair<std::string_view, Unreached>, 2> kinds{
    {{"nobody_there", Unreached::nobody_there}, {"not_taken", Unreached::not_taken}}};

Result<std::int64_t> whole_number_in(const text::Table& table, const text::Table::Row& row,
                                     std::string_view column)
{
    const auto typed = table.at(row, column);
    const auto* const end = typed.data() + typed.size();
    std::int64_t number = 0;
    const auto [behind, error] = std::from_chars(typed.data(), end, number);
    if (error != std::errc{} || behind != end || number < 1)
        return text::malformed_field(row.line, column, typed);
    return number;
}

Result<BounceRule> rule_in(const text::Table& table, const text::Table::Row& row)
{
    const auto typed = table.at(row, "why");
    const auto* const kind =
        std::ranges::find(kinds, typed, &std::pair<std::string_view, Unreached>::first);
    if (kind == kinds.end()) return text::malformed_field(row.line, "why", typed);
    BounceRule rule{.why = kind->second};
    rule.count = TRY(whole_number_in(table, row, "count"));
    rule.days = TRY(whole_number_in(table, row, "days"));
    return rule;
}

Result<void> check_bounces(const text::Table& table)
{
    TRY(check_rows<BounceRule>(table, rule_in));
    for (const auto& [key, why] : kinds) TRY(text::require_unended(table, "why", key));
    return {};
}

constexpr text::ReferenceFile bounces_file{"newsletter_bounces.csv",
                                           reference_data::newsletter_bounces, check_bounces};

}  // namespace

text::ReferenceFile bounces_table() { return bounces_file; }

Result<BounceRule> bounce_rule_on(Unreached why, Date day)
{
    const auto rules = TRY(rows_on<BounceRule>(bounces_file, day, rule_in));
    const auto found = std::ranges::find(rules, why, &BounceRule::why);
    if (found == rules.end())
        return failure(Failure::internal, "channel.subscription.no_bounce_rule");
    return *found;
}

}  // namespace caicach::channel
