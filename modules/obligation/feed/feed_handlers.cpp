#include "obligation/feed/feed_handlers.hpp"

#include <utility>

#include "obligation/feed/feed_views.hpp"
#include "obligation/paths.hpp"
#include "obligation/permissions.hpp"
#include "web/components/fault.hpp"
#include "web/components/frame.hpp"

namespace caicach::obligation
{
namespace
{

Result<http::Response> feeds_with(Context& context, std::optional<Error> error)
{
    TRY(context.require(see_work, context.actor().agency));
    auto transaction = TRY(context.read());
    FeedsPage page{.error = std::move(error)};
    auto own = TRY(own_feeds(context, transaction));
    page.feeds.reserve(own.size());
    for (auto& feed : own) {
        auto agency = TRY(organisation::agency_by_id(transaction, feed.agency, context.today()));
        page.feeds.push_back({.feed = std::move(feed), .agency = std::move(agency.name)});
    }
    return feeds_page(context, page);
}

Result<std::string> made(Context& context, const http::Request& request)
{
    const auto whose = TRY(request.text("whose"));
    auto transaction = TRY(context.begin());
    auto secret = TRY(make_feed(context, transaction, whose == feed_of_mine));
    TRY(transaction.commit());
    return secret;
}

}  // namespace

Result<http::Response> show_feeds(Context& context, const http::Request& /*request*/)
{
    return feeds_with(context, {});
}

Result<http::Response> post_feed(Context& context, const http::Request& request)
{
    const auto secret = made(context, request);
    if (secret) return new_feed_page(context, whole_feed_address(context, request, *secret));
    if (!web::is_about_form(secret.error())) return tl::unexpected<Error>(secret.error());
    return feeds_with(context, secret.error());
}

Result<http::Response> post_feed_revocation(Context& context, const http::Request& request)
{
    const auto code = TRY(request.text("feed"));
    auto transaction = TRY(context.begin());
    TRY(revoke_feed(context, transaction, code));
    TRY(transaction.commit());
    return web::redirect_with(feeds_path(), "obligation.feed.revoked");
}

Result<http::Response> download_feed(Context& context, const http::Request& request)
{
    const auto secret = TRY(request.path<std::string>("secret"));
    auto transaction = TRY(context.read());
    const auto calendar = TRY(feed_of(context, transaction, secret));
    auto text = TRY(document::write_calendar(calendar));
    http::Response response{200, "text/calendar; charset=utf-8", std::move(text)};
    return response.set_download_name("viec.ics");
}

}  // namespace caicach::obligation
