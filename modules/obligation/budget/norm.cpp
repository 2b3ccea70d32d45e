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

struct DatedNorm {
    RowDays days{};
    Norm norm{};
};

Result<std::vector<DatedNorm>> read_norms(const text::Table& table)
{
    std::vector<DatedNorm> norms;
    for (const auto& row : table.rows()) {
        for (const auto* const column : {"key", "title", "unit"})
            if (table.at(row, column).empty()) return text::malformed_field(row.line, column, "");
        const auto price = table.at(row, "ceiling");
        const auto ceiling = text::parse_integer(price);
        if (!ceiling || *ceiling <= 0) return text::malformed_field(row.line, "ceiling", price);
        DatedNorm read{.norm = {.key = std::string(table.at(row, "key")),
                                .title = std::string(table.at(row, "title")),
                                .unit = std::string(table.at(row, "unit")),
                                .ceiling = *ceiling,
                                .source = std::string(table.at(row, "source"))}};
        read.days = TRY(row_days(table, row));
        norms.push_back(std::move(read));
    }
    return norms;
}

Result<void> check_norms(const text::Table& table)
{
    TRY(read_norms(table));
    return {};
}

}  // namespace

const text::ReferenceFile& budget_norms_file()
{
    static constexpr text::ReferenceFile file{"budget_norms.csv", reference_data::budget_norms,
                                              check_norms};
    return file;
}

Result<std::vector<Norm>> norms_on(Date day)
{
    const auto table = TRY(text::table_of(budget_norms_file()));
    auto all = TRY(read_norms(table));
    std::vector<Norm> norms;
    for (auto& [days, norm] : all)
        if (days.holds_on(day)) norms.push_back(std::move(norm));
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
