#include "identity/accounts/own_account_handlers.hpp"

#include <utility>

#include "identity/accounts/own_account_views.hpp"
#include "identity/api.hpp"
#include "identity/passwords/password_store.hpp"
#include "identity/sessions/session_beginning.hpp"
#include "identity/sessions/session_store.hpp"
#include "identity/sign_in/sign_in_views.hpp"
#include "identity/wait_error.hpp"
#include "web/components/frame.hpp"

namespace caicach::identity
{

namespace
{

Result<http::Response> own_account(Context& context, const http::Request& request,
                                   std::optional<Error> error)
{
    auto transaction = TRY(context.read());
    const auto id = context.actor().account;
    auto account = TRY(account_by_id(transaction, id));
    const auto hash = TRY(PasswordStore{transaction}.hash_of(id));
    auto sessions = TRY(SessionStore{transaction}.all_of(id, context.now()));
    return own_account_page(context, {.account = std::move(account),
                                      .has_password = hash.has_value(),
                                      .sessions = std::move(sessions),
                                      .this_one = token_hash(session_token(request)).value_or(""),
                                      .error = std::move(error)});
}

}  // namespace

std::string own_account_path() { return "/tai-khoan/cua-toi"; }

Result<http::Response> show_where_to_change_password(Context& context, const http::Request& request)
{
    static_cast<void>(context);
    static_cast<void>(request);
    return http::redirect(own_account_path());
}

Result<http::Response> show_own_account(Context& context, const http::Request& request)
{
    return own_account(context, request, {});
}

Result<http::Response> own_account_with(Context& context, const http::Request& request,
                                        const Error& error)
{
    return own_account(context, request, error);
}

Result<http::Response> own_account_delayed(Context& context, const http::Request& request,
                                           std::int64_t seconds)
{
    auto page = TRY(own_account(context, request, wait_error("old_password", seconds)));
    return delayed(std::move(page), seconds);
}

Result<http::Response> end_sessions(Context& context, const http::Request& request)
{
    const auto id = context.actor().account;
    const auto handle = TRY(request.maybe_text("phien"));
    auto transaction = TRY(context.begin());
    auto sessions = SessionStore{transaction};
    std::int64_t ended = 0;
    if (handle) {
        const bool was_there = TRY(sessions.end_of(id, *handle));
        ended = was_there ? 1 : 0;
    } else {
        ended = TRY(sessions.end_others(id, session_token(request)));
    }
    if (ended > 0) TRY(context.record(transaction, "identity.session.ended", "account", id.value));
    TRY(transaction.commit());
    return web::redirect_with(own_account_path(), "identity.session.ended");
}

}  // namespace caicach::identity
