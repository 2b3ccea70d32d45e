#include "report/filling/table_views.hpp"

#include <algorithm>
#include <array>
#include <span>
#include <utility>

#include "report/bringing/bringing_views.hpp"
#include "report/filling/cell.hpp"
#include "report/filling/gathering_views.hpp"
#include "report/limits.hpp"
#include "report/paths.hpp"
#include "web/components/forms.hpp"
#include "web/components/parts.hpp"

namespace caicach::report
{
namespace
{

using html::Writer;
using Filling = std::span<const FilledRow>;

class TableWriter
{
public:
    TableWriter(const Context& context, const FillingPage& page, CellForms& forms,
                const FormTable& table)
        : m_context(context),
          m_page(page),
          m_forms(forms),
          m_table(table),
          m_rows(page.filled.tables.at(table.key)),
          m_is_fixed(table.rows_of == RowsOf::fixed),
          m_is_drawn(std::ranges::find(page.filled.drawn_tables, table.key) !=
                     page.filled.drawn_tables.end()),
          m_is_open(page.may_fill && !m_is_drawn)
    {
    }

    void write(Writer& out)
    {
        out({"<h3 id=\"bang-", m_table.key, "\">", m_table.text, "</h3>"});
        if (m_rows.empty())
            out({"<p class=\"muted\">Chưa có dòng nào.</p>"});
        else if (m_is_open)
            open_rows(out);
        else
            rows(out, m_rows, 0);
        if (m_page.may_fill && !m_is_fixed) actions(out);
        if (m_is_open || (m_page.may_fill && m_rows.empty()))
            pasting_part(out, m_context, m_page, m_table);
    }

private:
    /// So many rows as one form takes.
    void open_rows(Writer& out)
    {
        const auto columns = std::max<std::size_t>(m_table.columns.size(), 1);
        const auto step = std::max<std::size_t>(limits::cells_of_form / columns, 1);
        for (std::size_t from = 0; from < m_rows.size(); from += step) {
            const auto some = m_rows.subspan(from, std::min(step, m_rows.size() - from));
            const auto part =
                from == 0 ? m_table.key : m_table.key + "-" + std::to_string(from + 1);
            m_forms.form(out, part, [&](Writer& inside) {
                web::hidden(inside, {.name = "bang", .value = m_table.key});
                rows(inside, some, from);
            });
        }
    }

    void rows(Writer& out, Filling some, std::size_t before)
    {
        std::vector<web::Column> columns;
        columns.reserve(m_table.columns.size() + 2);
        columns.push_back({.name = m_is_fixed ? "Nội dung" : "Dòng"});
        for (const auto& one : m_table.columns)
            columns.push_back({.name = one.text, .is_number = one.is_number});
        if (may_remove()) columns.push_back({.name = "Bỏ dòng"});
        web::table(out, {.caption = m_table.text, .columns = columns}, [&](web::Rows& lines) {
            auto place = before;
            for (const auto& row : some) {
                ++place;
                lines.begin();
                lines.cell(m_is_fixed ? row.name : std::to_string(place));
                for (std::size_t i = 0; i < m_table.columns.size(); ++i) cell(lines, i, row);
                if (may_remove()) removal(lines, row);
                lines.end();
            }
        });
    }

    void cell(web::Rows& lines, std::size_t column, const FilledRow& row)
    {
        const auto& head = m_table.columns[column];
        const CellKind kind{.is_number = head.is_number, .decimals = head.decimals};
        auto kept = shown_cell(kind, row.cells[column]);
        lines.cell([&](Writer& out) {
            if (!m_is_open) {
                out({kept});
                return together_cell(out, head, row, column);
            }
            const auto field = m_table.key + "/" + head.key;
            const auto label =
                head.text + ", dòng " + (row.name.empty() ? std::to_string(row.number) : row.name);
            m_forms.input(out, {.field = field,
                                .row = row.number,
                                .label = label,
                                .kept = std::move(kept),
                                .is_number = head.is_number});
            together_cell(out, head, row, column);
        });
    }

    void removal(web::Rows& lines, const FilledRow& row) const
    {
        const auto number = std::to_string(row.number);
        const auto action = row_removal_path(m_page.filled.report.code);
        lines.cell([&](Writer& out) {
            web::submit_button(out, {.text = "Bỏ",
                                     .emphasis = web::Emphasis::tertiary,
                                     .tone = web::Tone::danger,
                                     .name = "dong",
                                     .value = number,
                                     .is_small = true,
                                     .action = action});
        });
    }

    void actions(Writer& out) const
    {
        const std::array values{web::HiddenValue{"bang", m_table.key}};
        const auto& code = m_page.filled.report.code;
        const auto adding = row_adding_path(code);
        const auto taking = drawn_rows_path(code);
        out({"<div class=\"row\">"});
        if (m_is_drawn && !m_rows.empty())
            web::post_button(out, {.text = "Lấy vào bảng để sửa",
                                   .action = taking,
                                   .csrf = m_context.surroundings().csrf,
                                   .values = values,
                                   .is_small = true});
        web::post_button(out, {.text = "Thêm dòng",
                               .action = adding,
                               .csrf = m_context.surroundings().csrf,
                               .values = values,
                               .is_small = true});
        out({"</div>"});
    }

    [[nodiscard]] bool may_remove() const { return m_is_open && !m_is_fixed; }

    const Context& m_context;
    const FillingPage& m_page;
    CellForms& m_forms;
    const FormTable& m_table;
    Filling m_rows;
    bool m_is_fixed{};
    bool m_is_drawn{};  ///< nobody took the rows over: they are as the program has them
    bool m_is_open{};
};

}  // namespace

void table_part(Writer& out, const Context& context, const FillingPage& page, CellForms& forms,
                const FormTable& table)
{
    TableWriter{context, page, forms, table}.write(out);
}

}  // namespace caicach::report
