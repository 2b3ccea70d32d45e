#pragma once
#include "http/request.hpp"
#include "http/response.hpp"
#include "manifest/context.hpp"

namespace caicach::organisation
{

/// GET /co-quan/sap-xep: all decisions, newest first: who came after whom.
[[nodiscard]] Result<http::Response> show_reorganisations(Context& context,
                                                          const http::Request& request);
/// GET /co-quan/sap-xep/moi: the kinds to choose from; with `loai` the form of one.
[[nodiscard]] Result<http::Response> show_new_reorganisation(Context& context,
                                                             const http::Request& request);
/// POST /co-quan/sap-xep: shows what would follow; with `save` it is done.
[[nodiscard]] Result<http::Response> post_reorganisation(Context& context,
                                                         const http::Request& request);

}  // namespace caicach::organisation
