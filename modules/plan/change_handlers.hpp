#pragma once
#include "http/request.hpp"
#include "http/response.hpp"
#include "manifest/context.hpp"

/// What an amended reading changes, and whether a person accepts it.
namespace caicach::plan
{

Result<http::Response> show_changes(Context& context, const http::Request& request);
/// Accepts all that is not decided yet.
Result<http::Response> accept_changes(Context& context, const http::Request& request);
Result<http::Response> accept_change(Context& context, const http::Request& request);
Result<http::Response> refuse_change(Context& context, const http::Request& request);
Result<http::Response> reopen_change(Context& context, const http::Request& request);

}  // namespace caicach::plan
