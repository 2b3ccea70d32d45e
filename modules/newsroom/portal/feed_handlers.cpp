#include "newsroom/portal/feed_handlers.hpp"

#include <algorithm>
#include <utility>

#include "http/wire.hpp"
#include "newsroom/article/section.hpp"
#include "newsroom/limits.hpp"
#include "newsroom/paths.hpp"
#include "newsroom/portal/cached_pages.hpp"
#include "newsroom/portal/feed.hpp"
#include "newsroom/portal/portal_state.hpp"
#include "newsroom/portal/sitemap_handlers.hpp"

namespace caicach::newsroom
{
namespace
{

constexpr std::string_view atom_type = "application/atom+xml; charset=utf-8";
constexpr std::string_view rss_type = "application/rss+xml; charset=utf-8";

/// Which list it is of, as the path says.
Result<NewsFilter> chosen(const Context& context, database::Transaction& transaction,
                          const http::Request& request, Feed& feed)
{
    NewsFilter filter;
    feed.list_path = news_path();
    feed.title = "Tin, bài cải cách hành chính";
    if (request.path().starts_with("/tin-bai/muc/")) {
        const auto slug = TRY(request.path<std::string>("section"));
        const auto sections = TRY(sections_on(context.today()));
        const auto found = std::ranges::find(sections, slug, &Section::slug);
        if (found == sections.end())
            return failure(Failure::not_found, "newsroom.section.not_found");
        filter.section = found->key;
        feed.title = found->text;
        feed.list_path = section_path(slug);
    } else if (request.path().starts_with("/tin-bai/co-quan/")) {
        const auto slug = TRY(request.path<std::string>("agency"));
        auto agency = TRY(organisation::agency_by_slug(transaction, slug, context.today()));
        filter.agency = agency.id;
        feed.title = std::move(agency.name);
        feed.list_path = agency_news_path(slug);
    }
    return filter;
}

/// HTTP's clock has seconds alone: within the same one something else may still be published, and
/// who came between must not be told that nothing has changed.
bool is_settled(Instant changed_at, Instant now) { return changed_at + 2 < now; }

/// RFC 9110, 13.1.3: asked only where no tag was shown.
bool has_it_already(const http::Request& request, std::string_view modified)
{
    return request.header("if-none-match").empty() &&
           request.header("if-modified-since") == modified;
}

enum class Format : unsigned char { atom, rss };

Result<http::Response> show_feed(Context& context, const http::Request& request, Format format)
{
    auto transaction = TRY(context.read());
    Feed feed{.site = context.services().site,
              .publisher = "Cải cách hành chính " + context.services().province_name,
              .language = std::string(key_of(Language::vi))};
    const auto filter = TRY(chosen(context, transaction, request, feed));
    feed.changed_at = TRY(portal_state(transaction)).changed_at;
    const auto modified = http::http_date(feed.changed_at);
    const bool settled = is_settled(feed.changed_at, context.now());
    if (settled && has_it_already(request, modified)) return http::not_modified();
    feed.sections = TRY(sections_on(context.today()));
    auto items = TRY(news(transaction, filter, newest_news(), limits::feed_rows));
    feed.items = TRY(signed_news(transaction, std::move(items)));
    const bool is_atom = format == Format::atom;
    http::Response response{200, std::string(is_atom ? atom_type : rss_type),
                            is_atom ? atom_text(feed) : rss_text(feed)};
    response.set_caching(http::Caching::brief);
    if (settled) response.set_header("Last-Modified", MUST(http::HeaderValue::create(modified)));
    return response;
}

Result<http::Response> show_atom(Context& context, const http::Request& request)
{
    return show_feed(context, request, Format::atom);
}

Result<http::Response> show_rss(Context& context, const http::Request& request)
{
    return show_feed(context, request, Format::rss);
}

}  // namespace

void add_feeds(Module& module, const std::shared_ptr<PageCache>& cache)
{
    const auto list = [&](std::string_view pattern, const http::Handler& handler) {
        module.get(pattern, http::Access::anyone, cached(cache, handler));
    };
    list("/tin-bai/bang-tin.atom", show_atom);
    list("/tin-bai/bang-tin.rss", show_rss);
    list("/tin-bai/muc/{section}/bang-tin.atom", show_atom);
    list("/tin-bai/muc/{section}/bang-tin.rss", show_rss);
    list("/tin-bai/co-quan/{agency}/bang-tin.atom", show_atom);
    list("/tin-bai/co-quan/{agency}/bang-tin.rss", show_rss);
    list("/sitemap.xml", show_sitemap);
    list("/sitemap/trang.xml", show_sitemap_of_pages);
    list("/sitemap/{month}/bai.xml", show_sitemap_of_month);
    module.get("/robots.txt", http::Access::anyone, show_robots);
}

}  // namespace caicach::newsroom
