#pragma once
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <variant>

#include "base/result.hpp"
#include "http/cookie.hpp"
#include "http/headers.hpp"

namespace caicach::http
{

/// A body read from disk while it is sent.
struct FileBody {
    std::string path{};
};

/// A body that is made while it is sent, with constant memory: each call appends the next piece
/// (some 64 KB at best) and answers whether more may follow. Called on a worker thread, after the
/// handler has returned: capture what it needs by value. A failure cuts the connection, so that
/// the reader sees a broken download and not a short file.
using StreamBody = std::function<Result<bool>(std::string& piece)>;

using Body = std::variant<std::string, FileBody, StreamBody>;

/// Who may keep a copy of the answer.
enum class Caching {
    none,       ///< no-store: anything that a signed-in person sees. The default
    brief,      ///< public pages: any cache for a minute, then asks again with the ETag
    immutable,  ///< files whose name holds their hash: a year
};

/// An answer. Handlers make it by the functions below; security headers, compression and the
/// ETag are added by the server side for all alike.
class Response
{
public:
    Response() = default;
    Response(int status, std::string type, Body body);

    int status{200};
    std::string type{"text/html; charset=utf-8"};  ///< Content-Type; ours, never from outside
    Body body{};
    Caching caching{Caching::none};
    std::string_view route{};  ///< pattern of the route that answered, for the counters

    /// Replaces the header of that name.
    Response& set_header(HeaderName name, HeaderLiteral value);
    Response& set_header(HeaderName name, const HeaderValue& value);
    Response& set_status(int value);
    Response& set_caching(Caching value);
    Response& add_cookie(const Cookie& cookie);
    /// "Save as": Content-Disposition with the name both in ASCII and in Vietnamese (RFC 6266).
    Response& set_download_name(std::string_view file_name);

    [[nodiscard]] std::string_view header(std::string_view name) const;
    [[nodiscard]] const Headers& headers() const { return m_headers; }
    /// The body where it is a string; empty otherwise. For tests and middle steps.
    [[nodiscard]] const std::string& text() const;

private:
    Response& replace_header(std::string_view name, std::string_view value);

    Headers m_headers;
};

[[nodiscard]] Response page(std::string html, int status = 200);
[[nodiscard]] Response plain_text(std::string text, int status = 200);
[[nodiscard]] Response json(std::string json, int status = 200);
[[nodiscard]] Response file(std::string path, std::string type);
[[nodiscard]] Response stream(StreamBody body, std::string type);
/// 303 See Other: after a POST, and wherever a page has moved for this one time. Only to a path of
/// our own: anything else goes to "/".
[[nodiscard]] Response redirect(std::string_view path);
/// 308: for ever (old slugs, trailing slashes); the method is kept.
[[nodiscard]] Response moved(std::string_view path);
/// 304 without a body.
[[nodiscard]] Response not_modified();

/// The status that stands for a failure: invalid 422, not_found 404, …
[[nodiscard]] int status_of(Failure failure);

/// What an API path answers instead of a page (RFC 9457, application/problem+json).
struct Problem {
    int status{500};
    std::string key{};     ///< the message key; becomes `type` as "urn:caicach:…"
    std::string title{};   ///< the message for people
    std::string field{};   ///< the wrong field, if one is
    std::string detail{};  ///< optional second sentence
    std::string request_id{};
};
[[nodiscard]] Response problem(const Problem& problem);

}  // namespace caicach::http
