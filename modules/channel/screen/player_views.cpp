#include "channel/screen/player_views.hpp"

#include <utility>

#include "html/html.hpp"
#include "web/assets.hpp"

namespace caicach::channel
{
namespace
{

using html::Writer;

void head(Writer& out, std::string_view province)
{
    out(
        {"<!doctype html>\n<html lang=\"vi\"><head><meta charset=\"utf-8\">"
         "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">"
         "<meta name=\"robots\" content=\"noindex\"><title>Màn hình – ",
         province, "</title>"});
    for (const auto& asset : web::assets())
        if (asset.path.ends_with(".woff2"))
            out({"<link rel=\"preload\" as=\"font\" type=\"font/woff2\" crossorigin href=\"",
                 html::url(asset.path), "\">"});
    out({"<link rel=\"stylesheet\" href=\"", html::url(web::asset_url("player.css")),
         "\"><script defer src=\"", html::url(web::asset_url("player.js")), "\"></script></head>"});
}

/// Never black: it needs neither script nor network nor a style sheet.
void default_loop(Writer& out, std::string_view province)
{
    out({"<section id=\"default\" class=\"player-default\"><p class=\"player-province\">", province,
         "</p><h1>Bộ phận một cửa kính chào quý khách</h1>"
         "<p>Cần gì, mời hỏi cán bộ tại quầy.</p>"
         "<p>Nộp hồ sơ trực tuyến: không phải đi lại, theo dõi được tiến độ.</p>"
         "<p id=\"hour\" class=\"player-hour\"></p></section>"});
}

void pairing(Writer& out)
{
    out(
        {"<section id=\"pairing\" class=\"player-pairing\" aria-live=\"polite\" hidden>"
         "<p>Mã ghép màn hình <strong id=\"code\" class=\"player-code\"></strong>"
         "Cán bộ nhập mã này ở trang “Bảng điện tử”. Mã đổi sau 15 phút.</p></section>"
         "<p id=\"unsafe\" class=\"player-pairing\" hidden>Chưa ghép được: hãy mở trang này bằng "
         "địa "
         "chỉ https.</p><noscript><p class=\"player-pairing\">Trình duyệt này tắt JavaScript nên "
         "chỉ chiếu lời chào.</p></noscript>"});
}

}  // namespace

http::Response player_page(const Context& context)
{
    std::string page;
    Writer out{page};
    const auto& province = context.services().province_name;
    head(out, province);
    out({"<body class=\"player\" data-version=\"", player_version(), "\"><main>"});
    default_loop(out, province);
    out(
        {"<article id=\"slide\" class=\"player-slide\" hidden></article></main>"
         "<aside id=\"side\" class=\"player-slide\" aria-label=\"Cột bên\" hidden></aside>"
         "<p id=\"ticker\" hidden></p>"});
    pairing(out);
    out({"</body></html>"});
    return http::page(std::move(page));
}

http::Response player_worker()
{
    const auto& script = web::asset_named("player-worker.js");
    http::Response response{200, std::string{script.content_type},
                            std::string{script.plain.begin(), script.plain.end()}};
    response.set_header("Service-Worker-Allowed", "/man-hinh");
    return response;
}

std::string player_version() { return std::string{web::asset_url("player.js")}; }

}  // namespace caicach::channel
