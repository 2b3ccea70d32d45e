#pragma once
#include <string>

#include "base/result.hpp"
#include "http/request.hpp"
#include "http/response.hpp"
#include "identity/passwords/password_desk.hpp"
#include "manifest/context.hpp"

/// One's own second factor: set up, moved to another telephone, its recovery codes.
namespace caicach::identity
{

[[nodiscard]] std::string own_second_factor_path();
[[nodiscard]] std::string own_enrolment_path();

/// GET /tai-khoan/cua-toi/hai-buoc
[[nodiscard]] Result<http::Response> show_own_second_factor(Context& context,
                                                            const http::Request& request);
/// POST /tai-khoan/cua-toi/hai-buoc: asks the password, and a code where there is a second factor
/// (ASVS 5.0, 7.5.1); goes on to set up a telephone ("viec" is "dien-thoai"), or answers with new
/// recovery codes ("ma").
[[nodiscard]] Result<http::Response> change_own_second_factor(PasswordDesk& desk, Context& context,
                                                              const http::Request& request);

/// GET /tai-khoan/cua-toi/hai-buoc/dien-thoai: the secret for the telephone, for ten minutes.
[[nodiscard]] Result<http::Response> show_own_enrolment(Context& context,
                                                        const http::Request& request);
/// POST /tai-khoan/cua-toi/hai-buoc/dien-thoai: the app's first code. All other sessions end, this
/// one goes on under a new token, and the recovery codes are the answer.
[[nodiscard]] Result<http::Response> enrol_own_telephone(Context& context,
                                                         const http::Request& request);

}  // namespace caicach::identity
