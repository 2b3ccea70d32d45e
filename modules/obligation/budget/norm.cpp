#include "obligation/budget/norm.hpp"

#include <algorithm>
#include <utility>

#include "manifest/row_days.hpp"
#include "obligation/reference_data.hpp"
#include "text/number.hpp"

namespace caicach::obligation
{

namespace
{

Result<Norm> norm_in(const text::Table& table, const text::Table::Row& row)
{
    for (const auto* const column : {"key", "title", "unit"})
        if (table.at(row, column).empty()) return text::malformed_field(row.line, column, "");
    const auto price = table.at(row, "ceiling");
    const auto ceiling = text::parse_integer(price);
    if (!ceiling || *ceiling <= 0) return text::malformed_field(row.line, "ceiling", price);
    return Norm{.key = std::string(table.at(row, "key")),
                .title = std::string(table.at(row, "title")),
                .unit = std::string(table.at(row, "unit")),
                .ceiling = *ceiling,
                .source = std::string(table.at(row, "source"))};
}

Result<void> check_norms(const text::Table& table) { return check_rows(table, norm_in); }

}  // namespace

const text::ReferenceFile& budget_norms_file()
{
    static constexpr text::ReferenceFile file{"budget_norms.csv", reference_data::budget_norms,
                                              check_norms};
    return file;
}

Result<std::vector<Norm>> norms_on(Date day) { return rows_on(budget_norms_file(), day, norm_in); }

Result<std::optional<Norm>> Norms::passed_by(const BudgetLine& line)
{
    if (line.estimate.norm.empty()) return std::optional<Norm>{};
    auto known = m_by_day.find(line.estimated_on);
    if (known == m_by_day.end()) {
        auto norms = TRY(norms_on(line.estimated_on));
        known = m_by_day.emplace(line.estimated_on, std::move(norms)).first;
    }
    const auto found = std::ranges::find(known->second, line.estimate.norm, &Norm::key);
    if (found == known->second.end() || line.estimate.unit_price <= found->ceiling)
        return std::optional<Norm>{};
    return std::optional{*found};
}

}  // namespace caicach::obligation
