// The only file that knows Asio (head_parser.cpp is the only one that knows Beast). Callbacks, no
// coroutines: g++ 12.2 destroys their temporaries twice.
#include "http/server.hpp"

#include <atomic>
#include <boost/asio/buffer.hpp>
#include <boost/asio/executor_work_guard.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/write.hpp>
#include <chrono>
#include <thread>
#include <unordered_set>
#include <utility>

#include "base/log.hpp"
#include "http/answer.hpp"
#include "http/framing.hpp"
#include "http/head_parser.hpp"
#include "http/head_scanner.hpp"
#include "http/limits.hpp"
#include "http/refusal.hpp"
#include "http/target.hpp"
#include "http/wire.hpp"
#include "http/worker_pool.hpp"

namespace caicach::http
{

namespace
{

namespace asio = boost::asio;
using tcp = asio::ip::tcp;
using ErrorCode = boost::system::error_code;
using SteadyClock = std::chrono::steady_clock;
using Milliseconds = std::chrono::milliseconds;

constexpr std::size_t head_piece_bytes = 4 * 1024;
constexpr std::size_t body_piece_bytes = 64 * 1024;
constexpr auto tick = Milliseconds{100};
constexpr std::size_t refused_connections_max = 64;

class Session;

/// What the sessions of one listener share. All but `pool` belongs to the socket thread.
struct Shared {
    ServerOptions options;
    asio::io_context context{1};
    WorkerPool pool;
    // Shared with the callbacks under way, which end after the session has left this set.
    std::unordered_set<std::shared_ptr<Session>> sessions;
    std::atomic<std::size_t> connection_count{};
    bool is_draining{};
    std::function<void()> all_gone;

    explicit Shared(ServerOptions given)
        : options(std::move(given)), pool(options.workers, options.queue_max)
    {
    }
};

/// One connection: reads a head, a body, has it answered, writes, and begins again. Shared with
/// the callbacks under way.
class Session : public std::enable_shared_from_this<Session>
{
public:
    Session(tcp::socket socket, Shared& shared) : m_socket(std::move(socket)), m_shared(shared)
    {
        ErrorCode ignored;
        m_socket.set_option(tcp::no_delay(true), ignored);
        const auto remote = m_socket.remote_endpoint(ignored);
        if (!ignored) m_peer = remote.address().to_string();
    }

    void begin()
    {
        await(State::idle, times().head);
        read_head();
    }

    /// For a connection beyond the limit.
    void turn_away() { refuse(503); }

    /// Called every tick: ends what took too long.
    void check_time(SteadyClock::time_point now)
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

    void close_if_idle()
    {
        if (m_state == State::idle) close();
    }

    /// The reader does not read: what the system still holds for it is thrown away, too.
    void break_off()
    {
        ErrorCode ignored;
        m_socket.set_option(asio::socket_base::linger(true, 0), ignored);
        close();
    }

    void close()
    {
        if (std::exchange(m_is_closed, true)) return;
        ErrorCode ignored;
        m_socket.close(ignored);
        m_shared.sessions.erase(shared_from_this());
        m_shared.connection_count = m_shared.sessions.size();
        if (m_shared.sessions.empty() && m_shared.is_draining) m_shared.all_gone();
    }

private:
    enum class State { idle, head, body, handler, write, linger };

    const ServerTimes& times() const { return m_shared.options.times; }

    void await(State state, std::int64_t milliseconds)
    {
        m_state = state;
        m_deadline = SteadyClock::now() + Milliseconds{milliseconds};
    }

    // ── reading ─────────────────────────────────────────────────────────────────────────────

    void next_request()
    {
        m_head = {};
        m_scanner.reset();
        if (m_shared.is_draining) return close();
        await(State::idle, times().idle);
        read_head();
    }

    void read_head()
    {
        if (!m_in.empty() && m_state == State::idle) await(State::head, times().head);
        if (const int status = m_scanner.scan(m_in); status != 0) return refuse(status);
        if (m_scanner.size() != 0) return take_head();
        read_some(head_piece_bytes, [this] { read_head(); });
    }

