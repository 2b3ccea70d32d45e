#include "http/finish.hpp"

#include <array>
#include <bit>
#include <cstdint>
#include <cstring>
#include <utility>

#include "http/compression.hpp"
#include "http/security_headers.hpp"
#include "text/text.hpp"

namespace caicach::http
{

namespace
{

void add_caching(const RequestTraits& request, Response& response)
{
    switch (response.caching) {
        case Caching::none:
            response.set_header("Cache-Control", "no-store");
            return;
        case Caching::immutable:
            response.set_header("Cache-Control", "public, max-age=31536000, immutable");
            return;
        case Caching::brief:
            break;
    }
    // Whoever has a cookie may be signed in, and sees a menu that is not for all.
    if (request.has_cookie)
        response.set_header("Cache-Control", "private, no-cache");
    else
        response.set_header("Cache-Control", "public, max-age=60");
}

/// True where the reader has this body already.
bool add_etag(const RequestTraits& request, Response& response)
{
    if (response.caching != Caching::brief || response.status != 200) return false;
    const auto* text = std::get_if<std::string>(&response.body);
    if (text == nullptr) return false;
    auto etag = etag_of(*text);
    const bool is_known = matches_etag(request.if_none_match, etag);
    response.set_header("ETag", MUST(HeaderValue::create(std::move(etag))));
    return is_known;
}

void add_compression(const RequestTraits& request, Response& response)
{
    auto* text = std::get_if<std::string>(&response.body);
    if (text == nullptr || !is_worth_compressing(response.type, text->size())) return;
    if (!response.header("Content-Encoding").empty()) return;
    if (!accepts_encoding(request.accept_encoding, "gzip")) return;
    auto compressed = gzip(*text);
    if (!compressed) return;
    *text = std::move(*compressed);
    response.set_header("Content-Encoding", "gzip");
}

constexpr std::uint64_t odd = 0x9E37'79B9'7F4A'7C15U;

/// Reversible in either argument: a change of one of them always changes what comes out.
std::uint64_t mixed(std::uint64_t state, std::uint64_t word)
{
    return (std::rotl(state, 27) ^ word) * odd;
}

/// 64 bits of a fast mixing hash: an ETag guards against stale copies, not against forgers. A
/// change within one word always changes the hash. Four states side by side, because a processor
/// multiplies four times as often as it waits for one product.
std::uint64_t hash_of(std::string_view text)
{
    std::array<std::uint64_t, 4> states{odd, odd + 1, odd + 2, odd + 3};
    std::array<std::uint64_t, 4> words{};
    const auto size = text.size();
    while (text.size() >= sizeof words) {
        std::memcpy(words.data(), text.data(), sizeof words);
#pragma GCC unroll 4
        for (std::size_t i = 0; i < words.size(); ++i) states[i] = mixed(states[i], words[i]);
        text.remove_prefix(sizeof words);
    }
    words = {};
    std::memcpy(words.data(), text.data(), text.size());
    auto hash = odd ^ size;
    for (std::size_t i = 0; i < words.size(); ++i) {
        hash = mixed(hash, mixed(states[i], words[i]));
    }
    hash ^= hash >> 29U;
    hash *= odd;
    return hash ^ (hash >> 32U);
}

}  // namespace

RequestTraits traits_of(const Request& request)
{
    return {.method = request.method(),
            .request_id = request.request_id(),
            .if_none_match = std::string(request.header("if-none-match")),
            .accept_encoding = std::string(request.header("accept-encoding")),
            .has_cookie = !request.header("cookie").empty(),
            .range = std::string(request.header("range")),
            .if_range = std::string(request.header("if-range"))};
}

void finish(const RequestTraits& request, Response& response)
{
    add_security_headers(response);
    if (auto id = HeaderValue::create(request.request_id); id && !request.request_id.empty())
        response.set_header("X-Request-Id", *id);
    add_caching(request, response);
    // The same address answers a fragment to htmx and a menu to the signed-in.
    response.set_header("Vary", "Accept-Encoding, Cookie, HX-Request");
    if (response.caching == Caching::immutable) response.set_header("Vary", "Accept-Encoding");
    if (add_etag(request, response)) {
        response.status = 304;
        response.body = std::string{};
        return;
    }
    add_compression(request, response);
}

std::string etag_of(std::string_view body)
{
    constexpr std::string_view digits = "0123456789abcdef";
    std::string tag = "W/\"";
    for (auto hash = hash_of(body), left = std::uint64_t{16}; left > 0; --left, hash >>= 4U)
        tag += digits[hash & 15U];
    return tag + "\"";
}

bool matches_etag(std::string_view if_none_match, std::string_view etag)
{
    const auto opaque = [](std::string_view tag) {
        return tag.starts_with("W/") ? tag.substr(2) : tag;
    };
    for (const auto entry : text::split(if_none_match, ',')) {
        const auto tag = text::trim(entry);
        if (tag == "*" || (!tag.empty() && opaque(tag) == opaque(etag))) return true;
    }
    return false;
}

}  // namespace caicach::http
