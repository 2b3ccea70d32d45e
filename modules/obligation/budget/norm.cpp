#include "obligation/budget/norm.hpp"

#include <algorithm>

#include "obligation/reference_data.hpp"
#include "text/number.hpp"
#include "text/table.hpp"

namespace caicach::obligation
{

Result<std::vector<Norm>> norms_on(Date day)
{
    const auto table = TRY(text::Table::parse(reference_data::budget_norms));
    std::vector<Norm> norms;
    for (const auto& row : table.rows()) {
        const auto from = Date::from_iso(table.at(row, "valid_from"));
        const auto until = table.at(row, "valid_to");
        const auto to = Date::from_iso(until);
        const auto ceiling = text::parse_integer(table.at(row, "ceiling"));
        if (!from || (!to && !until.empty()) || !ceiling)
            return text::malformed_line(row.line, table.at(row, "key"));
        if (day < *from || (to && day > *to)) continue;
        norms.push_back({.key = std::string(table.at(row, "key")),
                         .title = std::string(table.at(row, "title")),
                         .unit = std::string(table.at(row, "unit")),
                         .ceiling = *ceiling,
                         .source = std::string(table.at(row, "source"))});
    }
    return norms;
}

Result<std::optional<Norm>> passed_norm(const BudgetLine& line)
{
    if (line.estimate.norm.empty()) return std::optional<Norm>{};
    auto norms = TRY(norms_on(line.estimated_on));
    const auto found = std::ranges::find(norms, line.estimate.norm, &Norm::key);
    if (found == norms.end() || line.estimate.unit_price <= found->ceiling)
        return std::optional<Norm>{};
    return std::optional{std::move(*found)};
}

}  // namespace caicach::obligation