    template <class Then>
    void read_some(std::size_t bytes, Then then)
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
                then();
            });
    }

    void take_head()
    {
        m_started = SteadyClock::now();
        m_head = parse_head(std::string_view(m_in).substr(0, m_scanner.size()));
        m_in.erase(0, m_scanner.size());
        auto& parts = m_head.parts;
        identify(parts, m_peer, m_shared.options.proxies);
        m_request_id = parts.request_id;
        if (m_head.refusal != 0) return refuse(m_head.refusal);
        m_method = to_text(parts.method);
        m_path = parts.target.substr(0, parts.target.find('?'));
        if (m_head.framing.has_body()) return begin_body();
        run();
    }

    void begin_body()
    {
        const auto& options = m_shared.options;
        const auto& parts = m_head.parts;
        const auto target = parse_target(parts.target);
        if (!target) return refuse(400);
        const auto allowed =
            options.limits ? options.limits(parts.method, target->path) : BodyLimits{};
        auto body = std::make_unique<BodyReader>(value_of(parts.headers, "content-type"), allowed,
                                                 options.temporary_directory);
        if (m_head.framing.content_length > body->bytes_max()) return refuse(413);
        m_frames = BodyFrames(m_head.framing, body->bytes_max());
        m_body_end = m_started + std::chrono::seconds{allowed.seconds};
        m_body = std::move(body);
        await_body();
        if (m_head.framing.expects_continue && m_in.empty()) return send_continue();
        read_body();
    }

    void send_continue()
    {
        static constexpr std::string_view text = "HTTP/1.1 100 Continue\r\n\r\n";
        asio::async_write(m_socket, asio::buffer(text.data(), text.size()),
                          [self = shared_from_this()](ErrorCode error, std::size_t) {
                              if (self->m_is_closed || self->m_state != State::body) return;
                              if (error) return self->close();
                              self->read_body();
                          });
    }

    /// Each piece gives the next a pause; all together must keep the least rate.
    void await_body()
    {
        await(State::body, times().body_pause);
        const auto by_rate = Milliseconds{m_frames.bytes() * 1000 / m_shared.options.body_rate_min};
        m_deadline = std::min(m_deadline, m_body_end + by_rate);
    }

    void read_body()
    {
        std::string piece;
        if (const int status = m_frames.take(m_in, piece); status != 0) return refuse(status);
        await_body();
        auto& body = *m_body;
        if (body.streams_to_disk() && !piece.empty()) return write_to_disk(std::move(piece));
        after_piece(body.feed(piece));
    }

    /// Hashing and writing are left to a worker: an upload does not hold up the other sockets.
    void write_to_disk(std::string piece)
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

    void after_piece(const Result<void>& fed)
    {
        if (!fed) return refuse(status_of_body(fed.error()), fed.error());
        if (m_frames.is_done()) return run();
        read_some(body_piece_bytes, [this] { read_body(); });
    }

    // ── answering ───────────────────────────────────────────────────────────────────────────

    void run()
    {
        m_state = State::handler;
        const bool is_taken = m_shared.pool.offer([self = shared_from_this()] {
            auto outgoing = answer(self->m_shared.options, self->take_incoming());
            asio::post(self->m_shared.context, [self, outgoing = std::move(outgoing)]() mutable {
                if (!self->m_is_closed) self->send(std::move(outgoing));
            });
        });
        if (is_taken) return;
        const bool keeps_alive = m_head.keeps_alive;
        send(http::refuse(m_shared.options, 503, error_of_status(503), m_request_id, keeps_alive));
    }

    Incoming take_incoming()
    {
        return {.parts = std::move(m_head.parts),
                .body = std::move(m_body),
                .keeps_alive = m_head.keeps_alive,
                .may_chunk = m_head.framing.is_http_1_1};
    }

    void refuse(int status) { refuse(status, error_of_status(status)); }

    void refuse(int status, const Error& error)
    {
        ErrorCode ignored;
        m_socket.cancel(ignored);
        send(http::refuse(m_shared.options, status, error, m_request_id, false));
    }

    void send(Outgoing outgoing)
    {
        report(outgoing);
        m_out = std::move(outgoing);
        m_out.is_last = m_out.is_last || m_shared.is_draining;
        m_piece = m_out.first_piece();
        write_piece();
    }

    void report(const Outgoing& outgoing)
    {
        if (!m_shared.options.answered) return;
        const auto took = SteadyClock::now() - m_started;
        m_shared.options.answered(
            {.method = m_method,
             .path = m_path,
             .route = outgoing.route,
             .request_id = m_request_id,
             .status = outgoing.status,
             .microseconds = std::chrono::duration_cast<std::chrono::microseconds>(took).count()});
        m_method = {};
        m_path.clear();
    }

    void write_piece()
    {
        await(State::write, times().write_pause);
        asio::async_write(m_socket, asio::buffer(m_piece),
                          [self = shared_from_this()](ErrorCode error, std::size_t) {
                              if (self->m_is_closed) return;
                              if (error) return self->close();
                              self->write_next();
                          });
    }

    void write_next()
    {
        m_piece = m_out.next_of_body();
        if (!m_piece.empty()) return write_piece();
        if (m_out.more) return produce();
        finish_answer();
    }

    /// The next piece of a stream is made on a worker, while the reader waits.
    void produce()
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

    void finish_answer()
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

    void discard()
    {
        m_in.clear();
        read_some(body_piece_bytes, [this] { discard(); });
    }

    tcp::socket m_socket;
    Shared& m_shared;
    std::string m_peer;
    State m_state{State::idle};
    bool m_is_closed{};
    SteadyClock::time_point m_deadline;
    SteadyClock::time_point m_started{SteadyClock::now()};

    std::string m_in;  ///< read, not yet used
    HeadScanner m_scanner;
    Head m_head;
    std::unique_ptr<BodyReader> m_body;
    BodyFrames m_frames;
    SteadyClock::time_point m_body_end;
    std::string m_request_id;

    std::string_view m_method;
    std::string m_path;
    Outgoing m_out;
    std::string m_piece;  ///< being written
};

}  // namespace

