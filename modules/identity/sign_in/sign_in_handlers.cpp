#include "identity/sign_in/sign_in_handlers.hpp"

#include <string>
#include <utility>

#include "http/percent.hpp"
#include "identity/api.hpp"
#include "identity/sessions/session_beginning.hpp"
#include "identity/sessions/session_store.hpp"
#include "identity/sign_in/sign_in_link.hpp"
#include "identity/sign_in/sign_in_views.hpp"

namespace caicach::identity
{

namespace
{

/// Sample links open an account without any secret of its own: only on the very machine that
/// printed them, and never where the data are real.
Result<void> require_sample_at_home(const Context& context, const http::Request& request)
{
    const auto& address = request.remote_address();
    const bool is_loopback =
        address == "::1" || address.starts_with("127.") || address.starts_with("::ffff:127.");
    if (!context.services().is_sample) return failure(Failure::forbidden, "identity.sample_only");
    if (!is_loopback) return failure(Failure::forbidden, "identity.loopback_only");
    return {};
}

/// The link, if it still opens an account now.
Result<SignInLink> open_link(SignInLinkStore& links, std::string_view token, Instant now)
{
    auto link = TRY(links.find(token));
    TRY(link.admits(now));
    return link;
}

}  // namespace

std::string sign_in_path() { return "/dang-nhap"; }
std::string sign_in_path(std::string_view target)
{
    const auto onward = onward_path(target);
    if (onward == "/") return sign_in_path();
    return sign_in_path() + "?tiep=" + http::percent_encoded(onward);
}

std::string sign_out_path() { return "/dang-xuat"; }

Result<http::Response> show_sign_in(Context& context, const http::Request& request)
{
    return sign_in_page(context,
                        {.target = std::string(onward_path(request.query("tiep").value_or("")))});
}

Result<http::Response> show_sign_in_link(Context& context, const http::Request& request)
{
    TRY(require_sample_at_home(context, request));
    const auto token = TRY(request.path<std::string>("token"));
    auto transaction = TRY(context.read());
    auto links = SignInLinkStore{transaction};
    const auto link = open_link(links, token, context.now());
    if (!link) return sign_in_refused_page(context, link.error());
    const auto actor = TRY(actor_of(transaction, link->account.id, context.today()));
    return sign_in_link_page(context, {.person = actor.name,
                                       .agency = actor.agency_name,
                                       .role = std::string(text_of(link->role)),
                                       .action = sign_in_path() + "/" + token});
}

Result<http::Response> create_session(Context& context, const http::Request& request)
{
    TRY(require_sample_at_home(context, request));
    const auto token = TRY(request.path<std::string>("token"));
    auto transaction = TRY(context.begin());
    auto links = SignInLinkStore{transaction};
    const auto link = open_link(links, token, context.now());
    if (!link) return sign_in_refused_page(context, link.error());
    TRY(links.use_up(token, context.now()));
    // Who reads it in the terminal where the program was started needs no telephone besides.
    const auto actor = TRY(actor_of(transaction, link->account.id, context.today()));
    const auto cookie = TRY(begin_session(context, transaction, request, actor, Assurance::full));
    TRY(transaction.commit());
    auto response = http::redirect("/");
    response.add_cookie(cookie);
    return response;
}

Result<http::Response> remove_session(Context& context, const http::Request& request)
{
    auto transaction = TRY(context.begin());
    TRY(SessionStore{transaction}.end(session_token(request)));
    TRY(context.record(transaction, "identity.session.removed", "account",
                       context.actor().account.value));
    TRY(transaction.commit());
    auto response = http::redirect(sign_in_path());
    response.add_cookie({.name = std::string(session_cookie), .value = "", .seconds = 0});
    // ASVS 5.0, V14: what the browser kept of the person goes too.
    response.set_header("Clear-Site-Data", "\"cache\", \"storage\"");
    return response;
}

}  // namespace caicach::identity
