#pragma once
#include <string>

#include "http/response.hpp"
#include "manifest/context.hpp"

namespace caicach::newsroom
{

/// What stands in the place of a page that was never read while the network is away.
[[nodiscard]] http::Response offline_page(const Context& context);
/// What the portal is called where it is installed, and how it opens: W3C's Web Application
/// Manifest.
[[nodiscard]] std::string web_manifest(const Services& services);
/// What keeps public pages in a browser: web/scripts/portal-worker.ts.
[[nodiscard]] http::Response portal_worker();

}  // namespace caicach::newsroom
