#include "personal_data/clocks.hpp"

#include <array>
#include <charconv>
#include <utility>

#include "organisation/api.hpp"
#include "personal_data/reference_data.hpp"
#include "personal_data/reference_files.hpp"

namespace caicach::personal_data
{

namespace
{

std::optional<int> number_in(std::string_view text)
{
    int number{};
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error != std::errc{} || end != text.data() + text.size() || number < 0) return {};
    return number;
}

Result<TimeRule> rule_in(const text::Table& table, const text::Table::Row& row)
{
    const auto kind = kind_from_key(table.at(row, "kind"));
    const auto from = Date::from_iso(table.at(row, "valid_from"));
    const auto until = table.at(row, "valid_to");
    const auto to = Date::from_iso(until);
    const auto acknowledge = number_in(table.at(row, "acknowledge_working_days"));
    const auto days = number_in(table.at(row, "days"));
    const auto with_others = number_in(table.at(row, "days_with_others"));
    const auto extension = number_in(table.at(row, "extension_days"));
    const std::array<std::pair<bool, std::string_view>, 7> readable{
        {{kind.has_value(), "kind"},
         {from.has_value(), "valid_from"},
         {to || until.empty(), "valid_to"},
         {acknowledge.has_value(), "acknowledge_working_days"},
         {days.has_value(), "days"},
         {with_others.has_value(), "days_with_others"},
         {extension.has_value(), "extension_days"}}};
    for (const auto& [is_readable, column] : readable)
        if (!is_readable) return text::malformed_field(row.line, column, table.at(row, column));
    return TimeRule{.kind = *kind,
                    .valid_from = *from,
                    .valid_to = to,
                    .acknowledge_working_days = *acknowledge,
                    .days = *days,
                    .days_with_others = *with_others,
                    .extension_days = *extension,
                    .source = std::string(table.at(row, "source"))};
}

Result<std::vector<TimeRule>> rules_in(const text::Table& table)
{
    std::vector<TimeRule> rules;
    for (const auto& row : table.rows()) {
        auto rule = TRY(rule_in(table, row));
        rules.push_back(std::move(rule));
    }
    return rules;
}

/// Who asks tomorrow must get an answer as who asked yesterday.
Result<void> check_clocks(const text::Table& table)
{
    TRY(rules_in(table));
    const auto built_in = TRY(text::Table::parse(reference_data::personal_data_clocks));
    for (const auto& row : built_in.rows())
        TRY(text::require_unended(table, "kind", built_in.at(row, "kind")));
    return {};
}

}  // namespace

text::ReferenceFile clocks_file()
{
    return {"personal_data_clocks.csv", reference_data::personal_data_clocks, check_clocks};
}

Result<Clocks> Clocks::load(database::Transaction& transaction)
{
    auto days = TRY(organisation::working_days(transaction));
    return with(std::move(days));
}

Result<Clocks> Clocks::with(calendar::WorkingDays days)
{
    const auto table = TRY(text::table_of(clocks_file()));
    auto rules = TRY(rules_in(table));
    return Clocks(std::move(days), std::move(rules));
}

Result<TimeRule> Clocks::rule(RequestKind kind, Date received_on) const
{
    for (const auto& rule : m_rules) {
        const bool holds = rule.kind == kind && rule.valid_from <= received_on &&
                           (!rule.valid_to || received_on <= *rule.valid_to);
        if (holds) return rule;
    }
    return failure(Failure::invalid, "personal_data.request.no_rule", "received_on");
}

Date Clocks::acknowledge_by(const TimeRule& rule, Date received_on) const
{
    return m_days.after_working_days(received_on, rule.acknowledge_working_days);
}

Date Clocks::finish_by(const TimeRule& rule, Date received_on, bool with_others) const
{
    return m_days.after_days(received_on, with_others ? rule.days_with_others : rule.days);
}

Date Clocks::extended(const TimeRule& rule, Date finish_by) const
{
    if (rule.extension_days == 0) return finish_by;
    return m_days.after_days(finish_by, rule.extension_days);
}

}  // namespace caicach::personal_data
