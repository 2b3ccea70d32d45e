#pragma once
#include "http/request.hpp"
#include "http/response.hpp"
#include "manifest/context.hpp"

namespace caicach::plan
{

/// The editor of an item: a page, or for htmx the form alone.
Result<http::Response> show_item(Context& context, const http::Request& request);
Result<http::Response> save_item(Context& context, const http::Request& request);
Result<http::Response> show_new_item(Context& context, const http::Request& request);
Result<http::Response> create_item(Context& context, const http::Request& request);
/// Where a person types what becomes of each half.
Result<http::Response> show_split(Context& context, const http::Request& request);

/// Whom the plan means by a name that nobody knows.
Result<http::Response> show_name(Context& context, const http::Request& request);
Result<http::Response> identify_name(Context& context, const http::Request& request);

}  // namespace caicach::plan
