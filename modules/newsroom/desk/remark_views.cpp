#include "newsroom/desk/remark_views.hpp"

#include <algorithm>
#include <iterator>
#include <string>

#include "calendar/moment.hpp"
#include "newsroom/limits.hpp"
#include "newsroom/paths.hpp"
#include "web/components/feedback.hpp"
#include "web/components/fields.hpp"
#include "web/components/forms.hpp"

namespace caicach::newsroom
{
namespace
{

using html::Writer;

void when(Writer& out, Instant at)
{
    const auto iso = to_iso(at);
    const auto text = vietnamese_moment(at);
    out({"<time datetime=\"", iso, "\">", text, "</time>"});
}

void remark_form(Writer& out, const Context& context, const ArticlePage& page)
{
    const auto action = article_path(page.article.code, "y-kien");
    web::form(out, {.action = action, .csrf = context.surroundings().csrf}, [&](Writer& fields) {
        web::text_area(fields, {.name = "remark",
                                .label = "Ý kiến",
                                .value = page.form.value("remark"),
                                .hint = "Cơ quan viết bài và ban biên tập đọc được; người đọc thì "
                                        "không.",
                                .error = page.fault.at("remark"),
                                .length_max = limits::note_length_max});
        web::form_actions(fields, [&](Writer& buttons) {
            web::submit_button(buttons,
                               {.text = "Ghi ý kiến", .emphasis = web::Emphasis::secondary});
        });
    });
}

void revision(Writer& out, const ArticlePage& page, std::size_t at)
{
    const auto& one = page.revisions[at];
    out({"<li>"});
    when(out, one.made_at);
    out({"<p>Bản ", one.number, ", ", page.makers[at],
         html::when(one.is_of_board, " (ban biên tập)"),
         html::when(one.public_at.has_value(), ", đã đăng")});
    if (one.number > 1) {
        const auto path = changes_path(page.article.code, one.number - 1, one.number);
        out({" <a href=\"", html::url(path),
             "\">Xem chỗ sửa<span class=\"visually-hidden\"> của bản ", one.number, "</span></a>"});
    }
    out({"</p>"});
    if (!one.note.empty()) out({"<p class=\"muted\">", one.note, "</p>"});
    out({"</li>"});
}

}  // namespace

void remarks(Writer& out, const Context& context, const ArticlePage& page)
{
    const bool may_remark = std::ranges::find(page.acts, Act::remark) != page.acts.end();
    if (!may_remark && page.remarks.empty()) return;
    out({"<h2 id=\"y-kien\">Ý kiến về bài</h2>"});
    if (!page.remarks.empty()) out({"<ol class=\"timeline\">"});
    for (std::size_t i = 0; i < page.remarks.size(); ++i) {
        const auto& one = page.remarks[i];
        out({"<li>"});
        when(out, one.made_at);
        out({"<p>", one.text, "</p><p class=\"muted\">", page.remarkers[i],
             html::when(one.is_of_board, " (ban biên tập)"), ", về bản ", one.revision,
             "</p></li>"});
    }
    if (!page.remarks.empty()) out({"</ol>"});
    if (may_remark) remark_form(out, context, page);
}

void history(Writer& out, const ArticlePage& page)
{
    out({"<h2>Các bản</h2><ol class=\"timeline\">"});
    for (std::size_t i = 0; i < page.revisions.size(); ++i) revision(out, page, i);
    out({"</ol>"});
}

void board_changes(Writer& out, const ArticlePage& page)
{
    const auto is_of_agency = [](const Revision& one) { return !one.is_of_board; };
    const auto own = std::ranges::find_if(page.revisions, is_of_agency);
    if (own == page.revisions.begin() || own == page.revisions.end()) return;
    const auto path = changes_path(page.article.code, own->number, page.article.revision);
    web::notice(out, {.text = "Ban biên tập đã sửa bài của cơ quan."});
    out({"<p><a href=\"", html::url(path), "\">Xem ban biên tập sửa gì</a></p>"});
}

}  // namespace caicach::newsroom
