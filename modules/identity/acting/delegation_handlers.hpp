#pragma once
#include "base/result.hpp"
#include "http/request.hpp"
#include "http/response.hpp"
#include "manifest/context.hpp"

/// Delegations of oneself, or, with "nguoi", the code of an account, of somebody that the actor
/// administers; others have none to be seen.
namespace caicach::identity
{

/// GET /uy-quyen
[[nodiscard]] Result<http::Response> show_delegations(Context& context,
                                                      const http::Request& request);
/// GET /uy-quyen/moi
[[nodiscard]] Result<http::Response> show_new_delegation(Context& context,
                                                         const http::Request& request);
/// POST /uy-quyen
[[nodiscard]] Result<http::Response> post_delegation(Context& context,
                                                     const http::Request& request);
/// POST /uy-quyen/ket-thuc
[[nodiscard]] Result<http::Response> post_delegation_end(Context& context,
                                                         const http::Request& request);

}  // namespace caicach::identity
