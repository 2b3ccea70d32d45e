#pragma once
#include <string>
#include <string_view>

#include "http/request.hpp"
#include "http/response.hpp"

namespace caicach::http
{

/// What the last step needs of a request. Copied out, because a handler may keep the request's
/// strings.
struct RequestTraits {
    Method method{Method::get};
    std::string request_id{};
    std::string if_none_match{};
    std::string accept_encoding{};
    bool has_cookie{};
    std::string range{};     ///< which part of a file
    std::string if_range{};  ///< of which version of it
};
[[nodiscard]] RequestTraits traits_of(const Request& request);

/// The last step of every answer: security headers, request id, caching with ETag and 304,
/// compression. Pure but for the bytes it moves.
void finish(const RequestTraits& request, Response& response);

/// A weak ETag for a body; equal bodies have equal tags.
[[nodiscard]] std::string etag_of(std::string_view body);
/// Whether an If-None-Match header names the tag (weak comparison, RFC 9110 13.1.2).
[[nodiscard]] bool matches_etag(std::string_view if_none_match, std::string_view etag);

}  // namespace caicach::http
