#pragma once
#include "http/request.hpp"
#include "http/response.hpp"
#include "manifest/context.hpp"

namespace caicach::organisation
{

/// POST /co-quan/lien-he: one more way to find an agency, from today on.
[[nodiscard]] Result<http::Response> post_contact(Context& context, const http::Request& request);
/// POST /co-quan/lien-he/thoi-dung: it holds until yesterday.
[[nodiscard]] Result<http::Response> post_contact_ending(Context& context,
                                                         const http::Request& request);

}  // namespace caicach::organisation
