#include "app/dispatcher.hpp"

#include <utility>

#include "app/assets.hpp"
#include "base/log.hpp"
#include "crypto/crypto.hpp"
#include "http/csrf.hpp"
#include "identity/api.hpp"
#include "identity/tokens/api_token_gate.hpp"
#include "web/components/frame.hpp"

namespace caicach::app
{
namespace
{

/// Carries the CSRF secret of a visitor who is not signed in, on the few pages that take a POST
/// from anyone; public pages set no cookie.
constexpr std::string_view visitor_cookie = "caicach-khach";
constexpr std::size_t visitor_secret_bytes = 24;

bool changes_something(http::Method method)
{
    return method != http::Method::get && method != http::Method::head &&
           method != http::Method::options;
}

/// A whole page shows the message of the last POST; fragments, tables and the API do not, and must
/// leave it for the page to come.
bool shows_messages(const http::Request& request, const http::Response& response)
{
    return request.method() == http::Method::get && !request.is_htmx() && response.status == 200 &&
           response.type.starts_with("text/html");
}

http::Response problem_of(const Context& context, const http::Request& request, const Error& error)
{
    return http::problem({.status = http::status_of(error.kind),
                          .key = error.key,
                          .title = context.message(error),
                          .field = error.field,
                          .request_id = request.request_id()});
}

void log_failure(const http::Request& request, const Error& error)
{
    if (error.kind != Failure::internal && error.kind != Failure::unavailable) return;
    log::error("request failed",
               {{"request", request.request_id()}, {"key", error.key}, {"detail", error.detail}});
}

/// Who tried what they may not: by number, as the log knows no names. 0 is nobody.
void log_refusal(const Context& context, const http::Request& request, const Error& error)
{
    if (error.kind != Failure::forbidden) return;
    log::warning("refused", {{"request", request.request_id()},
                             {"key", error.key},
                             {"account", context.actor().account.value}});
}

}  // namespace

/// Who asks, and what guards the forms that we show.
struct Dispatcher::Visitor {
    std::optional<identity::Session> session{};
    std::optional<Actor> program{};        ///< that came with a token of the API
    std::optional<Error> token_refusal{};  ///< of one that is worth nothing
    std::string csrf_secret{};  ///< of the session, or of the visitor's cookie; may be empty
    bool is_new{};              ///< the visitor's cookie must be set

