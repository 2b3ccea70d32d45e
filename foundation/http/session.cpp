#include "http/session.hpp"

#include <algorithm>
#include <boost/asio/buffer.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/write.hpp>
#include <chrono>
#include <utility>

#include "http/refusal.hpp"
#include "http/target.hpp"
#include "http/wire.hpp"

// What looks like recursion comes back through the event loop: no call waits for the next. And
// errors of Asio come out through the last argument, not through the value returned.
// NOLINTBEGIN(misc-no-recursion, bugprone-unused-return-value)
namespace caicach::http
{

namespace
{

constexpr std::size_t head_piece_bytes = 4 * 1024;
constexpr std::size_t body_piece_bytes = 64 * 1024;

constexpr int refused_from = 400;

constexpr std::int64_t millisecond = 1000;
constexpr std::int64_t second = 1000 * millisecond;

/// What the same client would send to see the page of a form.
RequestParts page_of(const RequestParts& posted)
{
    return {.target = posted.target,
            .headers = posted.headers,
            .remote_address = posted.remote_address,
            .request_id = posted.request_id,
            .is_secure = posted.is_secure};
}

}  // namespace

std::int64_t monotonic_microseconds()
{
    const auto since = std::chrono::steady_clock::now().time_since_epoch();
    return std::chrono::duration_cast<std::chrono::microseconds>(since).count();
}

Session::Session(tcp::socket socket, Shared& shared) : m_socket(std::move(socket)), m_shared(shared)
{
    ErrorCode ignored;
    m_socket.set_option(tcp::no_delay(true), ignored);
    const auto remote = m_socket.remote_endpoint(ignored);
    if (!ignored) m_peer = remote.address().to_string();
}

void Session::begin()
{
    await(State::idle, times().head);
    read_head();
}

void Session::check_time(std::int64_t now)
{
    if (now < m_deadline) return;
    switch (m_state) {
        case State::head:
        case State::body:
            refuse(408);
            break;
        case State::handler:
            break;
        case State::write:
            break_off();
            break;
        case State::idle:
        case State::linger:
            close();
            break;
    }
}

void Session::close_if_idle()
{
    if (m_state == State::idle) close();
}

void Session::break_off()
{
    ErrorCode ignored;
    m_socket.set_option(asio::socket_base::linger(true, 0), ignored);
    close();
}

void Session::close()
{
    if (std::exchange(m_is_closed, true)) return;
    ErrorCode ignored;
    m_socket.close(ignored);
    m_shared.sessions.erase(shared_from_this());
    m_shared.connection_count = m_shared.sessions.size();
    if (m_shared.sessions.empty() && m_shared.is_draining) m_shared.all_gone();
}

void Session::await(State state, std::int64_t milliseconds)
{
    m_state = state;
    m_deadline = monotonic_microseconds() + milliseconds * millisecond;
}

void Session::next_request()
{
    m_head = {};
    m_scanner.reset();
    if (m_shared.is_draining) return close();
    await(State::idle, times().idle);
    read_head();
}

void Session::read_head()
{
    if (!m_in.empty() && m_state == State::idle) await(State::head, times().head);
    if (const int status = m_scanner.scan(m_in); status != 0) return refuse(status);
    if (m_scanner.size() != 0) return take_head();
    read_some(head_piece_bytes, &Session::read_head);
}

void Session::read_some(std::size_t bytes, void (Session::*then)())
{
    const auto before = m_in.size();
    m_in.resize(before + bytes);
    const auto reading = m_state;
    m_socket.async_read_some(
        asio::buffer(m_in.data() + before, bytes),
        [self = shared_from_this(), before, reading, then](ErrorCode error, std::size_t count) {
            // A refusal may have overtaken this: then these bytes are nobody's.
            if (self->m_is_closed || self->m_state != reading) return;
            self->m_in.resize(before + count);
            if (error) return self->close();
            (self.get()->*then)();
        });
}

void Session::take_head()
{
    m_started = monotonic_microseconds();
    m_head = parse_head(std::string_view(m_in).substr(0, m_scanner.size()));
    m_in.erase(0, m_scanner.size());
    auto& parts = m_head.parts;
    identify(parts, m_peer, m_shared.options.proxies);
    m_request_id = parts.request_id;
    if (m_head.refusal != 0) return refuse(m_head.refusal);
    m_method = to_text(parts.method);
    m_path = parts.target.substr(0, parts.target.find('?'));
    m_is_costly = asks_costly();
    if (m_head.framing.has_body()) return begin_body();
    run();
}

bool Session::asks_costly() const
{
    const auto& is_costly = m_shared.options.is_costly;
    if (!is_costly) return false;
    const auto method = m_head.parts.method;
    // Most paths are spelt as they are meant; the others are read as handlers will read them.
    if (m_path.find('%') == std::string::npos) return is_costly(method, m_path);
    const auto target = parse_target(m_head.parts.target);
    return target && is_costly(method, target->path);
}

void Session::begin_body()
{
    const auto& options = m_shared.options;
    const auto& parts = m_head.parts;
    const auto target = parse_target(parts.target);
    if (!target) return refuse(400);
    const auto allowed = options.limits ? options.limits(parts.method, target->path) : BodyLimits{};
    auto body = std::make_unique<BodyReader>(value_of(parts.headers, "content-type"), allowed,
                                             options.temporary_directory);
    if (m_head.framing.content_length > body->bytes_max()) return refuse(413);
    m_frames = BodyFrames(m_head.framing, body->bytes_max());
    m_body_end = m_started + allowed.seconds * second;
    m_body = std::move(body);
    if (options.asks_page_first && options.asks_page_first(parts.method, target->path))
        return ask_page();
    take_body();
}

void Session::ask_page()
{
    m_state = State::handler;
    const bool is_taken = m_shared.pool.offer([self = shared_from_this()] {
        auto page = answer(self->m_shared.options, {.parts = page_of(self->m_head.parts)});
        asio::post(self->m_shared.context, [self, page = std::move(page)]() mutable {
            if (self->m_is_closed) return;
            if (page.status < refused_from) return self->take_body();
            self->send(std::move(page));
        });
    });
    if (!is_taken) refuse(503);
}

void Session::take_body()
{
    await_body();
    if (m_head.framing.expects_continue && m_in.empty()) return send_continue();
    read_body();
}

void Session::send_continue()
{
    static constexpr std::string_view text = "HTTP/1.1 100 Continue\r\n\r\n";
    asio::async_write(m_socket, asio::buffer(text.data(), text.size()),
                      [self = shared_from_this()](ErrorCode error, std::size_t) {
                          if (self->m_is_closed || self->m_state != State::body) return;
                          if (error) return self->close();
                          self->read_body();
                      });
}

void Session::await_body()
{
    await(State::body, times().body_pause);
    const auto by_rate = m_frames.bytes() * second / m_shared.options.body_rate_min;
    m_deadline = std::min(m_deadline, m_body_end + by_rate);
}

void Session::read_body()
{
    std::string piece;
    if (const int status = m_frames.take(m_in, piece); status != 0) return refuse(status);
    await_body();
    auto& body = *m_body;
    if (body.streams_to_disk() && !piece.empty()) return write_to_disk(std::move(piece));
    after_piece(body.feed(piece));
}

void Session::write_to_disk(std::string piece)
{
    m_state = State::handler;
    m_shared.pool.add([self = shared_from_this(), piece = std::move(piece)] {
        auto fed = self->m_body->feed(piece);
        asio::post(self->m_shared.context, [self, fed = std::move(fed)] {
            if (self->m_is_closed) return;
            self->await_body();
            self->after_piece(fed);
        });
    });
}

void Session::after_piece(const Result<void>& fed)
{
    if (!fed) return refuse(status_of_body(fed.error()), fed.error());
    if (m_frames.is_done()) return run();
    read_some(body_piece_bytes, &Session::read_body);
}

void Session::run()
{
    m_state = State::handler;
    auto& pool = std::exchange(m_is_costly, false) ? m_shared.costly : m_shared.pool;
    const bool is_taken = pool.offer([self = shared_from_this()] {
        auto outgoing = answer(self->m_shared.options, self->take_incoming());
        asio::post(self->m_shared.context, [self, outgoing = std::move(outgoing)]() mutable {
            if (!self->m_is_closed) self->send(std::move(outgoing));
        });
    });
    if (is_taken) return;
    const bool keeps_alive = m_head.keeps_alive;
    send(http::refuse(m_shared.options, 503, error_of_status(503), m_request_id, keeps_alive));
}

Incoming Session::take_incoming()
{
    return {.parts = std::move(m_head.parts),
            .body = std::move(m_body),
            .keeps_alive = m_head.keeps_alive,
            .may_chunk = m_head.framing.is_http_1_1};
}

void Session::refuse(int status) { refuse(status, error_of_status(status)); }

void Session::refuse(int status, const Error& error)
{
    ErrorCode ignored;
    m_socket.cancel(ignored);
    send(http::refuse(m_shared.options, status, error, m_request_id, false));
}

void Session::send(Outgoing outgoing)
{
    report(outgoing);
    m_out = std::move(outgoing);
    m_out.is_last = m_out.is_last || m_shared.is_draining;
    m_piece = m_out.first_piece();
    write_piece();
}

void Session::report(const Outgoing& outgoing)
{
    if (!m_shared.options.answered) return;
    m_shared.options.answered({.method = m_method,
                               .path = m_path,
                               .route = outgoing.route,
                               .request_id = m_request_id,
                               .status = outgoing.status,
                               .microseconds = monotonic_microseconds() - m_started});
    m_method = {};
    m_path.clear();
}

void Session::write_piece()
{
    await(State::write, times().write_pause);
    asio::async_write(m_socket, asio::buffer(m_piece),
                      [self = shared_from_this()](ErrorCode error, std::size_t) {
                          if (self->m_is_closed) return;
                          if (error) return self->close();
                          self->write_next();
                      });
}

void Session::write_next()
{
    m_piece = m_out.next_of_body();
    if (!m_piece.empty()) return write_piece();
    if (m_out.more) return produce();
    finish_answer();
}

void Session::produce()
{
    m_state = State::handler;
    m_shared.pool.add([self = shared_from_this()] {
        auto piece = next_piece(self->m_out, self->m_request_id);
        asio::post(self->m_shared.context, [self, piece = std::move(piece)]() mutable {
            if (self->m_is_closed) return;
            // A broken stream must look broken: no last chunk, no orderly end.
            if (!piece) return self->break_off();
            self->m_piece = std::move(*piece);
            if (self->m_piece.empty()) return self->write_next();
            self->write_piece();
        });
    });
}

void Session::finish_answer()
{
    const bool is_last = m_out.is_last;
    m_out = {};
    m_piece.clear();
    m_piece.shrink_to_fit();
    if (!is_last) return next_request();
    // Closing with bytes unread would reset the connection under the answer: say the end,
    // and let the other side hang up.
    ErrorCode ignored;
    m_socket.shutdown(tcp::socket::shutdown_send, ignored);
    await(State::linger, times().linger);
    m_in.clear();
    discard();
}

void Session::discard()
{
    m_in.clear();
    read_some(body_piece_bytes, &Session::discard);
}

}  // namespace caicach::http
// NOLINTEND(misc-no-recursion, bugprone-unused-return-value)
