#pragma once
#include <string_view>

#include "base/result.hpp"
#include "http/cookie.hpp"
#include "http/request.hpp"
#include "identity/sessions/session.hpp"
#include "manifest/context.hpp"

namespace caicach::identity
{

/// The token of this browser's session, as its cookie says; may be empty.
[[nodiscard]] std::string_view session_token(const http::Request& request);

/// Begins a session for who has just proved to be `actor`, with its audit line; the cookie goes
/// into the answer once the transaction is committed. Whatever session the browser had ends here:
/// nobody can have planted the new one. Only a session of full assurance serves a person whose
/// roles ask for a second factor.
[[nodiscard]] Result<http::Cookie> begin_session(Context& context,
                                                 database::Transaction& transaction,
                                                 const http::Request& request, const Actor& actor,
                                                 Assurance assurance);

/// A path of ours to go on to after signing in; "/" for anything else, and for the pages of signing
/// in and out themselves.
[[nodiscard]] std::string_view onward_path(std::string_view target);

}  // namespace caicach::identity
