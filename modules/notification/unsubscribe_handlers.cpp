#include "notification/unsubscribe_handlers.hpp"

#include <algorithm>

#include "notification/rules/rules.hpp"
#include "notification/sending/unsubscribe_links.hpp"
#include "notification/unsubscribe_views.hpp"

namespace caicach::notification
{
namespace
{

Result<UnsubscribeLinks::Target> target_of(const Context& context, const http::Request& request)
{
    const auto token = TRY(request.path<std::string>("token"));
    const auto links = TRY(UnsubscribeLinks::open(context.services()));
    auto target = links.read(token);
    if (!target) return failure(Failure::not_found, "notification.link.broken");
    return std::move(*target);
}

Result<UnsubscribingView> asked_in(Context& context, const http::Request& request)
{
    UnsubscribingView asked{.path = request.path()};
    asked.target = TRY(target_of(context, request));
    asked.purpose = TRY(purpose_on(asked.target.purpose, context.today()));
    auto transaction = TRY(context.read());
    const auto refusals = TRY(refusals_of(transaction, asked.target.address));
    asked.is_refused = std::ranges::any_of(refusals, [&](const Refusal& refusal) {
        return refusal.channel == asked.target.channel && refusal.purpose == asked.target.purpose;
    });
    return asked;
}

}  // namespace

Result<http::Response> show_unsubscribing(Context& context, const http::Request& request)
{
    const auto asked = TRY(asked_in(context, request));
    return unsubscribing_page(context, asked);
}

Result<http::Response> post_unsubscribing(Context& context, const http::Request& request)
{
    const auto target = TRY(target_of(context, request));
    const Refusal refusal{.channel = target.channel, .purpose = target.purpose};
    auto transaction = TRY(context.begin());
    if (request.checked("again")) {
        TRY(want_again(context, transaction, target.address, refusal));
    } else {
        TRY(refuse(context, transaction, target.address, refusal));
    }
    TRY(transaction.commit());
    // A mail program posts, and follows nothing (RFC 8058, 3.1): only the page's own form does.
    if (request.raw("List-Unsubscribe") == "One-Click")
        return http::plain_text("Từ nay không gửi loại tin này tới địa chỉ của bạn.\n");
    return http::redirect(request.path());
}

}  // namespace caicach::notification
