#pragma once
#include <cstdint>
#include <string>
#include <string_view>

#include "http/chunked.hpp"
#include "http/headers.hpp"

namespace caicach::http
{

/// How a request says where it ends and what becomes of its connection.
struct Framing {
    bool is_http_1_1{};
    bool is_chunked{};
    std::int64_t content_length{};
    bool expects_continue{};

    [[nodiscard]] bool has_body() const { return is_chunked || content_length > 0; }
};

/// 0, or the status that refuses the version at the end of the request line: 400, 505.
[[nodiscard]] int status_of_version(std::string_view head);
/// 0, or the status that refuses: Host not once, Content-Length beside Transfer-Encoding or twice,
/// codings but "chunked", expectations but "100-continue". Two ways to tell where a request ends
/// is how requests are smuggled past a proxy.
[[nodiscard]] int read_framing(const Headers& headers, bool is_http_1_1, Framing& framing);

/// Takes the body out of what arrives, up to its end and never beyond.
class BodyFrames
{
public:
    BodyFrames() = default;
    BodyFrames(const Framing& framing, std::int64_t bytes_max);

    /// Moves body bytes from the front of `arrived` to the end of `piece`. Answers 0, or the
    /// status that refuses: 400, 413.
    [[nodiscard]] int take(std::string& arrived, std::string& piece);
    [[nodiscard]] bool is_done() const;
    [[nodiscard]] std::int64_t bytes() const { return m_bytes; }  ///< taken so far

private:
    bool m_is_chunked{};
    ChunkedReader m_chunks;
    std::int64_t m_left{};  ///< of a counted body: to its end; of a chunked one: to the limit
    std::int64_t m_bytes{};
};

}  // namespace caicach::http
