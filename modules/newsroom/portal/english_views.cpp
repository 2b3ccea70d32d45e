#include "newsroom/portal/english_views.hpp"

#include "newsroom/paths.hpp"
#include "newsroom/portal/news_parts_views.hpp"
#include "newsroom/portal/portal_words.hpp"
#include "web/components/feedback.hpp"
#include "web/components/frame.hpp"
#include "web/components/page.hpp"

namespace caicach::newsroom
{

using html::Writer;

http::Response english_page(const Context& context, const EnglishPage& page)
{
    auto frame = web::frame_of(context, std::string(english_words.news));
    frame.description = "News on administrative reform and public services, in English.";
    const auto& province = context.services().province_name;
    return web::show(frame, [&](Writer& out) {
        out({"<div lang=\"en\">"});
        web::page_title(
            out, {.title = english_words.news,
                  .caption = province,
                  .lead = "What the agencies of the province report about administrative reform "
                          "and public services."});
        out({"<p><a href=\"/\" lang=\"vi\" hreflang=\"vi\">Trang tiếng Việt</a></p>"});
        out({"<h2>", english_words.newest, "</h2>"});
        if (page.items.empty()) web::empty_state(out, {.title = english_words.none_yet});
        out({"<ul class=\"news-list\">"});
        for (const auto& one : page.items) {
            const auto path = news_path(one.item.slug);
            out({"<li class=\"news-item\"><h3><a href=\"", html::url(path), "\">", one.item.title,
                 "</a></h3>"});
            news_note(out, one);
            out({"<p>", one.item.summary, "</p></li>"});
        }
        out({"</ul>"});
        if (!page.next_path.empty())
            out({"<p><a href=\"", html::url(page.next_path), "\">Older news</a></p>"});
        out({"</div>"});
    });
}

}  // namespace caicach::newsroom
