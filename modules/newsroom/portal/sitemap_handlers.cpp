#include "newsroom/portal/sitemap_handlers.hpp"

#include <string>
#include <utility>
#include <vector>

#include "calendar/date.hpp"
#include "html/html.hpp"
#include "manifest/public_pages.hpp"
#include "newsroom/article/section.hpp"
#include "newsroom/limits.hpp"
#include "newsroom/paths.hpp"
#include "newsroom/portal/feed.hpp"
#include "newsroom/portal/news.hpp"
#include "newsroom/sql.hpp"

namespace caicach::newsroom
{
namespace
{

struct Place {
    std::string path{};
    Instant changed_at{};  ///< the epoch: not told
};

http::Response xml(std::string text)
{
    return http::Response{200, "application/xml; charset=utf-8", std::move(text)}.set_caching(
        http::Caching::brief);
}

/// sitemaps.org, protocol 0.9.
std::string sitemap_text(const std::string& site, const std::vector<Place>& places, bool is_index)
{
    const auto set = is_index ? html::Literal("sitemapindex") : html::Literal("urlset");
    const auto one = is_index ? html::Literal("sitemap") : html::Literal("url");
    std::string text;
    html::Writer out{text};
    out({"<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<", set,
         " xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n"});
    for (const auto& place : places) {
        out({"<", one, "><loc>", site, place.path, "</loc>"});
        const auto changed = rfc3339(place.changed_at);
        if (place.changed_at != Instant{}) out({"<lastmod>", changed, "</lastmod>"});
        out({"</", one, ">\n"});
    }
    out({"</", set, ">\n"});
    return text;
}

Result<std::string> site_of(const Context& context)
{
    if (context.services().site.empty())
        return failure(Failure::not_found, "newsroom.sitemap.no_site");
    return context.services().site;
}

/// The first moment of a month ("2026-03") and of the one behind it, in UTC as stored.
struct Month {
    Instant begin{};
    Instant end{};
};
Result<Month> month_from(const std::string& text)
{
    const auto first = Date::from_iso(text + "-01");
    if (!first) return failure(Failure::not_found, "http.not_found");
    const bool is_last = first->month() == 12;
    const auto next =
        Date::create(first->year() + (is_last ? 1 : 0), is_last ? 1 : first->month() + 1, 1);
    if (!next) return failure(Failure::not_found, "http.not_found");
    constexpr std::string_view midnight = "T00:00:00.000000Z";
    return Month{instant_from_iso(first->iso() + std::string(midnight)),
                 instant_from_iso(next->iso() + std::string(midnight))};
}

}  // namespace

Result<http::Response> show_sitemap(Context& context, const http::Request& /*request*/)
{
    const auto site = TRY(site_of(context));
    auto transaction = TRY(context.read());
    auto places = TRY(transaction.all(
        sql::article_months,
        [](const database::Row& row) {
            return Place{sitemap_month_path(row.string("month")), row.instant("newest")};
        },
        limits::sitemap_months_max));
    places.insert(places.begin(), Place{sitemap_pages_path(), {}});
    return xml(sitemap_text(site, places, true));
}

Result<http::Response> show_sitemap_of_pages(Context& context, const http::Request& /*request*/)
{
    const auto site = TRY(site_of(context));
    auto transaction = TRY(context.read());
    std::vector<Place> places{{"/", {}}, {news_path(), {}}, {agencies_news_path(), {}}};
    const auto sections = TRY(sections_on(context.today()));
    for (const auto& one : sections) places.push_back({section_path(one.slug), {}});
    const auto agencies = TRY(publishing_agencies(transaction, Language::vi, context.today()));
    for (const auto& one : agencies) places.push_back({agency_news_path(one.agency.slug), {}});
    std::vector<PublicPage> pages;
    TRY(context.publish(transaction, PublicPagesAsked{.pages = &pages}));
    for (const auto& page : pages) {
        places.push_back({page.path, {}});
        for (const auto& part : page.parts) places.push_back({part.path, {}});
    }
    return xml(sitemap_text(site, places, false));
}

Result<http::Response> show_sitemap_of_month(Context& context, const http::Request& request)
{
    const auto site = TRY(site_of(context));
    const auto asked = TRY(request.path<std::string>("month"));
    const auto month = TRY(month_from(asked));
    auto transaction = TRY(context.read());
    const auto places = TRY(transaction.all(
        sql::articles_of_month,
        [](const database::Row& row) {
            return Place{news_path(row.string("slug")), row.instant("public_at")};
        },
        month.begin, month.end, limits::sitemap_rows));
    if (places.empty()) return failure(Failure::not_found, "http.not_found");
    return xml(sitemap_text(site, places, false));
}

Result<http::Response> show_robots(Context& context, const http::Request& /*request*/)
{
    // What is not for everybody asks for signing in anyway; these are for nobody's index.
    std::string text =
        "User-agent: *\nDisallow: /dang-nhap\nDisallow: /quen-mat-khau\n"
        "Disallow: /api/\nDisallow: /*?tim=\n";
    const auto& site = context.services().site;
    if (!site.empty()) text += "Sitemap: " + site + sitemap_path() + "\n";
    return http::plain_text(std::move(text)).set_caching(http::Caching::brief);
}

}  // namespace caicach::newsroom
