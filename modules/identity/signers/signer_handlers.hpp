#pragma once
#include "base/result.hpp"
#include "http/request.hpp"
#include "http/response.hpp"
#include "manifest/context.hpp"

/// Who signs the documents of an agency; without "co-quan" of the one acted for.
namespace caicach::identity
{

/// GET /nguoi-ky
[[nodiscard]] Result<http::Response> show_signers(Context& context, const http::Request& request);
/// POST /nguoi-ky: adds one; with "preview" shows the lines above the signature and keeps nothing.
[[nodiscard]] Result<http::Response> post_signer(Context& context, const http::Request& request);
/// POST /nguoi-ky/ket-thuc
[[nodiscard]] Result<http::Response> post_signer_end(Context& context,
                                                     const http::Request& request);

}  // namespace caicach::identity
