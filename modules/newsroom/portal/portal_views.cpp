#include "newsroom/portal/portal_views.hpp"

#include "calendar/moment.hpp"
#include "newsroom/paths.hpp"
#include "web/components/feedback.hpp"
#include "web/components/fields.hpp"
#include "web/components/forms.hpp"
#include "web/components/frame.hpp"
#include "web/components/page.hpp"
#include "web/components/parts.hpp"
#include "web/components/rich_text.hpp"

namespace caicach::newsroom
{
namespace
{

using html::Writer;

void moment(Writer& out, Instant at)
{
    const auto iso = to_iso(at);
    const auto text = vietnamese_moment(at);
    out({"<time datetime=\"", iso, "\">", text, "</time>"});
}

void search_form(Writer& out, const NewsPage& page)
{
    std::vector<web::Choice> sections;
    sections.reserve(page.sections.size());
    for (const auto& one : page.sections)
        sections.push_back({.value = one.slug,
                            .label = one.text,
                            .is_chosen = page.section && page.section->key == one.key});
    const auto action = news_path();
    web::filter_form(out,
                     {.action = action,
                      .results_id = "danh-sach",
                      .label = "Tìm tin, bài",
                      .submit_text = "Tìm"},
                     [&](Writer& fields) {
                         web::search_field(
                             fields,
                             {.name = "tim", .label = "Tìm trong tin, bài", .value = page.search});
                         web::select_field(fields, {.field = {.name = "muc", .label = "Mục"},
                                                    .choices = sections,
                                                    .none_text = "Mọi mục"});
                     });
}

void item(Writer& out, const NewsPage& page, std::size_t at)
{
    const auto& one = page.items[at];
    const auto path = news_path(one.slug);
    out({"<li class=\"news-item\"><h2><a href=\"", html::url(path), "\">", one.title, "</a></h2>",
         "<p class=\"news-note\">"});
    moment(out, one.published_at);
    out({" · ", page.agency_names[at], " · ", section_text(page.sections, one.section), "</p><p>",
         one.summary, "</p></li>"});
}

std::string title_of(const NewsPage& page)
{
    if (!page.search.empty()) return "Kết quả tìm";
    if (page.section) return page.section->text;
    return "Tin, bài";
}

}  // namespace

http::Response news_page(const Context& context, const NewsPage& page)
{
    const auto title = title_of(page);
    auto frame = web::frame_of(context, title);
    if (page.search.empty())
        frame.description = title + " về cải cách hành chính của các cơ quan trong tỉnh.";
    return web::show(frame, [&](Writer& out) {
        web::page_title(out, {.title = title, .caption = page.agency});
        search_form(out, page);
        out({"<div id=\"danh-sach\">"});
        if (page.items.empty())
            web::empty_state(
                out,
                {.title = page.search.empty() ? "Chưa có tin, bài nào" : "Không tìm thấy bài nào",
                 .text = page.search.empty() ? "Bài được đăng hiện ở đây ngay."
                                             : "Thử ít từ hơn. Gõ không dấu cũng tìm được."});
        out({"<ul class=\"news-list\">"});
        for (std::size_t i = 0; i < page.items.size(); ++i) item(out, page, i);
        out({"</ul>"});
        web::pagination(out, {.next_path = page.next_path});
        out({"</div>"});
    });
}

http::Response read_page(const Context& context, const ReadPage& page)
{
    auto frame = web::frame_of(context, page.text.title);
    frame.crumbs = {{"Tin, bài", news_path()}};
    frame.description = page.text.summary;
    return web::show(frame, [&](Writer& out) {
        const auto caption = page.section + " · " + page.agency;
        out({"<article lang=\"", key_of(page.article.language), "\">"});
        web::page_title(out,
                        {.title = page.text.title, .caption = caption, .lead = page.text.summary});
        out({"<p class=\"news-note\">Đăng lúc "});
        moment(out, page.article.published_at.value_or(Instant{}));
        if (!page.text.source.empty()) out({" · Nguồn: ", page.text.source});
        out({"</p>"});
        for (const auto& one : page.corrections) {
            const auto note = "Đính chính ngày " + vietnamese_moment(one.at) + ": " + one.note;
            web::notice(out, {.text = note});
        }
        web::rich_text(out, page.body);
        out({"</article>"});
    });
}

http::Response withdrawn_page(const Context& context, const Article& article)
{
    constexpr int gone = 410;
    auto frame = web::frame_of(context, "Bài đã được gỡ");
    frame.crumbs = {{"Tin, bài", news_path()}};
    return web::show(
        frame,
        [&](Writer& out) {
            web::page_title(out, {.title = "Bài đã được gỡ"});
            out({"<p>Bài “", article.title, "” không còn ở đây. Lý do: ", article.reason, "</p>"});
        },
        gone);
}

}  // namespace caicach::newsroom
