#pragma once
#include "http/request.hpp"
#include "http/response.hpp"
#include "manifest/context.hpp"

namespace caicach::organisation
{

/// GET /co-quan: the directory, with search and a filter by kind: public.
[[nodiscard]] Result<http::Response> show_agencies(Context& context, const http::Request& request);
/// GET /co-quan/danh-muc.csv and .xlsx: what the page finds, all of it.
[[nodiscard]] Result<http::Response> export_agencies_csv(Context& context,
                                                         const http::Request& request);
[[nodiscard]] Result<http::Response> export_agencies_xlsx(Context& context,
                                                          const http::Request& request);

}  // namespace caicach::organisation
