#include "web/components/plan_parts.hpp"

#include <cstddef>
#include <span>

#include "html/html.hpp"
#include "web/components/content.hpp"
#include "web/components/feedback.hpp"
#include "web/components/forms.hpp"
#include "web/components/parts.hpp"

namespace caicach::web
{
namespace
{

void plan_item(html::Writer& out, const PlanItem& item, bool has_heading)
{
    const auto rank = has_heading ? html::Literal("h4") : html::Literal("h3");
    out({"<li class=\"plan-item\" id=\"", item.anchor,
         "\"><div class=\"plan-item__head\"><a class=\"plan-item__path\" href=\"#", item.anchor,
         "\">", item.path, "</a>"});
    tag(out, item.kind);
    if (item.is_requested) tag(out, {.text = "Đề nghị", .tone = Tone::info});
    out({"</div>"});
    out({"<", rank, " class=\"plan-item__title\">", item.title, "</", rank, ">"});
    if (!item.facts.empty()) compact_facts(out, item.facts);
    if (!item.source_text.empty()) {
        out(
            {"<details class=\"quiet-details\"><summary>Trích văn bản<span "
             "class=\"visually-hidden\"> của mục ",
             item.path, "</span></summary><blockquote>", item.source_text,
             "</blockquote><p class=\"muted\">", item.source_place, "</p></details>"});
    }
    out({"</li>"});
}

}  // namespace

void plan_items(html::Writer& out, std::span<const PlanItem> items)
{
    if (items.empty()) {
        empty_state(out, {.title = "Không có mục nào phù hợp",
                          .text = "Hãy bỏ bớt điều kiện lọc hoặc tìm bằng từ khác."});
        return;
    }
    for (std::size_t at = 0; at < items.size(); ++at) {
        const auto& item = items[at];
        if (at == 0 || item.context != items[at - 1].context) {
            if (at > 0) out({"</ol>"});
            if (!item.context.empty()) {
                out({"<h3 class=\"plan-items__heading\">", item.context, "</h3>"});
            }
            out({"<ol class=\"plan-items\">"});
        }
        plan_item(out, item, !item.context.empty());
    }
    out({"</ol>"});
}

void downloads(html::Writer& out, std::span<const Download> entries)
{
    out({"<div class=\"row downloads no-print\"><span class=\"muted\">Tải về:</span>"});
    for (const auto& entry : entries)
        out({"<a href=\"", html::url(entry.path), "\" download>", entry.text, "</a>"});
    print_button(out);
    out({"</div>"});
}

}  // namespace caicach::web
