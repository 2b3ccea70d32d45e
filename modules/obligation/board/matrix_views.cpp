#include "obligation/board/matrix_views.hpp"

#include "text/number.hpp"
#include "web/components/parts.hpp"

namespace caicach::obligation
{
namespace
{

using html::Writer;

void write_cell(Writer& out, const MatrixCell& cell)
{
    const auto words = matrix_text(cell.sums);
    if (words.empty()) return;
    out({"<a href=\"", html::url(cell.path), "\">", words, "</a>"});
    if (cell.sums.overdue > 0) {
        const auto text = "quá hạn " + text::format_integer(cell.sums.overdue);
        out({" "});
        web::tag(out, {.text = text, .tone = web::Tone::danger});
    } else if (cell.sums.late > 0) {
        const auto text = "muộn " + text::format_integer(cell.sums.late);
        out({" "});
        web::tag(out, {.text = text, .tone = web::Tone::warning});
    }
    if (const auto missing = cell.sums.running.missing(); missing > 0) {
        const auto text = "còn thiếu " + text::format_integer(missing);
        out({" "});
        web::tag(out, {.text = text, .tone = web::Tone::info});
    }
}

}  // namespace

void write_matrix(Writer& out, const Matrix& matrix)
{
    std::vector<web::Column> columns;
    columns.reserve(matrix.columns.size() + 1);
    columns.push_back({.name = matrix.row_title});
    for (const auto& name : matrix.columns) columns.push_back({.name = name});
    const web::Table shape{.caption = matrix.title, .columns = columns, .keeps_columns = true};
    web::table(out, shape, [&](web::Rows& rows) {
        for (const auto& row : matrix.rows) {
            rows.begin();
            rows.cell([&](Writer& cell) {
                cell({"<a href=\"", html::url(row.path), "\">", row.name, "</a>"});
            });
            for (const auto& entry : row.cells)
                rows.cell([&](Writer& cell) { write_cell(cell, entry); });
            rows.end();
        }
    });
}

std::string matrix_text(const Sums& sums)
{
    const auto asked = sums.owed - sums.excused + sums.running.asked;
    if (asked == 0) return sums.excused > 0 ? "miễn" : "";
    return text::format_integer(sums.in_time + sums.late + sums.running.done) + "/" +
           text::format_integer(asked);
}

}  // namespace caicach::obligation
