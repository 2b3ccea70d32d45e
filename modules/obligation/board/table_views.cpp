#include "obligation/board/table_views.hpp"

#include <vector>

#include "web/components/parts.hpp"

namespace caicach::obligation
{
namespace
{

using html::Writer;

/// How obligations went as one bar: in time, late, overdue. The words before it say the same.
void write_bar(Writer& out, const Sums& sums)
{
    const auto asked = sums.asked();
    if (asked == 0) return;
    const auto part = [&](std::int64_t number) { return number * 100 / asked; };
    const auto late = part(sums.late);
    const auto overdue = part(sums.overdue);
    // What rounding leaves over goes to what is done, unless nothing is.
    const auto in_time = sums.in_time == 0 ? 0 : 100 - late - overdue;
    out(
        {"<svg class=\"sums-bar\" viewBox=\"0 0 100 8\" preserveAspectRatio=\"none\" "
         "aria-hidden=\"true\"><rect class=\"sums-bar__done\" width=\"",
         in_time, "\" height=\"8\"/><rect class=\"sums-bar__late\" x=\"", in_time, "\" width=\"",
         late, "\" height=\"8\"/><rect class=\"sums-bar__overdue\" x=\"", in_time + late,
         "\" width=\"", overdue, "\" height=\"8\"/></svg>"});
}

void write_cell(Writer& out, const BoardCell& cell)
{
    if (cell.path.empty()) {
        const bool has_lines = cell.text.find('\n') != std::string::npos;
        if (has_lines)
            out({"<span class=\"lines\">", cell.text, "</span>"});
        else
            out({cell.text});
    } else {
        out({"<a href=\"", html::url(cell.path), "\">", cell.text, "</a>"});
    }
    if (cell.bar) write_bar(out, *cell.bar);
}

}  // namespace

void write_table(Writer& out, const BoardTable& table)
{
    std::vector<web::Column> columns;
    columns.reserve(table.columns.size());
    for (const auto& column : table.columns)
        columns.push_back({.name = column.name, .is_number = column.is_number});
    web::table(out, {.caption = table.title, .columns = columns}, [&](web::Rows& rows) {
        for (const auto& row : table.rows) {
            rows.begin();
            for (const auto& cell : row) rows.cell([&](Writer& inner) { write_cell(inner, cell); });
            rows.end();
        }
    });
}

}  // namespace caicach::obligation
