#include "web/components/rich_text.hpp"

#include <algorithm>

namespace caicach::web
{
namespace
{

using document::MarkdownKind;
using document::MarkdownStep;
using html::Writer;

constexpr int lowest_heading = 4;

void begin_heading(Writer& out, const MarkdownStep& step)
{
    out({"<h", std::min(step.number + 1, lowest_heading), ">"});
}

void end_heading(Writer& out, const MarkdownStep& step)
{
    out({"</h", std::min(step.number + 1, lowest_heading), ">"});
}

void begin_numbered_list(Writer& out, const MarkdownStep& step)
{
    if (step.number == 1)
        out({"<ol>"});
    else
        out({"<ol start=\"", step.number, "\">"});
}

void begin(Writer& out, const MarkdownStep& step, bool is_head)
{
    switch (step.kind) {
        case MarkdownKind::paragraph:
            return out({"<p>"});
        case MarkdownKind::heading:
            return begin_heading(out, step);
        case MarkdownKind::list:
            return out({"<ul>"});
        case MarkdownKind::numbered_list:
            return begin_numbered_list(out, step);
        case MarkdownKind::list_item:
            return out({"<li>"});
        case MarkdownKind::quote:
            return out({"<blockquote>"});
        case MarkdownKind::table:
            return out(
                {"<div class=\"table-scroll\" role=\"region\" tabindex=\"0\" aria-label=\"Bảng "
                 "trong bài\"><table class=\"ds-table ds-table--wide\">"});
        case MarkdownKind::table_head:
            return out({"<thead><tr>"});
        case MarkdownKind::table_row:
            return out({"<tr>"});
        case MarkdownKind::table_cell:
            return out({is_head ? html::Literal("<th scope=\"col\">") : html::Literal("<td>")});
        case MarkdownKind::emphasis:
            return out({"<em>"});
        case MarkdownKind::strong:
            return out({"<strong>"});
        case MarkdownKind::struck:
            return out({"<s>"});
        case MarkdownKind::link:
            return out({"<a href=\"", html::url(step.address), "\">"});
        default:
            return;
    }
}

void end(Writer& out, const MarkdownStep& step, bool is_head)
{
    switch (step.kind) {
        case MarkdownKind::paragraph:
            return out({"</p>"});
        case MarkdownKind::heading:
            return end_heading(out, step);
        case MarkdownKind::list:
            return out({"</ul>"});
        case MarkdownKind::numbered_list:
            return out({"</ol>"});
        case MarkdownKind::list_item:
            return out({"</li>"});
        case MarkdownKind::quote:
            return out({"</blockquote>"});
        case MarkdownKind::table:
            return out({"</tbody></table></div>"});
        case MarkdownKind::table_head:
            return out({"</tr></thead><tbody>"});
        case MarkdownKind::table_row:
            return out({"</tr>"});
        case MarkdownKind::table_cell:
            return out({is_head ? html::Literal("</th>") : html::Literal("</td>")});
        case MarkdownKind::emphasis:
            return out({"</em>"});
        case MarkdownKind::strong:
            return out({"</strong>"});
        case MarkdownKind::struck:
            return out({"</s>"});
        case MarkdownKind::link:
            return out({"</a>"});
        case MarkdownKind::text:
            return out({step.text});
        case MarkdownKind::code:
            return out({"<code>", step.text, "</code>"});
        case MarkdownKind::code_block:
            return out({"<pre><code>", step.text, "</code></pre>"});
        case MarkdownKind::rule:
            return out({"<hr>"});
        case MarkdownKind::line_break:
            return out({"<br>"});
        case MarkdownKind::picture:
            return;
    }
}

}  // namespace

void rich_text(html::Writer& out, const document::Markdown& text)
{
    out({"<div class=\"rich-text\">"});
    bool is_head = false;
    for (std::size_t at = 0; at < text.size(); ++at) {
        const auto& step = text[at];
        if (step.kind == MarkdownKind::table_head) is_head = !step.is_end;
        if (step.kind == MarkdownKind::picture) {
            // What stands in it is said instead of it.
            const auto whole = document::part_at(text, at);
            const auto shows = document::plain_text(whole);
            out({"<img src=\"", html::url(step.address), "\" alt=\"", shows,
                 "\" loading=\"lazy\" decoding=\"async\">"});
            at += whole.size() - 1;
            continue;
        }
        if (step.is_end)
            end(out, step, is_head);
        else
            begin(out, step, is_head);
    }
    out({"</div>"});
}

}  // namespace caicach::web