struct Server::State {
    explicit State(ServerOptions options) : shared(std::move(options)) {}

    Result<void> listen();
    void accept();
    void take(tcp::socket socket);
    void start_ticking();
    void drain();

    Shared shared;
    tcp::acceptor acceptor{shared.context};
    asio::steady_timer ticks{shared.context};
    asio::steady_timer pause{shared.context};  ///< before accepting again, out of descriptors
    asio::steady_timer drain_end{shared.context};
    asio::executor_work_guard<asio::io_context::executor_type> work{
        asio::make_work_guard(shared.context)};
    bool is_ticking{};
    bool is_drained{true};
    std::uint16_t port{};
    std::thread thread;
};

Result<void> Server::State::listen()
{
    const auto& options = shared.options;
    ErrorCode error;
    const auto address = asio::ip::make_address(options.address, error);
    const tcp::endpoint endpoint(address, options.port);
    if (!error) acceptor.open(endpoint.protocol(), error);
    if (!error) acceptor.set_option(tcp::acceptor::reuse_address(true), error);
    if (!error) acceptor.bind(endpoint, error);
    if (!error) acceptor.listen(asio::socket_base::max_listen_connections, error);
    if (!error) port = acceptor.local_endpoint(error).port();
    if (!error) return {};
    return failure(Failure::unavailable, "http.address_in_use", {},
                   {options.address + ":" + std::to_string(options.port)});
}

void Server::State::accept()
{
    acceptor.async_accept([this](ErrorCode error, tcp::socket socket) {
        if (shared.is_draining || error == asio::error::operation_aborted) return;
        if (!error) {
            take(std::move(socket));
            return accept();
        }
        // Most likely out of descriptors: asking again at once would only burn the processor.
        pause.expires_after(tick);
        pause.async_wait([this](ErrorCode ended) {
            if (!ended) accept();
        });
    });
}

void Server::State::take(tcp::socket socket)
{
    const auto most = shared.options.connections_max;
    if (shared.sessions.size() >= most + refused_connections_max) return;
    const bool is_full = shared.sessions.size() >= most;
    auto session = std::make_shared<Session>(std::move(socket), shared);
    shared.sessions.insert(session);
    shared.connection_count = shared.sessions.size();
    start_ticking();
    if (is_full) return session->turn_away();
    session->begin();
}

/// One timer for all connections: an exact one for each would cost more than it is worth.
void Server::State::start_ticking()
{
    if (is_ticking || shared.sessions.empty()) return;
    is_ticking = true;
    ticks.expires_after(tick);
    ticks.async_wait([this](ErrorCode error) {
        is_ticking = false;
        if (error) return;
        const auto now = SteadyClock::now();
        // A copy: whoever is out of time leaves the set.
        const auto sessions = std::vector(shared.sessions.begin(), shared.sessions.end());
        for (const auto& session : sessions) session->check_time(now);
        start_ticking();
    });
}

void Server::State::drain()
{
    if (std::exchange(shared.is_draining, true)) return;
    ErrorCode ignored;
    acceptor.close(ignored);
    pause.cancel();
    shared.all_gone = [this] {
        ticks.cancel();
        drain_end.cancel();
        work.reset();
    };
    const auto sessions = std::vector(shared.sessions.begin(), shared.sessions.end());
    for (const auto& session : sessions) session->close_if_idle();
    if (shared.sessions.empty()) return shared.all_gone();
    drain_end.expires_after(Milliseconds{shared.options.times.drain});
    drain_end.async_wait([this](ErrorCode error) {
        if (error) return;
        is_drained = false;
        shared.context.stop();
    });
}

Server::Server(std::unique_ptr<State> state) : m_state(std::move(state)) {}

Server::~Server()
{
    stop();
    wait();
}

Result<std::unique_ptr<Server>> Server::start(ServerOptions options)
{
    VERIFY(static_cast<bool>(options.dispatch));
    if (options.workers == 0) options.workers = std::max(1U, std::thread::hardware_concurrency());
    auto state = std::make_unique<State>(std::move(options));
    TRY(state->listen());
    state->accept();
    state->thread = std::thread([&context = state->shared.context] { context.run(); });
    return std::unique_ptr<Server>(new Server(std::move(state)));
}

std::uint16_t Server::port() const { return m_state->port; }

std::size_t Server::connections() const { return m_state->shared.connection_count; }

std::size_t Server::waiting() const { return m_state->shared.pool.waiting(); }

void Server::stop()
{
    asio::post(m_state->shared.context, [state = m_state.get()] { state->drain(); });
}

bool Server::wait()
{
    if (m_state->thread.joinable()) m_state->thread.join();
    return m_state->is_drained;
}

}  // namespace caicach::http
