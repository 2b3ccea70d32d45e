#include "report/paper/table_lines.hpp"

#include <algorithm>
#include <cstdint>
#include <optional>
#include <utility>

#include "report/filling/cell.hpp"

namespace caicach::report
{
namespace
{

using document::OfficialAlignment;

/// Of a column that the form gives the width 1; the number of a row takes 7 in 100 beside them all.
constexpr int column_share = 10;
constexpr int number_percent = 7;
constexpr int name_share = 3 * column_share;

/// The sum of a column; nothing where it is none, or would be too large to be said.
std::optional<std::int64_t> sum_of(const FormColumn& column, std::size_t at,
                                   const std::vector<FilledRow>& rows)
{
    if (!column.is_number || column.adding != Adding::sum) return {};
    std::int64_t sum = 0;
    for (const auto& row : rows) {
        const auto amount = cell_amount(row.cells.at(at));
        if (!amount) continue;
        const auto more = added(sum, *amount);
        if (!more) return {};
        sum = *more;
    }
    return sum;
}

/// Nothing to add up of one row.
std::optional<document::OfficialRow> sum_row(const FormTable& table, bool has_names,
                                             const std::vector<FilledRow>& rows)
{
    if (rows.size() < 2) return {};
    document::OfficialRow row{.cells = {""}, .is_bold = true};
    if (has_names) row.cells.emplace_back("Tổng cộng");
    bool has_any = false;
    for (std::size_t at = 0; at < table.columns.size(); ++at) {
        const auto& column = table.columns[at];
        const auto sum = sum_of(column, at, rows);
        has_any = has_any || sum.has_value();
        row.cells.push_back(sum ? shown(*sum, column.decimals) : std::string{});
    }
    if (!has_any) return {};
    if (!has_names && row.cells.at(1).empty()) row.cells.at(1) = "Tổng cộng";
    return row;
}

}  // namespace

std::string cell_text(const FormColumn& column, std::string_view value)
{
    return shown_cell({.is_number = column.is_number, .decimals = column.decimals}, value);
}

document::OfficialTable official_table(const FormTable& table, const std::vector<FilledRow>& rows)
{
    const bool has_names = table.rows_of == RowsOf::fixed;
    document::OfficialTable paper;
    paper.columns.reserve(table.columns.size() + 2);
    paper.columns.push_back({.title = "STT", .alignment = OfficialAlignment::centre});
    if (has_names) paper.columns.push_back({.title = "Nội dung", .share = name_share});
    for (const auto& column : table.columns)
        paper.columns.push_back(
            {.title = column.text,
             .share = column_share * std::max(1, column.width),
             .alignment = column.is_number ? OfficialAlignment::right : OfficialAlignment::left});
    int shares = 0;
    for (const auto& column : paper.columns) shares += column.share;
    paper.columns.front().share = std::max(1, shares * number_percent / 100);
    paper.rows.reserve(rows.size() + 1);
    for (const auto& row : rows) {
        document::OfficialRow said{.cells = {std::to_string(paper.rows.size() + 1)}};
        said.cells.reserve(paper.columns.size());
        if (has_names) said.cells.push_back(row.name);
        for (std::size_t at = 0; at < table.columns.size(); ++at)
            said.cells.push_back(cell_text(table.columns[at], row.cells.at(at)));
        paper.rows.push_back(std::move(said));
    }
    if (auto sums = sum_row(table, has_names, rows)) paper.rows.push_back(std::move(*sums));
    return paper;
}

}  // namespace caicach::report
