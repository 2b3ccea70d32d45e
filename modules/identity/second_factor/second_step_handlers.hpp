#pragma once
#include <string>

#include "base/result.hpp"
#include "http/request.hpp"
#include "http/response.hpp"
#include "identity/passwords/password_desk.hpp"
#include "manifest/context.hpp"

/// After a right password, before the session.
namespace caicach::identity
{

[[nodiscard]] std::string second_step_path();

/// GET /dang-nhap/buoc-hai: asks for the code of the telephone; of whoever must have a second
/// factor and has none, shows how to set it up. Changes nothing. not_found
/// "identity.second_step.over" without a right password some minutes ago.
[[nodiscard]] Result<http::Response> show_second_step(Context& context,
                                                      const http::Request& request);

/// POST /dang-nhap/buoc-hai: a right code begins the session, and answers with the recovery codes
/// where it set the telephone up. Five tries, then the password is asked anew; failures count for
/// account and address as those of passwords do, 429 beyond.
[[nodiscard]] Result<http::Response> create_session_by_code(PasswordDesk& desk, Context& context,
                                                            const http::Request& request);

}  // namespace caicach::identity
