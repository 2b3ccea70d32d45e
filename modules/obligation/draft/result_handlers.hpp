#pragma once
#include "http/request.hpp"
#include "http/response.hpp"
#include "manifest/context.hpp"
#include "manifest/module.hpp"

namespace caicach::obligation
{

[[nodiscard]] Result<http::Response> post_result(Context& context, const http::Request& request);
[[nodiscard]] Result<http::Response> post_draft(Context& context, const http::Request& request);
/// Quietly, by script: the texts alone. Answers with the new version, or with both drafts (409).
[[nodiscard]] Result<http::Response> post_draft_text(Context& context,
                                                     const http::Request& request);
[[nodiscard]] Result<http::Response> post_draft_end(Context& context, const http::Request& request);

/// The routes of results and their drafts.
void add_results(Module& module);

}  // namespace caicach::obligation
