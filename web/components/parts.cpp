#include "web/components/parts.hpp"

#include <cstdint>
#include <span>

#include "base/result.hpp"
#include "calendar/date.hpp"
#include "html/html.hpp"
#include "text/number.hpp"
#include "web/components/content.hpp"

namespace caicach::web
{
namespace
{

void fact_rows(html::Writer& out, std::span<const Fact> rows)
{
    for (const auto& row : rows) {
        if (row.value.empty()) continue;
        out({"<dt>", row.name, "</dt><dd>", row.value, "</dd>"});
    }
}

/// "Đơn vị: ~~tin~~ → tin, bài"
void write_differences(html::Writer& out, std::span<const Difference> differences)
{
    if (differences.empty()) return;
    out({"<ul class=\"differences\">"});
    for (const auto& one : differences) {
        out({"<li>", one.field, ": "});
        if (one.before.empty()) {
            out({"(trống)"});
        } else {
            out({"<del>", one.before, "</del>"});
        }
        out({" → "});
        if (one.after.empty()) {
            out({"(trống)"});
        } else {
            out({"<ins>", one.after, "</ins>"});
        }
        out({"</li>"});
    }
    out({"</ul>"});
}

}  // namespace

void tag(html::Writer& out, const Tag& tag)
{
    out({"<span class=\"ds-tag\" data-color=\"", color(tag.tone), "\">", tag.text, "</span>"});
}

void facts(html::Writer& out, std::span<const Fact> rows)
{
    facts(out, [&](html::Writer& inner) { fact_rows(inner, rows); });
}

void compact_facts(html::Writer& out, std::span<const Fact> rows)
{
    out({"<dl class=\"facts facts--compact\">"});
    fact_rows(out, rows);
    out({"</dl>"});
}

void facts(html::Writer& out, Content rows)
{
    out({"<dl class=\"facts\">"});
    rows(out);
    out({"</dl>"});
}

void fact(html::Writer& out, std::string_view name, Content value)
{
    out({"<dt>", name, "</dt><dd>"});
    value(out);
    out({"</dd>"});
}

void tabs(html::Writer& out, std::string_view label, std::span<const Tab> entries)
{
    out({"<nav class=\"tabs\" aria-label=\"", label, "\"><ul>"});
    for (const auto& entry : entries) {
        out({"<li><a href=\"", html::url(entry.path), "\"",
             html::when(entry.is_current, " aria-current=\"page\""), ">", entry.text});
        if (entry.count >= 0 && !entry.count_id.empty()) {
            tab_count(out, entry.count_id, entry.count);
        } else if (entry.count >= 0) {
            out({" (", text::format_integer(entry.count), ")"});
        }
        out({"</a></li>"});
    }
    out({"</ul></nav>"});
}

void tab_count(html::Writer& out, std::string_view id, std::int64_t count)
{
    out({"<span id=\"", id, "\" data-part> (", text::format_integer(count), ")</span>"});
}

void pagination(html::Writer& out, const Pagination& pagination)
{
    if (pagination.previous_path.empty() && pagination.next_path.empty()) return;
    out({"<nav class=\"pagination\" aria-label=\"Các trang của danh sách\">"});
    const auto step = [&](std::string_view path, html::Literal rel, html::Literal text) {
        if (path.empty())
            out({"<span></span>"});
        else
            out({"<a class=\"ds-button button-small\" data-variant=\"secondary\" rel=\"", rel,
                 "\" href=\"", html::url(path), "\">", text, "</a>"});
    };
    step(pagination.previous_path, "prev", "‹ Trang trước");
    out({"<p>", pagination.shown, "</p>"});
    step(pagination.next_path, "next", "Trang sau ›");
    out({"</nav>"});
}

void timeline(html::Writer& out, std::span<const TimelineEntry> entries)
{
    out({"<ol class=\"timeline\">"});
    for (const auto& entry : entries) {
        out({"<li><time datetime=\"", entry.time_iso, "\">", entry.time, "</time><p>", entry.text,
             "</p>"});
        write_differences(out, entry.differences);
        if (!entry.detail.empty()) out({"<p class=\"muted\">", entry.detail, "</p>"});
        out({"</li>"});
    }
    out({"</ol>"});
}

void date(html::Writer& out, Date date)
{
    out({"<time datetime=\"", date.iso(), "\">", date.vietnamese(), "</time>"});
}

void Rows::begin()
{
    m_column = 0;
    m_out({"<tr>"});
}

void Rows::cell(std::string_view text)
{
    open();
    m_out({text});
    close();
}

void Rows::cell(std::int64_t number) { cell(std::string_view(text::format_integer(number))); }

void Rows::cell(Content content)
{
    open();
    content(m_out);
    close();
}

void Rows::end() { m_out({"</tr>"}); }

void Rows::open()
{
    VERIFY(m_column < m_table.columns.size());
    const auto& column = m_table.columns[m_column];
    m_out({m_column == 0 ? html::Literal("<th scope=\"row\"") : html::Literal("<td"),
           html::when(column.is_number, " class=\"number\""), " data-label=\"", column.name,
           "\">"});
}

void Rows::close()
{
    m_out({m_column == 0 ? html::Literal("</th>") : html::Literal("</td>")});
    ++m_column;
}

void begin_table(html::Writer& out, const Table& table)
{
    out({"<div class=\"table-scroll\" role=\"region\" tabindex=\"0\" aria-label=\"", table.caption,
         "\"><table class=\"ds-table",
         table.keeps_columns ? html::Literal(" ds-table--wide") : html::Literal(" ds-table--cards"),
         "\"><caption>", table.caption, "</caption><thead><tr>"});
    for (const auto& column : table.columns) {
        out({"<th scope=\"col\"", html::when(column.is_number, " class=\"number\""), ">",
             column.name, "</th>"});
    }
    out({"</tr></thead><tbody>"});
}

void end_table(html::Writer& out) { out({"</tbody></table></div>"}); }

}  // namespace caicach::web
