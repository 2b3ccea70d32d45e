#include "identity/sessions/session_beginning.hpp"

#include <string>

#include "identity/api.hpp"
#include "identity/limits.hpp"
#include "identity/sessions/browser_name.hpp"
#include "identity/sessions/session_store.hpp"

namespace caicach::identity
{

std::string_view session_token(const http::Request& request)
{
    return request.cookie(http::cookie_name(session_cookie)).value_or("");
}

Result<http::Cookie> begin_session(Context& context, database::Transaction& transaction,
                                   const http::Request& request, const Actor& actor,
                                   Assurance assurance)
{
    auto sessions = SessionStore{transaction};
    TRY(sessions.end(session_token(request)));
    const auto begun = TRY(sessions.begin(actor, context.now(), assurance,
                                          {.address = request.remote_address(),
                                           .browser = browser_name(request.header("user-agent"))}));
    // The context's actor is still nobody; the line belongs to the person who came in, and names
    // the session, so that all that is done in it can be found from here.
    context.set_origin({.address = request.remote_address(), .session = begun.session.handle()});
    TRY(context.record_as(actor, transaction, "identity.session.created", "account",
                          actor.account.value));
    return http::Cookie{
        .name = std::string(session_cookie), .value = begun.token, .seconds = std::nullopt};
}

std::string_view onward_path(std::string_view target)
{
    constexpr std::string_view home = "/";
    const bool is_ours = target.starts_with('/') && !target.starts_with("//") &&
                         target.size() <= limits::return_path_length_max &&
                         target.find('\\') == std::string_view::npos &&
                         target.find('\n') == std::string_view::npos &&
                         target.find('\r') == std::string_view::npos;
    if (!is_ours || target.starts_with(sign_in_path()) || target.starts_with(sign_out_path()))
        return home;
    return target;
}

}  // namespace caicach::identity
