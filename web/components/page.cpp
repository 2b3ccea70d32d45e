#include "web/components/page.hpp"

#include <algorithm>
#include <span>

#include "html/html.hpp"
#include "web/assets.hpp"
#include "web/components/content.hpp"
#include "web/components/feedback.hpp"

namespace caicach::web
{
namespace
{

void head(html::Writer& out, const Frame& frame);
void header(html::Writer& out, const Frame& frame);
void person(html::Writer& out, const Frame& frame);
void capacities(html::Writer& out, const Frame& frame);
void bell(html::Writer& out);
void menu(html::Writer& out, const Frame& frame);
void breadcrumbs(html::Writer& out, const Frame& frame);
void footer(html::Writer& out, const Frame& frame);
html::Literal width(const Frame& frame);

constexpr html::Literal menu_current{" aria-current=\"true\""};

}  // namespace

void page(html::Writer& out, const Frame& frame, Content content)
{
    out({"<!doctype html>\n<html lang=\"", frame.head.language, "\">"});
    head(out, frame);
    out({"<body"});
    if (!frame.person_mark.empty()) out({" data-person=\"", frame.person_mark, "\""});
    out({"><a class=\"skip-link\" href=\"#noi-dung\">Đến nội dung chính</a>"});
    header(out, frame);
    menu(out, frame);
    out({"<div class=\"", width(frame), "\">"});
    breadcrumbs(out, frame);
    out({"<main id=\"noi-dung\" tabindex=\"-1\">"});
    if (!frame.notices.empty()) {
        // What was sent is done: the browser's own copy of the form may go.
        out({"<div data-done>"});
        for (const auto& entry : frame.notices) notice(out, entry);
        out({"</div>"});
    }
    content(out);
    out({"</main></div>"});
    footer(out, frame);
    out({"</body></html>\n"});
}

void page_title(html::Writer& out, const PageTitle& title)
{
    page_title(out, title, [](html::Writer&) {});
}

void page_title(html::Writer& out, const PageTitle& title, Content actions)
{
    out({"<div class=\"page-title\"><div>"});
    if (!title.caption.empty()) out({"<p class=\"page-title__caption\">", title.caption, "</p>"});
    out({"<h1>", title.title, "</h1>"});
    if (!title.lead.empty()) out({"<p class=\"page-title__lead\">", title.lead, "</p>"});
    out({"</div><div class=\"row\">"});
    actions(out);
    out({"</div></div>"});
}

namespace
{

// htmx adds no styles of its own and evaluates nothing (both would need a weaker policy), keeps no
// copies of pages in the browser's storage, and shows refusals (409, 422) where they belong.
constexpr html::Literal htmx_configuration =
    "<meta name=\"htmx-config\" content='{\"includeIndicatorStyles\":false,\"allowEval\":false,"
    "\"selfRequestsOnly\":true,\"historyCacheSize\":0,\"refreshOnHistoryMiss\":true,"
    "\"responseHandling\":[{\"code\":\"204\",\"swap\":false},{\"code\":\"[23]..\",\"swap\":true},"
    "{\"code\":\"409\",\"swap\":true},{\"code\":\"422\",\"swap\":true},"
    "{\"code\":\"[45]..\",\"swap\":false,\"error\":true}]}'>";

/// Of a page that may be found and shared.
void head_for_programs(html::Writer& out, const Frame& frame)
{
    const auto& head = frame.head;
    const std::string_view type = head.is_article ? "article" : "website";
    out({"<meta name=\"description\" content=\"", frame.description,
         "\"><meta property=\"og:title\" content=\"",
         frame.title.empty() ? frame.province : frame.title,
         "\"><meta property=\"og:description\" content=\"", frame.description,
         "\"><meta property=\"og:site_name\" content=\"", frame.province,
         "\"><meta property=\"og:type\" content=\"", type, "\">"});
    if (!head.address.empty())
        out({"<link rel=\"canonical\" href=\"", html::url(head.address),
             "\"><meta property=\"og:url\" content=\"", head.address, "\">"});
    if (!head.picture.empty()) out({"<meta property=\"og:image\" content=\"", head.picture, "\">"});
    for (const auto& one : head.translations)
        out({"<link rel=\"alternate\" hreflang=\"", one.language, "\" href=\"",
             html::url(one.address), "\">"});
    if (!head.feed_path.empty())
        out({"<link rel=\"alternate\" type=\"application/atom+xml\" title=\"", head.feed_title,
             "\" href=\"", html::url(head.feed_path), "\">"});
}

void head(html::Writer& out, const Frame& frame)
{
    out(
        {"<head><meta charset=\"utf-8\">"
         "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"><title>",
         frame.title, html::when(!frame.title.empty(), " – "), frame.province,
         " – Cải Cách</title>"});
    if (frame.description.empty()) {
        out({"<meta name=\"robots\" content=\"noindex\">"});
    } else {
        head_for_programs(out, frame);
    }
    if (frame.refresh_seconds > 0) {
        out({"<noscript><meta http-equiv=\"refresh\" content=\"", frame.refresh_seconds,
             "\"></noscript>"});
    }
    for (const auto font : {"be-vietnam-pro-400.woff2", "be-vietnam-pro-600.woff2"}) {
        out({"<link rel=\"preload\" as=\"font\" type=\"font/woff2\" crossorigin href=\"",
             asset_url(font), "\">"});
    }
    out({"<link rel=\"stylesheet\" href=\"", asset_url("app.css"),
         "\"><link rel=\"icon\" type=\"image/svg+xml\" href=\"", asset_url("mark.svg"),
         "\"><meta name=\"theme-color\" content=\"#0f2d52\">", htmx_configuration,
         "<script defer src=\"", asset_url("htmx.js"), "\"></script><script defer src=\"",
         asset_url("app.js"), "\"></script></head>"});
}

void header(html::Writer& out, const Frame& frame)
{
    out({"<header class=\"site-header\"><div class=\"", width(frame),
         " site-header__inner\"><a class=\"site-brand\" href=\"", html::url(frame.home_path),
         "\"><img src=\"", asset_url("mark.svg"),
         "\" alt=\"\" width=\"44\" height=\"44\"><span class=\"site-brand__text\">"
         "<span class=\"site-brand__province\">",
         frame.province,
         "</span><span class=\"site-brand__product\">Cải Cách<span class=\"site-brand__more\"> – "
         "theo dõi "
         "cải cách hành chính</span></span>"
         "</span></a>"});
    if (!frame.person_name.empty()) {
        person(out, frame);
    } else if (!frame.sign_in_path.empty()) {
        out({"<div class=\"site-person\"><a href=\"", html::url(frame.sign_in_path),
             "\">Đăng nhập<span class=\"site-brand__more\"> cho cán bộ</span></a></div>"});
    }
    out({"</div></header>"});
}

void person(html::Writer& out, const Frame& frame)
{
    out(
        {"<div class=\"site-person\"><span class=\"site-person__who\">"
         "<a class=\"site-person__name\" href=\"",
         html::url(frame.person_path), "\">", frame.person_name,
         "<span class=\"visually-hidden\">, tài khoản của tôi</span></a>"});
    if (frame.capacities.empty()) {
        out({"<span class=\"site-person__agency\">", frame.person_agency, "</span>"});
    } else {
        capacities(out, frame);
    }
    out({"</span>"});
    bell(out);
    out({"<form method=\"post\" action=\"", html::url(frame.sign_out_path),
         "\"><input type=\"hidden\" name=\"csrf\" value=\"", frame.csrf,
         "\"><button class=\"ds-button button-small\" data-variant=\"secondary\">Đăng xuất"
         "</button></form></div>"});
}

/// The way to what the program tells the person. How much of it is new comes behind the page, where
/// there is script: no page waits for it.
void bell(html::Writer& out)
{
    out(
        {"<a class=\"site-bell\" href=\"/thong-bao\">Thông báo<span hx-get=\"/thong-bao/so-moi\" "
         "hx-trigger=\"load\"></span></a>"});
}

/// For whom to act from now on. Opens without script; each choice is a button that sends it.
void capacities(html::Writer& out, const Frame& frame)
{
    out({"<details class=\"site-capacity\"><summary>", frame.person_agency,
         "<span class=\"visually-hidden\">: đổi tư cách làm việc</span></summary>"
         "<form method=\"post\" action=\"",
         html::url(frame.capacity_path), "\"><input type=\"hidden\" name=\"csrf\" value=\"",
         frame.csrf, "\"><input type=\"hidden\" name=\"return\" value=\"", frame.here,
         "\"><p>Làm việc cho:</p><ul>"});
    for (const auto& capacity : frame.capacities) {
        out(
            {"<li><button class=\"ds-button button-small\" data-variant=\"tertiary\" "
             "name=\"capacity\" value=\"",
             capacity.value, "\"", html::when(capacity.is_current, " aria-current=\"true\""), ">",
             capacity.text, html::when(capacity.is_current, " (đang chọn)"), "</button></li>"});
    }
    out({"</ul></form></details>"});
}

void links(html::Writer& out, std::span<const Link> entries, html::Literal current)
{
    for (const auto& entry : entries) {
        out({"<li><a href=\"", html::url(entry.path), "\"", html::when(entry.is_current, current),
             ">", entry.text, "</a></li>"});
    }
}

/// Opens without script; one at a time where the browser knows `name`.
void menu_part(html::Writer& out, const Link& title, std::span<const Link> entries)
{
    const bool is_here = std::ranges::any_of(entries, &Link::is_current);
    out({"<li><details name=\"site-nav\" data-menu><summary",
         html::when(is_here, " aria-current=\"true\""), ">", title.text, "</summary><ul>"});
    links(out, entries, menu_current);
    out({"</ul></details></li>"});
}

/// An entry without path is the title of those up to the next title, which open together.
void menu(html::Writer& out, const Frame& frame)
{
    if (frame.menu.empty()) return;
    out({"<nav class=\"site-nav\" aria-label=\"Chính\"><div class=\"", width(frame), "\"><ul>"});
    const std::span<const Link> all{frame.menu};
    const auto is_title = [](const Link& entry) { return entry.path.empty(); };
    auto from = std::ranges::find_if(all, is_title);
    links(out, {all.begin(), from}, menu_current);
    while (from != all.end()) {
        const auto to = std::find_if(from + 1, all.end(), is_title);
        menu_part(out, *from, {from + 1, to});
        from = to;
    }
    out({"</ul></div></nav>"});
}

void breadcrumbs(html::Writer& out, const Frame& frame)
{
    if (frame.crumbs.empty()) return;
    out({"<nav class=\"breadcrumbs\" aria-label=\"Vị trí trang\"><ol>"});
    links(out, frame.crumbs, "");
    out({"</ol></nav>"});
}

void footer(html::Writer& out, const Frame& frame)
{
    out({"<footer class=\"site-footer\"><div class=\"", width(frame), " site-footer__inner\"><p>",
         frame.province});
    if (!frame.contact.empty()) out({"<br>", frame.contact});
    out({"</p>"});
    if (!frame.footer.empty()) {
        out({"<nav aria-label=\"Cuối trang\"><ul>"});
        links(out, frame.footer, "");
        out({"</ul></nav>"});
    }
    out({"</div></footer>"});
}

html::Literal width(const Frame& frame)
{
    return frame.is_wide ? html::Literal("page-width page-width--wide")
                         : html::Literal("page-width");
}

}  // namespace
}  // namespace caicach::web
