#include "identity/oidc/oidc_handlers.hpp"

#include <algorithm>
#include <utility>

#include "base/log.hpp"
#include "crypto/crypto.hpp"
#include "database/transaction.hpp"
#include "http/percent.hpp"
#include "identity/api.hpp"
#include "identity/limits.hpp"
#include "identity/oidc/oidc_accounts.hpp"
#include "identity/oidc/oidc_link_store.hpp"
#include "identity/oidc/oidc_views.hpp"
#include "identity/second_factor/second_factor.hpp"
#include "identity/sessions/session_beginning.hpp"
#include "identity/sign_in/admission.hpp"
#include "identity/sign_in/sign_in_views.hpp"
#include "identity/wait_error.hpp"

namespace caicach::identity
{

namespace
{

http::Cookie attempt_cookie(std::string value, std::int64_t seconds)
{
    return {.name = std::string(oidc_cookie), .value = std::move(value), .seconds = seconds};
}

/// Known to the provider beforehand; it sends browsers nowhere else.
std::string return_address(const Context& context)
{
    return context.services().site + oidc_return_path();
}

/// The attempt of this browser, where the answer is to it.
Result<OidcAttempt> attempt_in(const Context& context, const http::Request& request)
{
    const auto unknown = [] {
        return failure(Failure::forbidden, "identity.oidc.attempt_unknown");
    };
    const auto cookie = request.cookie(http::cookie_name(oidc_cookie));
    auto attempt = cookie ? OidcAttempt::from_cookie(*cookie) : std::nullopt;
    if (!attempt || !attempt->is_alive(context.now())) return unknown();
    const auto state = request.query("state").value_or("");
    if (!crypto::constant_time_equal(state, attempt->state())) return unknown();
    return std::move(*attempt);
}

/// In a transaction of its own, before the network is asked: of two answers at once one is first.
Result<void> use_up(Context& context, const OidcAttempt& attempt)
{
    auto transaction = TRY(context.begin());
    const bool is_first = TRY(OidcLinkStore{transaction}.use_up(attempt.mark(), context.now()));
    if (!is_first) return failure(Failure::forbidden, "identity.oidc.attempt_used");
    return transaction.commit();
}

Result<OidcAnswer> answer_in(const http::Request& request)
{
    const auto code = request.query("code").value_or("");
    if (request.query("error") || code.empty() || code.size() > limits::oidc_code_length_max)
        return failure(Failure::forbidden, "identity.oidc.declined");
    OidcAnswer answer{.code = std::string(code)};
    if (const auto issuer = request.query("iss")) answer.issuer = std::string(*issuer);
    return answer;
}

/// An attempt that failed has its line, too: by whom is not known, at whom perhaps.
Result<void> record_refusal(Context& context, database::Transaction& transaction, AccountId account)
{
    TRY(context.record(transaction, "identity.session.refused", "account", account.value));
    return transaction.commit();
}

/// What the provider did counts as a second factor only where the operator has named it so.
bool proves_two_factors(const SignInProvider& provider, const OidcIdentity& identity)
{
    return std::ranges::any_of(identity.proofs, [&](const std::string& proof) {
        return std::ranges::find(provider.second_factor, proof) != provider.second_factor.end();
    });
}

Result<http::Response> sign_in(Context& context, const http::Request& request,
                               const OidcAttempt& attempt, const OidcIdentity& identity)
{
    const auto key = TRY(second_factor_key(context));
    auto transaction = TRY(context.begin());
    const auto finding = TRY(find_oidc_account(context, transaction, identity));
    if (!finding.is_admitted) {
        TRY(record_refusal(context, transaction, finding.known));
        return failure(Failure::forbidden, "identity.oidc.account_refused", {}, {identity.subject});
    }
    const auto actor = TRY(actor_of(transaction, finding.known, context.today()));
    http::Cookie cookie;
    std::string path{onward_path(attempt.target())};
    if (proves_two_factors(context.services().sign_in_provider, identity)) {
        cookie = TRY(begin_session(context, transaction, request, actor, Assurance::full));
    } else {
        auto admission = TRY(admit(context, transaction, request, key, actor, path));
        cookie = std::move(admission.cookie);
        path = std::move(admission.path);
    }
    TRY(transaction.commit());
    auto response = http::redirect(path);
    response.add_cookie(cookie);
    return response;
}

Result<http::Response> take_answer(OidcDesk& desk, Context& context, const http::Request& request)
{
    const auto& provider = context.services().sign_in_provider;
    const auto attempt = TRY(attempt_in(context, request));
    const auto& address = request.remote_address();
    // Counted by address alone: no name is tried here, each attempt has its own.
    const auto& rates = context.services().rates;
    if (const auto wait = desk.limits().begin(rates, address, attempt.mark(), context.now())) {
        return delayed(oidc_refused_page(context, wait_error({}, *wait)), *wait);
    }
    TRY(use_up(context, attempt));
    const auto answer = TRY(answer_in(request));
    const auto identity =
        desk.redeem(provider, attempt, answer, return_address(context), context.now());
    if (!identity) {
        if (identity.error().kind == Failure::unavailable) {
            desk.limits().take_back(address, attempt.mark());
        } else {
            auto transaction = TRY(context.begin());
            TRY(record_refusal(context, transaction, {}));
        }
        return tl::unexpected(identity.error());
    }
    auto response = TRY(sign_in(context, request, attempt, *identity));
    desk.limits().succeeded(address, attempt.mark());
    return response;
}

/// The failure as a page; what the operator must know goes to the log.
http::Response refused(const Context& context, const Error& error)
{
    if (!error.detail.empty())
        log::warning(
            "signing in at the provider failed",
            {{"request", context.request_id()}, {"key", error.key}, {"detail", error.detail}});
    auto response = oidc_refused_page(context, error);
    if (error.kind == Failure::unavailable)
        response.set_header("Retry-After", http::HeaderValue::number(limits::oidc_rest_seconds));
    return response;
}

bool is_asked_properly(const Context& context, const http::Request& request)
{
    return context.services().sign_in_provider.is_on() && request.method() == http::Method::get;
}

}  // namespace

std::string oidc_path() { return sign_in_path() + "/dinh-danh"; }
std::string oidc_path(std::string_view target)
{
    const auto onward = onward_path(target);
    return onward == "/" ? oidc_path() : oidc_path() + "?tiep=" + http::percent_encoded(onward);
}
std::string oidc_return_path() { return oidc_path() + "/tro-ve"; }

Result<http::Response> leave_for_provider(OidcDesk& desk, Context& context,
                                          const http::Request& request)
{
    if (!is_asked_properly(context, request)) return failure(Failure::not_found, "http.not_found");
    const auto attempt =
        OidcAttempt::begin(context.now(), onward_path(request.query("tiep").value_or("")));
    const auto way = desk.way_out(context.services().sign_in_provider, attempt,
                                  return_address(context), context.now());
    if (!way) return refused(context, way.error());
    const auto location = http::HeaderValue::create(*way);
    if (!location) return refused(context, location.error());
    // http::redirect knows our own pages only; this address was checked against the configuration.
    constexpr int see_other = 303;
    auto response = http::plain_text("", see_other);
    response.set_header("Location", *location);
    response.add_cookie(attempt_cookie(attempt.cookie(), limits::oidc_attempt_seconds));
    return response;
}

Result<http::Response> return_from_provider(OidcDesk& desk, Context& context,
                                            const http::Request& request)
{
    if (!is_asked_properly(context, request)) return failure(Failure::not_found, "http.not_found");
    auto answer = take_answer(desk, context, request);
    auto response = answer ? std::move(*answer) : refused(context, answer.error());
    response.add_cookie(attempt_cookie("-", 0));
    return response;
}

}  // namespace caicach::identity
