#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/network.hpp"
#include "base/time.hpp"
#include "http/headers.hpp"
#include "http/request.hpp"
#include "http/response.hpp"

/// What our side writes onto the wire, and whom we believe about the other side. Pure.
namespace caicach::http
{

[[nodiscard]] std::string_view reason_phrase(int status);
/// "Sun, 06 Nov 1994 08:49:37 GMT".
[[nodiscard]] std::string http_date(Instant at);

/// How the body of an answer is told apart from what follows it.
struct BodyFraming {
    std::optional<std::int64_t> content_length{};
    bool is_chunked{};
    bool is_last{};  ///< Connection: close
};
[[nodiscard]] std::string response_head(const Response& response, const BodyFraming& framing,
                                        Instant now);
/// A piece of a chunked body; the empty piece is its end.
[[nodiscard]] std::string chunk(std::string_view piece);

/// Whose word about the client counts.
struct Proxies {
    std::vector<Network> networks{};
    bool trusts_loopback{};  ///< nginx on this machine

    [[nodiscard]] bool trusts(std::string_view address) const;
};

/// The client behind our proxies: the last address of X-Forwarded-For that is not one of them.
[[nodiscard]] std::string forwarded_address(std::string_view peer, std::string_view forwarded_for,
                                            const Proxies& proxies);
/// A request id from outside that is fit for headers and logs.
[[nodiscard]] bool is_request_id(std::string_view id);
/// Fills in whence the request came, whether over TLS, and its id: the one that it brought, if fit.
void identify(RequestParts& parts, std::string_view peer, const Proxies& proxies);

/// The first value of that name (in lower case), or empty.
[[nodiscard]] std::string_view value_of(const Headers& headers, std::string_view name);

}  // namespace caicach::http
