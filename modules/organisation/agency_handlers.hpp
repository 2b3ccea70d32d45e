#pragma once
#include "http/request.hpp"
#include "http/response.hpp"
#include "manifest/context.hpp"
#include "organisation/agency_views.hpp"

namespace caicach::organisation
{

/// The directory, with search and a filter by kind: public.
[[nodiscard]] Result<http::Response> show_agencies(Context& context, const http::Request& request);
/// GET /co-quan/danh-muc.csv and .xlsx: what the page finds, all of it.
[[nodiscard]] Result<http::Response> export_agencies_csv(Context& context,
                                                         const http::Request& request);
[[nodiscard]] Result<http::Response> export_agencies_xlsx(Context& context,
                                                          const http::Request& request);
[[nodiscard]] Result<http::Response> show_agency(Context& context, const http::Request& request);
/// The same page with a form that was refused.
[[nodiscard]] Result<http::Response> show_agency_with(Context& context, std::string_view slug,
                                                      AgencyForms forms);

[[nodiscard]] Result<http::Response> show_new_agency(Context& context,
                                                     const http::Request& request);
[[nodiscard]] Result<http::Response> post_agency(Context& context, const http::Request& request);
[[nodiscard]] Result<http::Response> post_alias(Context& context, const http::Request& request);

}  // namespace caicach::organisation