    [[nodiscard]] Actor actor() const
    {
        if (program) return *program;
        return session ? session->actor : Actor{};
    }
};

bool Dispatcher::takes_anonymous_posts(std::string_view path) const
{
    const auto match = m_system.router().find(http::Method::post, path);
    return match.outcome == http::RouteMatch::Outcome::found &&
           match.route->access == http::Access::anyone;
}

/// Whoever shows a token is nobody else, whatever cookie comes along.
Result<Dispatcher::Visitor> Dispatcher::program_of(const http::Request& request,
                                                   std::string_view token) const
{
    Visitor visitor;
    auto actor = m_system.token_gate().find(
        m_system.database(), {.text = token, .address = request.remote_address()},
        m_system.services().token_scopes, m_system.services().clock->now());
    if (actor) {
        visitor.program = std::move(*actor);
        return visitor;
    }
    const auto kind = actor.error().kind;
    if (kind != Failure::unauthenticated && kind != Failure::forbidden)
        return tl::unexpected<Error>(actor.error());
    if (kind == Failure::unauthenticated)
        log::warning("token refused",
                     {{"request", request.request_id()}, {"key", actor.error().key}});
    visitor.token_refusal = actor.error();
    return visitor;
}

Result<Dispatcher::Visitor> Dispatcher::visitor_of(const http::Request& request) const
{
    // Tokens are for programs: on pages they are nothing.
    const auto bearer = identity::bearer_in(request.header("authorization"));
    if (request.is_api() && !bearer.empty()) return program_of(request, bearer);
    Visitor visitor;
    if (const auto token = request.cookie(http::cookie_name(identity::session_cookie))) {
        auto transaction = TRY(m_system.database().read());
        visitor.session =
            TRY(m_system.gate().find(transaction, *token, m_system.services().clock->now()));
    }
    if (visitor.session) {
        visitor.csrf_secret = visitor.session->csrf_secret;
        return visitor;
    }
    if (!takes_anonymous_posts(request.path())) return visitor;
    if (const auto secret = request.cookie(http::cookie_name(visitor_cookie))) {
        visitor.csrf_secret = *secret;
    } else if (!changes_something(request.method())) {
        visitor.csrf_secret = crypto::random_token(visitor_secret_bytes);
        visitor.is_new = true;
    }
    return visitor;
}

Result<void> Dispatcher::check_access(const Context& context, const http::Route& route) const
{
    const auto& token = context.actor().token;
    if (token && !route.scope.empty() && !token->has_scope(route.scope))
        return failure(Failure::forbidden, "app.scope_missing", {}, {std::string{route.scope}});
    if (route.access.kind == http::Access::Kind::anyone) return {};
    if (!context.actor().is_signed_in()) {
        return failure(Failure::unauthenticated, "base.sign_in_first");
    }
    if (route.access.kind == http::Access::Kind::signed_in) return {};
    const auto* permission = m_system.permission(route.access.permission);
    VERIFY(permission != nullptr);
    if (context.may_anywhere(*permission)) return {};
    return failure(Failure::forbidden, "base.not_allowed", {}, {std::string{permission->text}});
}

http::Response Dispatcher::failed(const Context& context, const http::Request& request,
                                  const Error& error) const
{
    log_failure(request, error);
    log_refusal(context, request, error);
    if (request.is_api()) {
        auto response = problem_of(context, request, error);
        // RFC 6750, section 3: what would have been let in.
        if (error.kind == Failure::unauthenticated)
            response.set_header("WWW-Authenticate", "Bearer realm=\"caicach\"");
        return response;
    }
    if (error.kind != Failure::unauthenticated) return web::error_page(context, error);
    // A fragment must not become the sign-in page: htmx is told to leave for it.
    if (request.is_htmx()) {
        return web::error_page(context, error)
            .set_header("HX-Redirect", MUST(http::HeaderValue::create(identity::sign_in_path())));
    }
    if (changes_something(request.method())) return web::error_page(context, error);
    return http::redirect(identity::sign_in_path(request.target()));
}

http::Response Dispatcher::method_not_allowed(const Context& context, const http::Request& request,
                                              const std::string& allowed) const
{
    const Error error{Failure::not_found, "app.method_not_allowed"};
    auto response = request.is_api() ? http::problem({.status = 405,
                                                      .key = error.key,
                                                      .title = context.message(error),
                                                      .request_id = request.request_id()})
                                     : web::error_page(context, error).set_status(405);
    return response.set_header("Allow", MUST(http::HeaderValue::create(allowed)));
}

http::Response Dispatcher::run(Context& context, const http::Request& request,
                               const http::RouteMatch& match, const Visitor& visitor) const
{
    const auto access = check_access(context, *match.route);
    if (!access) return failed(context, request, access.error());
    if (changes_something(request.method()) && !match.route->is_posted_by_programs) {
        const auto header = request.header(http::csrf_header);
        const auto token = header.empty() ? request.raw(http::csrf_field) : header;
        if (visitor.csrf_secret.empty() || !http::csrf_matches(visitor.csrf_secret, token)) {
            return failed(context, request, Error{Failure::forbidden, "app.form_expired"});
        }
    }
    auto response = match.route->handler(context, request);
    if (!response) return failed(context, request, response.error());
    // Before the answer leaves: what cannot be written down is not shown.
    const auto recorded = m_system.readings().record(context, match.route->reads_personal_data);
    if (!recorded) return failed(context, request, recorded.error());
    return std::move(*response);
}

http::Response Dispatcher::answer(http::Request& request) const
{
    if (auto asset = asset_of(request)) return std::move(*asset);
    const auto visitor = visitor_of(request);
    Context context{m_system.services(), visitor ? visitor->actor() : Actor{},
                    request.request_id()};
    if (!visitor) return failed(context, request, visitor.error());
    context.set_origin({.address = request.remote_address(),
                        .session = visitor->session ? visitor->session->handle() : ""});
    const auto flash = request.cookie(http::cookie_name(web::flash_cookie));
    context.set_surroundings(
        {.path = request.path(),
         .csrf = visitor->csrf_secret.empty() ? "" : http::csrf_token(visitor->csrf_secret),
         .flash_key = std::string{flash.value_or("")},
         .capacities = visitor->session ? visitor->session->capacities : std::vector<Capacity>{}});

    auto match = m_system.router().find(request.method(), request.path());
    const auto* route = match.route;
    const auto charges = m_system.rates().admit(context.actor(), request, route, context.now());
    auto response = charges.refusal() != nullptr
                        ? too_many(context, request, *charges.refusal())
                        : routed(context, request, std::move(match), *visitor);
    m_system.rates().settle(charges, route, response);
    return response;
}

http::Response Dispatcher::too_many(const Context& context, const http::Request& request,
                                    const RateCharge& refusal) const
{
    const Error error{Failure::unavailable,
                      "app.too_many_requests",
                      {},
                      {std::to_string(refusal.verdict.seconds_to_wait)},
                      {}};
    constexpr int too_many_requests = 429;
    if (!request.is_api()) return web::error_page(context, error).set_status(too_many_requests);
    return http::problem({.status = too_many_requests,
                          .key = error.key,
                          .title = context.message(error),
                          .request_id = request.request_id()});
}

http::Response Dispatcher::routed(Context& context, http::Request& request, http::RouteMatch match,
                                  const Visitor& visitor) const
{
    if (visitor.token_refusal) return failed(context, request, *visitor.token_refusal);
    if (match.outcome == http::RouteMatch::Outcome::moved) return http::moved(match.location);
    if (match.outcome == http::RouteMatch::Outcome::not_found) {
        return failed(context, request, Error{Failure::not_found, "http.not_found"});
    }
    if (match.outcome == http::RouteMatch::Outcome::method_not_allowed) {
        return method_not_allowed(context, request, match.allow);
    }
    request.set_path_parameters(std::move(match.parameters));
    auto response = run(context, request, match, visitor);
    response.route = match.route->pattern;
    if (visitor.is_new) response.add_cookie({std::string{visitor_cookie}, visitor.csrf_secret});
    if (!context.surroundings().flash_key.empty() && shows_messages(request, response)) {
        response.add_cookie({std::string{web::flash_cookie}, "-", 0});
    }
    if (context.actor().is_signed_in() && response.caching == http::Caching::brief)
        response.set_caching(http::Caching::none);
    if (const auto& session = visitor.session) {
        const auto now = m_system.services().clock->now();
        const auto touched = m_system.gate().touch(m_system.database(), *session, now);
        if (!touched) log_failure(request, touched.error());
    }
    return response;
}

http::Response Dispatcher::page_for_visitors(std::string_view target) const
{
    constexpr int bad_request = 400;
    auto request = http::Request::create({.target = std::string{target}});
    if (!request) return refuse(bad_request, request.error());
    Context context{m_system.services(), Actor{}};
    context.set_surroundings({.path = request->path()});
    auto match = m_system.router().find(http::Method::get, request->path());
    return routed(context, *request, std::move(match), {});
}

http::Response Dispatcher::refuse(int status, const Error& error) const
{
    const Context context{m_system.services(), Actor{}};
    return web::error_page(context, error).set_status(status);
}

}  // namespace caicach::app
