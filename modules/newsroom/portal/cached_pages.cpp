#include "newsroom/portal/cached_pages.hpp"

#include <string>
#include <utility>
#include <variant>

#include "http/compression.hpp"
#include "manifest/context.hpp"
#include "newsroom/portal/portal_state.hpp"

namespace caicach::newsroom
{
namespace
{

bool is_for_everybody(const Context& context, const http::Request& request)
{
    const auto& surroundings = context.surroundings();
    return !context.actor().is_signed_in() && surroundings.flash_key.empty() &&
           surroundings.csrf.empty() && !request.is_htmx() &&
           request.target().find('?') == std::string::npos &&
           // Who asks by date alone may be answered without a page.
           request.header("if-modified-since").empty();
}

bool may_be_kept(const http::Response& response)
{
    return response.status == 200 && response.caching == http::Caching::brief &&
           std::holds_alternative<std::string>(response.body) &&
           response.header("Set-Cookie").empty();
}

http::Response answer_from(const PageCache::Page& page, const http::Request& request)
{
    if (page.compressed.empty() ||
        !http::accepts_encoding(request.header("accept-encoding"), "gzip"))
        return page.plain;
    http::Response response{page.plain.status, page.plain.type, page.compressed};
    response.set_caching(page.plain.caching);
    response.set_header("Content-Encoding", "gzip");
    const auto modified = page.plain.header("Last-Modified");
    if (!modified.empty())
        response.set_header("Last-Modified",
                            MUST(http::HeaderValue::create(std::string(modified))));
    return response;
}

Result<std::int64_t> version_now(Context& context)
{
    auto transaction = TRY(context.read());
    return TRY(portal_state(transaction)).version;
}

Result<http::Response> answer(PageCache& cache, const http::Handler& handler, Context& context,
                              const http::Request& request)
{
    if (!is_for_everybody(context, request)) return handler(context, request);
    const auto version = TRY(version_now(context));
    if (const auto held = cache.find(request.path(), version, context.now()))
        return answer_from(*held, request);
    auto response = TRY(handler(context, request));
    if (!may_be_kept(response)) return response;
    const auto page = cache.keep(request.path(), version, context.now(), std::move(response));
    return answer_from(*page, request);
}

}  // namespace

http::Handler cached(std::shared_ptr<PageCache> cache, http::Handler handler)
{
    return [cache = std::move(cache), handler = std::move(handler)](Context& context,
                                                                    const http::Request& request) {
        return answer(*cache, handler, context, request);
    };
}

}  // namespace caicach::newsroom
