#pragma once
// Private to server.cpp and session.cpp, the only files that know Asio (head_parser.cpp is the only
// one that knows Beast). Callbacks, no coroutines: g++ 12.2 destroys their temporaries twice.
#include <atomic>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <unordered_set>
#include <utility>

#include "http/answer.hpp"
#include "http/body_reader.hpp"
#include "http/framing.hpp"
#include "http/head_parser.hpp"
#include "http/head_scanner.hpp"
#include "http/server.hpp"
#include "http/worker_pool.hpp"

namespace caicach::http
{

namespace asio = boost::asio;
using tcp = asio::ip::tcp;
using ErrorCode = boost::system::error_code;

/// Microseconds of a clock that never jumps; for deadlines.
[[nodiscard]] std::int64_t monotonic_microseconds();

class Session;

/// What the sessions of one listener share. All but the pools belongs to the socket thread.
struct Shared {
    ServerOptions options;
    asio::io_context context{1};
    WorkerPool pool;
    WorkerPool costly;
    // Shared with the callbacks under way, which end after the session has left this set.
    std::unordered_set<std::shared_ptr<Session>> sessions;
    std::atomic<std::size_t> connection_count{};
    bool is_draining{};
    std::function<void()> all_gone;

    explicit Shared(ServerOptions given)
        : options(std::move(given)),
          pool(options.workers, options.queue_max),
          costly(options.is_costly ? options.costly_workers : 0, options.costly_queue_max,
                 WorkerPool::Priority::low)
    {
    }
};

/// One connection: reads a head, a body, has it answered, writes, and begins again. Shared with
/// the callbacks under way. All members run on the socket thread, but for the bodies of the jobs
/// that they give to the pool.
class Session : public std::enable_shared_from_this<Session>
{
public:
    Session(tcp::socket socket, Shared& shared);
    void begin();

    /// For a connection beyond the limit.
    void turn_away() { refuse(503); }

    /// Called every tick: ends what took too long.
    void check_time(std::int64_t now);
    void close_if_idle();

    /// The reader does not read: what the system still holds for it is thrown away, too.
    void break_off();
    void close();

private:
    enum class State { idle, head, body, handler, write, linger };

    const ServerTimes& times() const { return m_shared.options.times; }

    void await(State state, std::int64_t milliseconds);

    // ── reading ─────────────────────────────────────────────────────────────────────────────

    void next_request();
    void read_head();
    void read_some(std::size_t bytes, void (Session::*then)());
    void take_head();
    [[nodiscard]] bool asks_costly() const;
    void begin_body();
    /// On a worker, before a byte of the body is taken in.
    void ask_page();
    void take_body();
    void send_continue();

    /// Each piece gives the next a pause; all together must keep the least rate.
    void await_body();
    void read_body();

    /// Hashing and writing are left to a worker: an upload does not hold up the other sockets.
    void write_to_disk(std::string piece);
    void after_piece(const Result<void>& fed);

    // ── answering ───────────────────────────────────────────────────────────────────────────

    void run();
    Incoming take_incoming();
    void refuse(int status);
    void refuse(int status, const Error& error);
    void send(Outgoing outgoing);
    void report(const Outgoing& outgoing);
    void write_piece();
    void write_next();

    /// The next piece of a stream is made on a worker, while the reader waits.
    void produce();
    void finish_answer();
    void discard();

    tcp::socket m_socket;
    Shared& m_shared;
    std::string m_peer;
    State m_state{State::idle};
    bool m_is_costly{};  ///< its handler runs in the lane of costly requests
    bool m_is_closed{};
    // In monotonic microseconds.
    std::int64_t m_deadline{};
    std::int64_t m_started{monotonic_microseconds()};

    std::string m_in;  ///< read, not yet used
    HeadScanner m_scanner;
    Head m_head;
    std::unique_ptr<BodyReader> m_body;
    BodyFrames m_frames;
    std::int64_t m_body_end{};
    std::string m_request_id;

    std::string_view m_method;
    std::string m_path;
    Outgoing m_out;
    std::string m_piece;  ///< being written
};

}  // namespace caicach::http
