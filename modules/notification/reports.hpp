#pragma once
#include "http/request.hpp"
#include "http/response.hpp"
#include "manifest/context.hpp"

namespace caicach::notification
{

/// GET /tin-nhan/{code}/{secret}?ket-qua=1: a gateway tells what became of a message. The secret is
/// the message's own; Kannel knows no other way than GET. not_found for a wrong one.
[[nodiscard]] Result<http::Response> take_report(Context& context, const http::Request& request);

}  // namespace caicach::notification
