#include "channel/newsletter/archive_views.hpp"

#include "calendar/moment.hpp"
#include "channel/paths.hpp"
#include "web/components/feedback.hpp"
#include "web/components/forms.hpp"
#include "web/components/frame.hpp"
#include "web/components/page.hpp"
#include "web/components/parts.hpp"
#include "web/components/rich_text.hpp"

namespace caicach::channel
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

void archive_item(Writer& out, const Issue& issue, std::string_view agency)
{
    const auto path = archive_path(issue.slug);
    const auto name = numbered(issue.number, issue.year) + ": " + issue.title;
    out({"<li class=\"news-item\"><h2><a href=\"", html::url(path), "\">", name, "</a></h2>",
         "<p class=\"news-note\">"});
    moment(out, issue.released_at.value_or(Instant{}));
    out({" · ", agency, "</p></li>"});
}

void article_item(Writer& out, const EditionArticle& one)
{
    const auto& article = one.article;
    out({"<li class=\"news-item\">"});
    if (article.is_withdrawn) {
        out({"<p>Một bài của số này đã được gỡ. <a href=\"", html::url(article.path),
             "\">Xem lý do</a></p></li>"});
        return;
    }
    out({"<h2><a href=\"", html::url(article.path), "\">", one.title, "</a></h2>",
         "<p class=\"news-note\">"});
    moment(out, article.published_at);
    out({" · ", one.agency, "</p><p>", article.summary, "</p></li>"});
}

}  // namespace

http::Response archive_page(const Context& context, const ArchivePage& page)
{
    auto frame = web::frame_of(context, "Bản tin");
    frame.description = "Các số bản tin cải cách hành chính đã phát hành.";
    const auto subscribe =
        subscribing_path() + (page.agency ? "?co-quan=" + page.agency->slug : std::string{});
    return web::show(frame, [&](Writer& out) {
        web::page_title(
            out,
            {.title = "Bản tin",
             .caption = page.agency ? std::string_view{page.agency->name} : std::string_view{},
             .lead = "Mỗi số gồm những tin, bài đáng đọc trong kỳ."},
            [&](Writer& buttons) {
                if (page.takes_subscribers)
                    web::link_button(buttons, {.text = "Nhận qua thư", .path = subscribe});
            });
        if (page.issues.empty())
            web::empty_state(
                out, {.title = "Chưa có số nào", .text = "Số bản tin phát hành hiện ở đây ngay."});
        out({"<ul class=\"news-list\">"});
        for (std::size_t i = 0; i < page.issues.size(); ++i)
            archive_item(out, page.issues[i], page.agency_names[i]);
        out({"</ul>"});
        web::pagination(out, {.next_path = page.next_path});
    });
}

http::Response edition_page(const Context& context, const Edition& edition, EditionFor whom)
{
    const auto& issue = edition.issue;
    const bool is_public = whom == EditionFor::readers;
    auto frame = web::frame_of(context, edition.name);
    if (is_public) {
        frame.crumbs = {{"Bản tin", archive_path()}};
        frame.description = edition.name + " – " + edition.agency;
    } else {
        frame.crumbs = {{"Soạn bản tin", composing_path()},
                        {issue.title, composing_path(issue.code)}};
    }
    const auto pdf =
        is_public ? edition_pdf_path(issue.slug) : composing_path(issue.code, "ban-tin.pdf");
    const auto caption = edition.agency + " · " + edition.number;
    return web::show(frame, [&](Writer& out) {
        if (!is_public)
            web::notice(out, {.text = "Xem trước: người đọc chưa thấy trang này. Số ghi trên đây "
                                      "là số dự kiến."});
        web::page_title(out, {.title = issue.title, .caption = caption}, [&](Writer& buttons) {
            web::link_button(buttons,
                             {.text = "Tải bản in (PDF)", .path = pdf, .is_download = true});
        });
        if (issue.released_at) {
            out({"<p class=\"news-note\">Phát hành "});
            moment(out, *issue.released_at);
            out({"</p>"});
        }
        web::rich_text(out, edition.opening);
        out({"<ul class=\"news-list\">"});
        for (const auto& one : edition.articles) article_item(out, one);
        out({"</ul>"});
    });
}

}  // namespace caicach::channel
