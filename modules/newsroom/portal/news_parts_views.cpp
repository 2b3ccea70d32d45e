#include "newsroom/portal/news_parts_views.hpp"

#include "calendar/moment.hpp"
#include "newsroom/paths.hpp"
#include "web/components/fields.hpp"
#include "web/components/forms.hpp"

namespace caicach::newsroom
{

using html::Writer;

void moment(Writer& out, Instant at)
{
    const auto iso = to_iso(at);
    const auto text = vietnamese_moment(at);
    out({"<time datetime=\"", iso, "\">", text, "</time>"});
}

void news_note(Writer& out, const SignedNews& news)
{
    out({"<p class=\"news-note\">"});
    moment(out, news.item.published_at);
    out({" · ", news.agency.name, "</p>"});
}

void news_search(Writer& out, const std::vector<Section>& sections, const NewsSearch& search)
{
    std::vector<web::Choice> choices;
    choices.reserve(sections.size());
    for (const auto& one : sections)
        choices.push_back({.value = one.slug,
                           .label = one.text,
                           .is_chosen = !search.section.empty() && search.section == one.key});
    const auto action = news_path();
    web::filter_form(out,
                     {.action = action,
                      .results_id = search.results_id,
                      .label = "Tìm tin, bài",
                      .submit_text = "Tìm"},
                     [&](Writer& fields) {
                         web::search_field(
                             fields,
                             {.name = "tim", .label = "Tìm trong tin, bài", .value = search.words});
                         web::select_field(fields, {.field = {.name = "muc", .label = "Mục"},
                                                    .choices = choices,
                                                    .none_text = "Mọi mục"});
                     });
}

void name_feed(web::Frame& frame, const std::string& list, const std::string& title)
{
    frame.head.feed_path = feed_path(list, "atom");
    frame.head.feed_title = title;
}

void feed_links(Writer& out, const std::string& list)
{
    const auto atom = feed_path(list, "atom");
    const auto rss = feed_path(list, "rss");
    out({"<p class=\"news-note\">Theo dõi bằng trình đọc tin: <a href=\"", html::url(atom),
         "\">Atom</a>, <a href=\"", html::url(rss), "\">RSS</a></p>"});
}

void section_links(Writer& out, const std::vector<Section>& sections, std::string_view current)
{
    out({"<nav class=\"news-sections\" aria-label=\"Các mục tin, bài\"><ul>"});
    for (const auto& one : sections) {
        const auto path = section_path(one.slug);
        out({"<li><a href=\"", html::url(path), "\"",
             html::when(one.key == current, " aria-current=\"page\""), ">", one.text, "</a></li>"});
    }
    out({"</ul></nav>"});
}

}  // namespace caicach::newsroom
