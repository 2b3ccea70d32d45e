#include "newsroom/portal/offline_views.hpp"

#include "json/value.hpp"
#include "newsroom/paths.hpp"
#include "web/assets.hpp"
#include "web/components/frame.hpp"
#include "web/components/page.hpp"

namespace caicach::newsroom
{

http::Response offline_page(const Context& context)
{
    const auto frame = web::frame_of(context, "Không có mạng");
    return web::show(frame, [&](html::Writer& out) {
        web::page_title(out, {.title = "Không có mạng"});
        const auto path = news_path();
        out(
            {"<p>Máy chưa kết nối được với cổng, và trang này không được giữ lại trên máy. Những "
             "tin, "
             "bài công khai đã đọc gần đây vẫn mở lại được.</p><p><a href=\"/\">Trang đầu</a> · "
             "<a href=\"",
             html::url(path), "\">Tin, bài</a></p>"});
    });
}

std::string web_manifest(const Services& services)
{
    auto icon = json::Value::object()
                    .set("src", web::asset_url("mark.svg"))
                    .set("sizes", "any")
                    .set("type", "image/svg+xml");
    auto icons = json::Value::array();
    icons.push(std::move(icon));
    const auto manifest = json::Value::object()
                              .set("name", "Cải cách hành chính " + services.province_name)
                              .set("short_name", "Cải cách")
                              .set("lang", "vi")
                              .set("id", "/")
                              .set("start_url", "/")
                              .set("scope", "/")
                              .set("display", "standalone")
                              .set("background_color", "#ffffff")
                              .set("theme_color", "#0f2d52")
                              .set("icons", std::move(icons));
    return json::dump(manifest);
}

http::Response portal_worker()
{
    const auto& script = web::asset_named("portal-worker.js");
    return {200, std::string{script.content_type},
            std::string{script.plain.begin(), script.plain.end()}};
}

}  // namespace caicach::newsroom
