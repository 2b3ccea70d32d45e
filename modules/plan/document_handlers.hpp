#pragma once
#include "http/request.hpp"
#include "http/response.hpp"
#include "manifest/context.hpp"

namespace caicach::plan
{

Result<http::Response> show_document(Context& context, const http::Request& request);
Result<http::Response> save_document(Context& context, const http::Request& request);
/// A person has looked at a doubt about the whole document.
Result<http::Response> settle_note(Context& context, const http::Request& request);

}  // namespace caicach::plan
