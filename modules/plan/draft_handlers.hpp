#pragma once
#include "http/request.hpp"
#include "http/response.hpp"
#include "manifest/context.hpp"

namespace caicach::plan
{

Result<http::Response> show_drafts(Context& context, const http::Request& request);
Result<http::Response> create_draft(Context& context, const http::Request& request);
Result<http::Response> show_draft(Context& context, const http::Request& request);
/// How far the reading is; for the page that waits for it.
Result<http::Response> show_reading(Context& context, const http::Request& request);
/// Has the file read once more after the job gave up.
Result<http::Response> create_reading(Context& context, const http::Request& request);
Result<http::Response> confirm_discard(Context& context, const http::Request& request);
Result<http::Response> create_discard(Context& context, const http::Request& request);
Result<http::Response> show_history(Context& context, const http::Request& request);

}  // namespace caicach::plan
