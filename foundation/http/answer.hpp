#pragma once
#include <memory>
#include <optional>
#include <string>

#include "http/body_reader.hpp"
#include "http/request.hpp"
#include "http/response.hpp"
#include "http/server.hpp"

namespace caicach::http
{

/// A request whose head and body have arrived.
struct Incoming {
    RequestParts parts{};
    std::unique_ptr<BodyReader> body{};  ///< fed, not finished; none where there is no body
    bool keeps_alive{};
    bool may_chunk{};  ///< HTTP/1.1
};

/// An answer as it goes onto the wire: head and body, then, as long as `more` says so, further
/// pieces.
struct Outgoing {
    int status{};
    std::string_view route{};
    std::string head{};
    std::string body{};
    StreamBody more{};
    bool is_chunked{};   ///< pieces of `more` are written as chunks
    bool is_last{true};  ///< the connection ends with it
    std::size_t body_sent{};

    /// Head and the beginning of the body: small answers leave in one packet.
    [[nodiscard]] std::string first_piece();
    /// Up to 64 KB more of `body`; empty at its end.
    [[nodiscard]] std::string next_of_body();
};

/// From the request to the bytes: finishes the body, asks the dispatcher, adds what all answers
/// share. On a worker; whatever a handler throws becomes a 500. Temporary files are gone when it
/// returns.
[[nodiscard]] Outgoing answer(const ServerOptions& options, Incoming incoming);

/// The answer to what never became a request; ends the connection unless `keeps_alive`.
[[nodiscard]] Outgoing refuse(const ServerOptions& options, int status, const Error& error,
                              const std::string& request_id, bool keeps_alive);

/// The next bytes of an answer with `more`, which is emptied with the last of them; nothing where
/// the stream failed. On a worker.
[[nodiscard]] std::optional<std::string> next_piece(Outgoing& outgoing,
                                                    const std::string& request_id);

/// What a failed body is answered with: 413, 400, 503 or 500.
[[nodiscard]] int status_of_body(const Error& error);

}  // namespace caicach::http
