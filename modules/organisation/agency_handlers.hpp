#pragma once
#include "http/request.hpp"
#include "http/response.hpp"
#include "manifest/context.hpp"
#include "organisation/agency_views.hpp"

namespace caicach::organisation
{

[[nodiscard]] Result<http::Response> show_agency(Context& context, const http::Request& request);
/// The same page with a form that was refused.
[[nodiscard]] Result<http::Response> show_agency_with(Context& context, std::string_view slug,
                                                      AgencyForms forms);

[[nodiscard]] Result<http::Response> show_new_agency(Context& context,
                                                     const http::Request& request);
[[nodiscard]] Result<http::Response> post_agency(Context& context, const http::Request& request);
[[nodiscard]] Result<http::Response> post_alias(Context& context, const http::Request& request);

}  // namespace caicach::organisation
