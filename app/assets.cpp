#include "app/assets.hpp"

#include <string>
#include <utility>

#include "http/finish.hpp"
#include "web/assets.hpp"

namespace caicach::app
{
namespace
{

std::string text_of(std::span<const unsigned char> bytes) { return {bytes.begin(), bytes.end()}; }

/// The smallest form that the browser takes; with the name of its coding, empty for plain.
std::pair<std::span<const unsigned char>, std::string_view> form_for(const web::Asset& asset,
                                                                     std::string_view accepted)
{
    if (!asset.brotli.empty() && accepted.find("br") != std::string_view::npos) {
        return {asset.brotli, "br"};
    }
    if (!asset.gzip.empty() && accepted.find("gzip") != std::string_view::npos) {
        return {asset.gzip, "gzip"};
    }
    return {asset.plain, {}};
}

}  // namespace

std::optional<http::Response> asset_of(const http::Request& request)
{
    const auto is_reading =
        request.method() == http::Method::get || request.method() == http::Method::head;
    if (!is_reading || !request.path().starts_with("/assets/")) return std::nullopt;
    const auto* asset = web::asset_at(request.path());
    if (asset == nullptr) return std::nullopt;
    if (http::matches_etag(request.header("if-none-match"), asset->etag)) {
        return http::not_modified();
    }
    const auto [bytes, coding] = form_for(*asset, request.header("accept-encoding"));
    http::Response response{200, std::string{asset->content_type}, text_of(bytes)};
    response.set_caching(http::Caching::immutable);
    response.set_header("ETag", MUST(http::HeaderValue::create(std::string{asset->etag})));
    response.set_header("Vary", MUST(http::HeaderValue::create("Accept-Encoding")));
    if (!coding.empty()) {
        response.set_header("Content-Encoding",
                            MUST(http::HeaderValue::create(std::string{coding})));
    }
    return response;
}

}  // namespace caicach::app
