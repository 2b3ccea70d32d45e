#pragma once
#include "http/request.hpp"
#include "http/response.hpp"
#include "manifest/context.hpp"

namespace caicach::obligation
{

/// What counts for one obligation, with its proof, as a ZIP; for who may see the obligation.
[[nodiscard]] Result<http::Response> download_proof_pack(Context& context,
                                                         const http::Request& request);

}  // namespace caicach::obligation
