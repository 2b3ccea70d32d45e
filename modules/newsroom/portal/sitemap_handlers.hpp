#pragma once
#include "http/router.hpp"
#include "manifest/context.hpp"

namespace caicach::newsroom
{

/// The index of all sitemaps; not_found while nobody said where the world finds us, as a sitemap
/// names whole addresses.
[[nodiscard]] Result<http::Response> show_sitemap(Context& context, const http::Request& request);
/// Everything but articles.
[[nodiscard]] Result<http::Response> show_sitemap_of_pages(Context& context,
                                                           const http::Request& request);
/// The articles of one month: so a file stays short, and old ones never change.
[[nodiscard]] Result<http::Response> show_sitemap_of_month(Context& context,
                                                           const http::Request& request);
[[nodiscard]] Result<http::Response> show_robots(Context& context, const http::Request& request);

}  // namespace caicach::newsroom
