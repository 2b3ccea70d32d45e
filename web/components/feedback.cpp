#include "web/components/feedback.hpp"

#include <span>

#include "html/html.hpp"
#include "web/components/content.hpp"

namespace caicach::web
{

void notice(html::Writer& out, const Notice& notice)
{
    const bool is_urgent = notice.tone == Tone::warning || notice.tone == Tone::danger;
    out({"<div class=\"ds-alert\" data-color=\"", color(notice.tone), "\" role=\"",
         is_urgent ? html::Literal("alert") : html::Literal("status"), "\">"});
    if (!notice.title.empty()) out({"<h2>", notice.title, "</h2>"});
    out({"<p>", notice.text, "</p></div>"});
}

void error_summary(html::Writer& out, std::span<const FieldError> errors)
{
    if (errors.empty()) return;
    out(
        {"<div class=\"ds-error-summary error-summary\" tabindex=\"-1\" role=\"alert\" "
         "aria-labelledby=\"tieu-de-loi\" data-error-summary><h2 id=\"tieu-de-loi\">"
         "Chưa gửi được, cần sửa các chỗ sau</h2><ul>"});
    for (const auto& error : errors) {
        if (error.field_id.empty())
            out({"<li>", error.message, "</li>"});
        else
            out({"<li><a href=\"#", error.field_id, "\">", error.message, "</a></li>"});
    }
    out({"</ul></div>"});
}

void progress(html::Writer& out, const Progress& progress)
{
    out({"<div class=\"progress\""});
    if (!progress.poll_path.empty()) {
        out({" hx-get=\"", html::url(progress.poll_path),
             "\" hx-trigger=\"every 2s\" hx-swap=\"outerHTML\""});
    }
    out({"><div class=\"progress__text\"><span>", progress.label, "</span><span>", progress.text,
         "</span></div><progress aria-label=\"", progress.label, "\""});
    if (!progress.is_indeterminate)
        out({" value=\"", progress.value, "\" max=\"", progress.maximum, "\""});
    out({">", progress.text, "</progress></div>"});
}

void empty_state(html::Writer& out, const EmptyState& state)
{
    out({"<div class=\"empty-state\"><h2>", state.title, "</h2><p>", state.text, "</p>"});
    if (!state.action_path.empty()) {
        out({"<a class=\"ds-button\" href=\"", html::url(state.action_path), "\">",
             state.action_text, "</a>"});
    }
    out({"</div>"});
}

}  // namespace caicach::web
