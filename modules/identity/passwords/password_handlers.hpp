#pragma once
#include "base/result.hpp"
#include "http/request.hpp"
#include "http/response.hpp"
#include "identity/passwords/password_desk.hpp"
#include "manifest/context.hpp"

namespace caicach::identity
{

/// POST /dang-nhap: user name and password; leads on, or to the second step. One answer for an
/// unknown name, a wrong password and a disabled account; 429 with Retry-After beyond the limits.
[[nodiscard]] Result<http::Response> create_session_by_password(PasswordDesk& desk,
                                                                Context& context,
                                                                const http::Request& request);

/// GET /loi-moi/{token}: whose invitation this is, and the form to choose a password. Uses nothing
/// up: mail scanners and previews may look.
[[nodiscard]] Result<http::Response> show_invitation(Context& context,
                                                     const http::Request& request);
/// POST /loi-moi/{token}: the password is set, older sessions end, this browser is signed in or
/// goes to the second step.
[[nodiscard]] Result<http::Response> accept_invitation(const PasswordDesk& desk, Context& context,
                                                       const http::Request& request);

/// POST /tai-khoan/cua-toi/mat-khau: asks the old password; the other sessions end.
[[nodiscard]] Result<http::Response> change_password(PasswordDesk& desk, Context& context,
                                                     const http::Request& request);

}  // namespace caicach::identity
