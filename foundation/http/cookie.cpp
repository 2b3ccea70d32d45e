#include "http/cookie.hpp"

#include <algorithm>

#include "http/request.hpp"
#include "text/text.hpp"

namespace caicach::http
{

namespace
{

constexpr std::size_t cookie_bytes_max = 4096;

bool is_token(std::string_view text)
{
    return std::ranges::all_of(text, [](char letter) {
        return (letter >= 'a' && letter <= 'z') || (letter >= 'A' && letter <= 'Z') ||
               (letter >= '0' && letter <= '9') || letter == '-' || letter == '_' ||
               letter == '.' || letter == '~';
    });
}

/// What RFC 6265 lets a cookie's value hold: visible ASCII but quotes, comma, semicolon, backslash.
bool is_cookie_value(std::string_view text)
{
    return std::ranges::all_of(text, [](char letter) {
        return letter > 0x20 && letter < 0x7f && letter != '"' && letter != ',' && letter != ';' &&
               letter != '\\';
    });
}

}  // namespace

std::string cookie_name(std::string_view name) { return "__Host-" + std::string(name); }

Result<HeaderValue> set_cookie_value(const Cookie& cookie)
{
    if (cookie.name.empty() || !is_token(cookie.name) || !is_token(cookie.value) ||
        cookie.name.size() + cookie.value.size() > cookie_bytes_max)
        return failure(Failure::invalid, "http.cookie.invalid");
    auto text =
        cookie_name(cookie.name) + "=" + cookie.value + "; Path=/; Secure; HttpOnly; SameSite=Lax";
    if (cookie.seconds) text += "; Max-Age=" + std::to_string(*cookie.seconds);
    return HeaderValue::create(std::move(text));
}

std::vector<Field> parse_cookies(std::string_view header)
{
    std::vector<Field> cookies;
    for (const auto piece : text::split(header, ';')) {
        if (cookies.size() == cookie_count_max) break;
        const auto pair = text::trim(piece);
        const auto equals = pair.find('=');
        if (equals == 0 || equals == std::string_view::npos) continue;
        const auto name = pair.substr(0, equals);
        const auto value = pair.substr(equals + 1);
        if (!is_cookie_value(name) || !is_cookie_value(value)) continue;
        cookies.push_back({std::string(name), std::string(value)});
    }
    return cookies;
}

}  // namespace caicach::http
