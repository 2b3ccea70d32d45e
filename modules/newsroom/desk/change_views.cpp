#include "newsroom/desk/change_views.hpp"

#include "calendar/moment.hpp"
#include "newsroom/paths.hpp"
#include "text/number.hpp"
#include "web/components/feedback.hpp"
#include "web/components/frame.hpp"
#include "web/components/page.hpp"

namespace caicach::newsroom
{
namespace
{

using html::Writer;

/// Few screen readers say of themselves where such a part begins and ends.
void write(Writer& out, const ChangedPart& part)
{
    switch (part.change) {
        case Change::kept:
            return out({part.text});
        case Change::removed:
            return out({"<del><span class=\"visually-hidden\">[bỏ: </span>", part.text,
                        "<span class=\"visually-hidden\">]</span></del>"});
        case Change::added:
            return out({"<ins><span class=\"visually-hidden\">[thêm: </span>", part.text,
                        "<span class=\"visually-hidden\">]</span></ins>"});
    }
}

void field(Writer& out, const ChangedField& one)
{
    const auto added = text::format_integer(words_in(one.parts, Change::added));
    const auto removed = text::format_integer(words_in(one.parts, Change::removed));
    out({"<h2>", one.name, "</h2><p class=\"muted\">Thêm ", added, " chữ, bỏ ", removed,
         " chữ.</p><div class=\"changes\">"});
    for (const auto& part : one.parts) write(out, part);
    out({"</div>"});
}

}  // namespace

http::Response changes_page(const Context& context, const ChangesPage& page)
{
    auto frame = web::frame_of(context, "Chỗ sửa: " + page.article.title);
    const auto path = article_path(page.article.code);
    frame.crumbs = {{"Viết tin, bài", desk_path()}, {page.article.title, path}};
    const auto lead = "Bản " + std::to_string(page.to.number) + " (" + page.maker + ", " +
                      vietnamese_moment(page.to.made_at) + ") so với bản " +
                      std::to_string(page.from.number) + ".";
    const std::string_view caption = page.to.is_of_board ? "Ban biên tập sửa" : "Cơ quan sửa";
    return web::show(frame, [&](Writer& out) {
        web::page_title(out, {.title = "Chỗ sửa", .caption = caption, .lead = lead});
        if (page.fields.empty()) web::notice(out, {.text = "Hai bản giống nhau."});
        for (const auto& one : page.fields) field(out, one);
    });
}

}  // namespace caicach::newsroom
