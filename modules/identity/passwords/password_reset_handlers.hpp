#pragma once
#include "base/result.hpp"
#include "http/request.hpp"
#include "http/response.hpp"
#include "identity/passwords/password_desk.hpp"
#include "manifest/context.hpp"

/// A forgotten password: asked for by mail, chosen anew behind a one-time address.
namespace caicach::identity
{

/// GET /quen-mat-khau: asks for the user name; where no letters are sent, says whom to ask.
[[nodiscard]] Result<http::Response> show_forgotten(Context& context, const http::Request& request);
/// POST /quen-mat-khau: the same answer, after the same work, whether there is such an account or
/// not. What comes of it is in the letter (password_reset_job.hpp).
[[nodiscard]] Result<http::Response> ask_for_reset(PasswordDesk& desk, Context& context,
                                                   const http::Request& request);

/// GET /quen-mat-khau/{token}: the form to choose a new password. Uses nothing up: mail scanners
/// may look.
[[nodiscard]] Result<http::Response> show_reset(Context& context, const http::Request& request);
/// POST /quen-mat-khau/{token}: the password is set, all sessions end, and the person signs in,
/// with the second factor where there is one.
[[nodiscard]] Result<http::Response> accept_reset(const PasswordDesk& desk, Context& context,
                                                  const http::Request& request);

}  // namespace caicach::identity
