#include "newsroom/portal/offline_handlers.hpp"

#include "newsroom/portal/offline_views.hpp"

namespace caicach::newsroom
{
namespace
{

Result<http::Response> show_offline(Context& context, const http::Request& /*request*/)
{
    return offline_page(context).set_caching(http::Caching::brief);
}

Result<http::Response> show_manifest(Context& context, const http::Request& /*request*/)
{
    http::Response response{200, "application/manifest+json; charset=utf-8",
                            web_manifest(context.services())};
    response.set_caching(http::Caching::brief);
    return response;
}

/// At the root, as a worker sees only what lies below its own address.
Result<http::Response> show_worker(Context& /*context*/, const http::Request& /*request*/)
{
    return portal_worker().set_caching(http::Caching::brief);
}

}  // namespace

void add_offline(Module& module)
{
    module.get("/ngoai-tuyen", http::Access::anyone, show_offline);
    module.get("/manifest.webmanifest", http::Access::anyone, show_manifest);
    module.get("/sw.js", http::Access::anyone, show_worker);
}

}  // namespace caicach::newsroom
