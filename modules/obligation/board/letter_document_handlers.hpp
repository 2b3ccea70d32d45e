#pragma once
#include "http/request.hpp"
#include "http/response.hpp"
#include "manifest/context.hpp"

namespace caicach::obligation
{

/// The list of the late, narrowed by the query, as an outgoing document: a notice, or with "mau" of
/// the form "bao-cao" a report. Sent twice under one key it is one. conflict
/// "obligation.late.none"; invalid "obligation.late.signer".
[[nodiscard]] Result<http::Response> post_late_document(Context& context,
                                                        const http::Request& request);

}  // namespace caicach::obligation
