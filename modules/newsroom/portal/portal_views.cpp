#include "newsroom/portal/portal_views.hpp"

#include <utility>

#include "calendar/moment.hpp"
#include "newsroom/paths.hpp"
#include "newsroom/portal/feed.hpp"
#include "newsroom/portal/news_parts_views.hpp"
#include "newsroom/portal/portal_words.hpp"
#include "newsroom/portal/public_files.hpp"
#include "newsroom/portal/rating_views.hpp"
#include "text/number.hpp"
#include "web/components/feedback.hpp"
#include "web/components/frame.hpp"
#include "web/components/page.hpp"
#include "web/components/parts.hpp"
#include "web/components/rich_text.hpp"

namespace caicach::newsroom
{
namespace
{

using html::Writer;

void snippet(Writer& out, const std::vector<search::SnippetPiece>& pieces)
{
    for (const auto& piece : pieces) {
        if (piece.is_found)
            out({"<mark>", piece.text, "</mark>"});
        else
            out({piece.text});
    }
}

void item(Writer& out, const NewsPage& page, std::size_t at)
{
    const auto& one = page.items[at];
    const auto path = news_path(one.item.slug);
    out({"<li class=\"news-item\"><h2><a href=\"", html::url(path), "\">", one.item.title,
         "</a></h2>", "<p class=\"news-note\">"});
    moment(out, one.item.published_at);
    out({" · ", one.agency.name, " · ", section_text(page.sections, one.item.section), "</p><p>"});
    if (at < page.snippets.size())
        snippet(out, page.snippets[at]);
    else
        out({one.item.summary});
    out({"</p></li>"});
}

std::string title_of_list(const NewsPage& page)
{
    if (page.section) return page.section->text;
    if (page.agency) return page.agency->name;
    return "Tin, bài";
}

std::string title_of(const NewsPage& page)
{
    return page.search.empty() ? title_of_list(page) : "Kết quả tìm";
}

/// A section or an agency that a query names has a page of its own.
std::string list_of(const NewsPage& page)
{
    if (page.section) return section_path(page.section->slug);
    if (page.agency) return agency_news_path(page.agency->slug);
    return news_path();
}

std::string caption_of(const NewsPage& page)
{
    if (page.agency && page.section) return page.agency->name;
    return page.agency || page.section ? "Tin, bài" : "";
}

void items(Writer& out, const NewsPage& page)
{
    if (page.items.empty()) {
        const bool is_search = !page.search.empty();
        web::empty_state(out,
                         {.title = is_search ? "Không tìm thấy bài nào" : "Chưa có tin, bài nào",
                          .text = is_search ? "Thử ít từ hơn. Gõ không dấu cũng tìm được."
                                            : "Bài được đăng hiện ở đây ngay."});
        return;
    }
    out({"<ul class=\"news-list\">"});
    for (std::size_t at = 0; at < page.items.size(); ++at) item(out, page, at);
    out({"</ul>"});
}

/// Its page in the directory has the address and the hotline.
void agency_link(Writer& out, const organisation::AgencySummary& agency)
{
    const auto path = "/co-quan/" + agency.slug;
    out({"<p><a href=\"", html::url(path), "\">Địa chỉ, đường dây nóng của cơ quan</a></p>"});
}

/// The inside of a JSON string in which nothing is left that HTML would escape.
std::string json_in_html(std::string_view text)
{
    constexpr std::string_view digits = "0123456789abcdef";
    constexpr unsigned char blank = 0x20;
    std::string safe;
    safe.reserve(text.size());
    for (const char letter : text) {
        const auto byte = static_cast<unsigned char>(letter);
        if (byte >= blank && std::string_view("\"\\<>&'").find(letter) == std::string_view::npos) {
            safe += letter;
            continue;
        }
        safe += "\\u00";
        safe += digits[byte >> 4U];
        safe += digits[byte & 15U];
    }
    return safe;
}

/// schema.org's NewsArticle, for search engines. JSON inside HTML: what is text is written so that
/// neither has anything to escape.
void linked_data(Writer& out, const Services& services, const ReadPage& page)
{
    const auto address = json_in_html(services.site + news_path(page.article.slug));
    const auto published_at = page.article.published_at.value_or(Instant{});
    const auto published = rfc3339(published_at);
    const auto changed =
        rfc3339(page.corrections.empty() ? published_at : page.corrections.back().at);
    const auto headline = json_in_html(page.text.title);
    const auto summary = json_in_html(page.text.summary);
    const auto agency = json_in_html(page.agency.name);
    const auto agency_address = json_in_html(services.site + agency_news_path(page.agency.slug));
    const auto province = json_in_html(services.province_name);
    const auto section = json_in_html(section_text(page.sections, page.article.section));
    out(
        {"<script type=\"application/ld+json\">{\"@context\":\"https://schema.org\",\"@type\":"
         "\"NewsArticle\",\"mainEntityOfPage\":\"",
         address,
         "\",\"headline\":\"",
         headline,
         "\",\"description\":\"",
         summary,
         "\",\"articleSection\":\"",
         section,
         "\",\"inLanguage\":\"",
         key_of(page.article.language),
         "\",\"datePublished\":\"",
         published,
         "\",\"dateModified\":\"",
         changed,
         "\",\"author\":{\"@type\":\"GovernmentOrganization\",\"name\":\"",
         agency,
         "\",\"url\":\"",
         agency_address,
         "\"},\"publisher\":{\"@type\":\"GovernmentOrganization\",\"name\":\"",
         province,
         "\"}}</script>"});
}

void other_versions(Writer& out, const ReadPage& page, const PortalWords& words)
{
    for (const auto& one : page.versions) {
        const auto path = news_path(one.slug);
        const auto language = key_of(one.language);
        out({"<p class=\"news-note\">", words.other_languages, " <a href=\"", html::url(path),
             "\" lang=\"", language, "\" hreflang=\"", language, "\">", one.title, "</a></p>"});
    }
}

/// For programs: this page and its versions, each by its whole address.
std::vector<web::Translation> translations_of(const Services& services, const ReadPage& page)
{
    std::vector<web::Translation> all;
    if (services.site.empty() || page.versions.empty()) return all;
    all.reserve(page.versions.size() + 1);
    const auto add = [&](Language language, const std::string& slug) {
        web::Translation one{.language = std::string(key_of(language)),
                             .address = services.site + news_path(slug)};
        all.push_back(std::move(one));
    };
    add(page.article.language, page.article.slug);
    for (const auto& one : page.versions) add(one.language, one.slug);
    return all;
}

}  // namespace

http::Response news_page(const Context& context, const NewsPage& page)
{
    const auto title = title_of(page);
    auto frame = web::frame_of(context, title);
    if (page.path != news_path()) frame.crumbs = {{"Tin, bài", news_path()}};
    if (page.search.empty() && page.first_path.empty())
        frame.description = title + ": tin, bài về cải cách hành chính của các cơ quan trong tỉnh.";
    name_feed(frame, list_of(page), title);
    const std::string_view section = page.section ? std::string_view(page.section->key) : "";
    return web::show(frame, [&](Writer& out) {
        web::page_title(out, {.title = title, .caption = caption_of(page)});
        if (page.agency) agency_link(out, *page.agency);
        news_search(out, page.sections,
                    {.words = page.search, .section = section, .results_id = "danh-sach"});
        out({"<div id=\"danh-sach\">"});
        items(out, page);
        if (!page.first_path.empty())
            out({"<p><a href=\"", html::url(page.first_path), "\">Về trang mới nhất</a></p>"});
        web::pagination(out, {.next_path = page.next_path});
        out({"</div>"});
        section_links(out, page.sections, section);
        feed_links(out, list_of(page));
    });
}

http::Response publishing_agencies_page(const Context& context,
                                        const std::vector<PublishingAgency>& agencies)
{
    auto frame = web::frame_of(context, "Tin, bài theo cơ quan");
    frame.crumbs = {{"Tin, bài", news_path()}};
    frame.description = "Các cơ quan có tin, bài về cải cách hành chính.";
    return web::show(frame, [&](Writer& out) {
        web::page_title(out, {.title = "Tin, bài theo cơ quan"});
        if (agencies.empty())
            web::empty_state(out, {.title = "Chưa có tin, bài nào",
                                   .text = "Cơ quan có bài được đăng hiện ở đây ngay."});
        out({"<ul class=\"news-agencies\">"});
        for (const auto& one : agencies) {
            const auto path = agency_news_path(one.agency.slug);
            out({"<li><a href=\"", html::url(path), "\">", one.agency.name,
                 "</a> <span class=\"muted\">", text::format_integer(one.articles),
                 " bài</span></li>"});
        }
        out({"</ul>"});
    });
}

http::Response read_page(const Context& context, const ReadPage& page)
{
    auto frame = web::frame_of(context, page.text.title);
    frame.crumbs = {{"Tin, bài", news_path()}};
    for (const auto& one : page.sections)
        if (one.key == page.article.section)
            frame.crumbs.push_back({one.text, section_path(one.slug)});
    frame.description = page.text.summary;
    frame.head.is_article = true;
    const auto& site = context.services().site;
    if (!page.cover_path.empty() && !site.empty()) frame.head.picture = site + page.cover_path;
    frame.head.translations = translations_of(context.services(), page);
    const auto& words = words_in(page.article.language);
    return web::show(frame, [&](Writer& out) {
        const auto agency_path = agency_news_path(page.agency.slug);
        out({"<article lang=\"", key_of(page.article.language), "\">"});
        web::page_title(out, {.title = page.text.title,
                              .caption = section_text(page.sections, page.article.section),
                              .lead = page.text.summary});
        out({"<p class=\"news-note\"><a href=\"", html::url(agency_path), "\">", page.agency.name,
             "</a> · ", words.published_at, " "});
        moment(out, page.article.published_at.value_or(Instant{}));
        if (!page.text.source.empty()) out({" · ", words.source, " ", page.text.source});
        out({"</p>"});
        other_versions(out, page, words);
        for (const auto& one : page.corrections) {
            const auto note =
                std::string(words.corrected_on) + " " + vietnamese_moment(one.at) + ": " + one.note;
            web::notice(out, {.text = note});
        }
        web::rich_text(out, page.body);
        public_file_list(out, page.files, words.files);
        out({"</article>"});
        rating_form(out, {.slug = page.article.slug,
                          .language = page.article.language,
                          .has_answered = page.has_rated});
        linked_data(out, context.services(), page);
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
