#pragma once
#include "http/request.hpp"
#include "http/response.hpp"
#include "manifest/context.hpp"

/// The small steps of review that need no form of their own; item_handlers.hpp has the editor.
namespace caicach::plan
{

Result<http::Response> show_attention(Context& context, const http::Request& request);
/// A person has looked at an item and it is right.
Result<http::Response> create_confirmation(Context& context, const http::Request& request);
Result<http::Response> create_split(Context& context, const http::Request& request);
Result<http::Response> create_merge(Context& context, const http::Request& request);
Result<http::Response> create_removal(Context& context, const http::Request& request);
Result<http::Response> create_restoration(Context& context, const http::Request& request);
/// Settles an unknown line, or opens it again.
Result<http::Response> settle_line(Context& context, const http::Request& request);
Result<http::Response> create_undo(Context& context, const http::Request& request);

}  // namespace caicach::plan
