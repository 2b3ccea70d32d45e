#pragma once
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"

/// What leaves this machine, and comes back. Everything that libcurl does for us.
namespace caicach::net
{

struct HttpClientOptions {
    /// The only places that are ever asked: "https://sso.songlam.gov.vn", with a port where it is
    /// not the usual one. Plain http is for this machine alone: "http://127.0.0.1:9000".
    std::vector<std::string> origins{};
    /// PEM file of the authorities that are believed; empty: those of the system.
    std::string certificates_file{};
    std::int64_t connect_milliseconds{3'000};
    std::int64_t total_milliseconds{5'000};
    std::size_t answer_bytes_max{1024UL * 1024};
    std::size_t head_bytes_max{64UL * 1024};
};

struct FormField {
    std::string name{};
    std::string value{};
};

/// A GET; a POST where it has a form or JSON.
struct HttpRequest {
    std::string url{};
    std::vector<FormField> query{};  ///< behind the address, encoded
    std::vector<FormField> form{};
    std::string json{};                ///< a body instead of a form
    std::vector<FormField> headers{};  ///< besides what the rest makes; no line ends
    /// Basic authentication, where there is a user.
    std::string user{};
    std::string password{};
    /// Asking twice does it twice: an answer that was lost is told apart ("net.answer_lost").
    bool must_not_repeat{};
};

/// What came back, whatever its status: a redirect is an answer like others and is not followed.
struct HttpAnswer {
    int status{};
    std::string body{};
};

/// Asks a few named places, and waits. TLS 1.2 or newer with a certificate that is believed and
/// bears the host's name; no redirects, no proxies of the environment, no cookies, no compressed
/// bodies, nothing but HTTP. Any thread may use it; never inside of a transaction.
class HttpClient
{
public:
    /// invalid "net.address_malformed" where an origin is none.
    [[nodiscard]] static Result<HttpClient> create(HttpClientOptions options);

    /// Failures: invalid "net.address_malformed"; forbidden "net.place_not_allowed"; unavailable
    /// "net.unreachable", "net.too_slow", "net.not_trusted" (its certificate); too_large
    /// "net.answer_too_large"; conflict "net.answer_lost" where a request that must not be repeated
    /// was under way already. `detail` names the place and what libcurl says.
    [[nodiscard]] Result<HttpAnswer> send(const HttpRequest& request) const;

    /// Whether `send` would ask there at all.
    [[nodiscard]] bool may_ask(std::string_view url) const;

private:
    explicit HttpClient(HttpClientOptions options) : m_options(std::move(options)) {}

    HttpClientOptions m_options;
};

/// Scheme, host and port of an address, the port always named: "https://sso.songlam.gov.vn:443".
/// invalid "net.address_malformed" for what is no address, names a user, or is plain http to
/// another machine.
[[nodiscard]] Result<std::string> origin_of(std::string_view url);

}  // namespace caicach::net
