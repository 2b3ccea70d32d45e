#include "newsroom/portal/front_views.hpp"

#include "newsroom/paths.hpp"
#include "newsroom/portal/news_parts_views.hpp"
#include "web/components/feedback.hpp"
#include "web/components/frame.hpp"
#include "web/components/page.hpp"

namespace caicach::newsroom
{
namespace
{

using html::Writer;

void headline(Writer& out, const SignedNews& news)
{
    const auto path = news_path(news.item.slug);
    out({"<h3><a href=\"", html::url(path), "\">", news.item.title, "</a></h3>"});
    news_note(out, news);
}

void slogans(Writer& out, const FrontPage& page)
{
    for (const auto& one : page.themes)
        out({"<p class=\"front-slogan\"><strong>", one.slogan, "</strong> <span>", one.name,
             "</span></p>"});
}

/// The first of them with its summary, the others by their titles.
void newest(Writer& out, const FrontPage& page)
{
    out({"<section aria-labelledby=\"tin-moi\"><h2 id=\"tin-moi\">Tin mới</h2>"});
    if (page.newest.empty())
        web::empty_state(
            out, {.title = "Chưa có tin, bài nào", .text = "Bài được đăng hiện ở đây ngay."});
    out({"<ul class=\"front-news\">"});
    bool is_first = true;
    for (const auto& one : page.newest) {
        out({"<li", html::when(is_first, " class=\"front-news__first\""), ">"});
        headline(out, one);
        if (is_first) out({"<p>", one.item.summary, "</p>"});
        out({"</li>"});
        is_first = false;
    }
    out({"</ul>"});
    const auto path = news_path();
    if (!page.newest.empty()) out({"<p><a href=\"", html::url(path), "\">Mọi tin, bài</a></p>"});
    out({"</section>"});
}

void section(Writer& out, const FrontSection& one)
{
    const auto path = section_path(one.section.slug);
    out({"<section class=\"front-section\" aria-labelledby=\"muc-", one.section.slug,
         "\"><h2 id=\"muc-", one.section.slug, "\"><a href=\"", html::url(path), "\">",
         one.section.text, "</a></h2><ul>"});
    for (const auto& news : one.items) {
        out({"<li>"});
        headline(out, news);
        out({"</li>"});
    }
    out({"</ul></section>"});
}

void examples(Writer& out, const FrontPage& page)
{
    if (page.examples.empty()) return;
    out({"<div class=\"front-examples\">"});
    for (const auto& one : page.examples) section(out, one);
    out({"</div>"});
}

void other_pages(Writer& out, const FrontPage& page)
{
    out(
        {"<nav class=\"front-pages\" aria-labelledby=\"tra-cuu\"><h2 id=\"tra-cuu\">Tra cứu"
         "</h2><ul>"});
    const auto agencies = agencies_news_path();
    out({"<li><a href=\"", html::url(agencies), "\">Tin, bài theo cơ quan</a></li>"});
    const auto english = english_path();
    out({"<li><a href=\"", html::url(english),
         "\" lang=\"en\" hreflang=\"en\">News in English</a></li>"});
    for (const auto& one : page.pages) {
        out({"<li><a href=\"", html::url(one.path), "\">", one.title, "</a>"});
        if (!one.parts.empty()) out({"<ul>"});
        for (const auto& part : one.parts)
            out({"<li><a href=\"", html::url(part.path), "\">", part.title, "</a></li>"});
        if (!one.parts.empty()) out({"</ul>"});
        out({"</li>"});
    }
    out({"</ul></nav>"});
}

}  // namespace

http::Response front_page(const Context& context, const FrontPage& page)
{
    const auto title = "Cải cách hành chính " + context.services().province_name;
    auto frame = web::frame_of(context, {});
    frame.description =
        title + ": tin, bài, mô hình hay, kế hoạch và tiến độ thực hiện, danh mục cơ quan.";
    name_feed(frame, news_path(), title);
    return web::show(frame, [&](Writer& out) {
        web::page_title(out, {.title = title});
        slogans(out, page);
        news_search(out, page.sections, {});
        out({"<div class=\"front\"><div>"});
        newest(out, page);
        examples(out, page);
        out({"<div class=\"front-sections\">"});
        for (const auto& one : page.others) section(out, one);
        out({"</div></div><div>"});
        other_pages(out, page);
        out({"<h2 id=\"cac-muc\">Các mục</h2>"});
        section_links(out, page.sections, {});
        feed_links(out, news_path());
        out({"</div></div>"});
    });
}

}  // namespace caicach::newsroom
