#include "channel/subscription/subscription_handlers.hpp"

#include <algorithm>
#include <utility>

#include "channel/paths.hpp"
#include "channel/subscription/consent.hpp"
#include "channel/subscription/subscriber_store.hpp"
#include "channel/subscription/subscribing.hpp"
#include "channel/subscription/subscription_links.hpp"
#include "channel/subscription/subscription_views.hpp"
#include "web/components/frame.hpp"

namespace caicach::channel
{
namespace
{

using Way = SubscriptionLinks::Way;

Result<http::Response> subscribe_page_with(Context& context, SubscribePage page)
{
    auto transaction = TRY(context.read());
    page.agencies = TRY(newsletter_agencies(transaction, context.today()));
    page.consent = TRY(consent_on(context.today())).text;
    page.is_open = takes_subscribers(context.services());
    return subscribe_page(context, page);
}

Result<http::Response> show_subscribing(Context& context, const http::Request& request)
{
    SubscribePage page;
    page.agency = std::string(request.query("co-quan").value_or(""));
    return subscribe_page_with(context, std::move(page));
}

/// The agency of the form, which has a newsletter.
Result<organisation::AgencyId> newsletter_in(Context& context, database::Transaction& transaction,
                                             std::string_view slug)
{
    const auto agencies = TRY(newsletter_agencies(transaction, context.today()));
    const auto found = std::ranges::find(agencies, slug, &organisation::AgencySummary::slug);
    if (found == agencies.end())
        return failure(Failure::invalid, "channel.subscription.agency", "agency");
    return found->id;
}

Result<void> asked_by(Context& context, const http::Request& request)
{
    if (!takes_subscribers(context.services()))
        return failure(Failure::conflict, "channel.subscription.closed");
    const auto typed = TRY(request.text("address"));
    const auto address = TRY(parse_address(typed));
    if (!request.checked("consent"))
        return failure(Failure::invalid, "channel.subscription.consent", "consent");
    auto transaction = TRY(context.begin());
    const auto agency = TRY(newsletter_in(context, transaction, request.raw("agency")));
    TRY(ask_for_newsletter(context, transaction, agency, address));
    return transaction.commit();
}

/// What the form answers itself, so that nothing typed is lost.
bool is_said_beside_form(const Error& error)
{
    return web::is_about_form(error) || error.key == "channel.subscription.many";
}

/// Says the same whether anything is known of the address.
Result<http::Response> post_subscribing(Context& context, const http::Request& request)
{
    const auto asked = asked_by(context, request);
    if (asked) return web::redirect_with(subscribing_path(), "channel.subscription.was_asked");
    if (!is_said_beside_form(asked.error())) return tl::unexpected<Error>(asked.error());
    SubscribePage page{.form = http::Form(request), .fault = web::fault_of(context, asked.error())};
    page.agency = std::string(request.raw("agency"));
    return subscribe_page_with(context, std::move(page));
}

Result<SubscriberId> subscriber_in(const Context& context, const http::Request& request, Way way)
{
    const auto token = TRY(request.path<std::string>("token"));
    const auto links = TRY(SubscriptionLinks::open(context.services()));
    return links.read(way, token);
}

Result<SubscriptionPage> page_of(Context& context, const http::Request& request, Way way)
{
    const auto id = TRY(subscriber_in(context, request, way));
    auto transaction = TRY(context.read());
    SubscriptionPage page{.path = request.path()};
    page.subscriber = TRY(SubscriberStore{transaction}.find(id));
    auto agency =
        TRY(organisation::agency_by_id(transaction, page.subscriber.agency, context.today()));
    page.agency = std::move(agency.name);
    return page;
}

/// A scanner of letters opens links: it changes nothing.
Result<http::Response> show_confirming(Context& context, const http::Request& request)
{
    const auto page = TRY(page_of(context, request, Way::confirm));
    if (page.subscriber.ended_at) return failure(Failure::conflict, "channel.subscription.ended");
    return confirming_page(context, page);
}

Result<http::Response> post_confirming(Context& context, const http::Request& request)
{
    const auto id = TRY(subscriber_in(context, request, Way::confirm));
    auto transaction = TRY(context.begin());
    TRY(confirm_subscription(context, transaction, id));
    TRY(transaction.commit());
    return http::redirect(request.path());
}

Result<http::Response> show_leaving(Context& context, const http::Request& request)
{
    const auto page = TRY(page_of(context, request, Way::leave));
    return leaving_page(context, page);
}

Result<http::Response> post_leaving(Context& context, const http::Request& request)
{
    const auto id = TRY(subscriber_in(context, request, Way::leave));
    auto transaction = TRY(context.begin());
    TRY(end_subscription(context, transaction, id, SubscriberState::left));
    TRY(transaction.commit());
    // A mail program posts, and follows nothing (RFC 8058, 3.1): only the page's own form does.
    if (request.raw("List-Unsubscribe") == "One-Click")
        return http::plain_text("Từ nay không gửi bản tin này cho bạn.\n");
    return http::redirect(request.path());
}

}  // namespace

void add_subscriptions(Module& module)
{
    constexpr RouteOptions by_code{.rate = http::RouteRate::code};
    const auto anyone = http::Access::anyone;
    module.get("/ban-tin/dang-ky", anyone, show_subscribing);
    module.post("/ban-tin/dang-ky", anyone, post_subscribing, {.rate = http::RouteRate::reset});
    module.get("/ban-tin/xac-nhan/{token}", anyone, show_confirming, by_code);
    module.post("/ban-tin/xac-nhan/{token}", anyone, post_confirming, by_code);
    module.get("/ban-tin/thoi-nhan/{token}", anyone, show_leaving, by_code);
    module.post("/ban-tin/thoi-nhan/{token}", anyone, post_leaving,
                {.rate = http::RouteRate::code, .is_posted_by_programs = true});
    module.audits({"channel.subscription.confirmed", "xác nhận nhận bản tin"});
    module.audits({"channel.subscription.ended", "thôi nhận bản tin"});
    module.audits_about({subscriber_object, "người nhận bản tin", {}});
}

}  // namespace caicach::channel
