#pragma once
#include "http/request.hpp"
#include "http/response.hpp"
#include "manifest/context.hpp"

namespace caicach::notification
{

/// GET /thong-bao: what the program tells who is signed in, newest first.
[[nodiscard]] Result<http::Response> show_bell(Context& context, const http::Request& request);
/// GET /thong-bao/so-moi: how much of it was not opened, for the head of every page.
[[nodiscard]] Result<http::Response> show_count(Context& context, const http::Request& request);
/// POST /thong-bao: all of it is read, or `message` alone, whose page is opened.
[[nodiscard]] Result<http::Response> post_read(Context& context, const http::Request& request);
/// POST /thong-bao/cach-nhan/ma: the code that was sent to a number comes back.
[[nodiscard]] Result<http::Response> post_number_proof(Context& context,
                                                       const http::Request& request);
/// GET /thong-bao/cach-nhan: how somebody wants to be told.
[[nodiscard]] Result<http::Response> show_wishes(Context& context, const http::Request& request);
/// POST there: their telephone, and what they want no more of.
[[nodiscard]] Result<http::Response> post_wishes(Context& context, const http::Request& request);

}  // namespace caicach::notification
