#pragma once
#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <string_view>

#include "base/result.hpp"
#include "http/request.hpp"
#include "http/response.hpp"
#include "http/router.hpp"
#include "http/wire.hpp"

namespace caicach::http
{

/// How long a connection may take for each step, in milliseconds. Beyond: 408 where it helps, else
/// the connection ends.
struct ServerTimes {
    std::int64_t head{10'000};         ///< from the first byte of a head to its end
    std::int64_t idle{60'000};         ///< between two requests
    std::int64_t body_pause{15'000};   ///< between two pieces of a body
    std::int64_t write_pause{15'000};  ///< for the reader to take the next 64 KB
    std::int64_t linger{3'000};        ///< for the reader to read a refusal and hang up
    std::int64_t drain{20'000};        ///< for running requests, after `stop`
};

/// What became of a request; for the log and the counters. No query, no names: paths alone.
struct Answered {
    std::string_view method{};  ///< empty where the head was refused
    std::string_view path{};
    std::string_view route{};  ///< pattern, where the dispatcher told it; for bounded labels
    std::string_view request_id{};
    int status{};
    std::int64_t microseconds{};  ///< from the whole head until the answer was ready to send
};

struct ServerOptions {
    std::string address{"127.0.0.1"};
    std::uint16_t port{8080};    ///< 0: any free one; see `Server::port`
    std::size_t workers{};       ///< 0: as many as there are cores
    std::size_t queue_max{512};  ///< requests that wait for a worker; beyond: 503
    std::size_t connections_max{4000};
    std::int64_t body_rate_min{4096};  ///< bytes a second, beyond the route's seconds
    std::size_t costly_workers{2};     ///< for what `is_costly` names, at low priority
    std::size_t costly_queue_max{16};  ///< of those that wait for them; beyond: 503
    ServerTimes times{};
    std::string temporary_directory{"/tmp"};  ///< of uploads while their request runs
    Proxies proxies{};  ///< X-Forwarded-For and X-Forwarded-Proto count only from these

    /// Called on a worker. What it throws becomes a 500.
    std::function<Response(Request&)> dispatch{};
    /// What a body may be, asked before it is read; on the thread of the sockets: be quick.
    std::function<BodyLimits(Method method, std::string_view path)> limits{};
    /// Whose body is taken in only where the page of its path opens: that is asked for first, as a
    /// GET by the same client, and where it is refused (400 and above) its answer is the answer. On
    /// the thread of the sockets: be quick.
    std::function<bool(Method method, std::string_view path)> asks_page_first{};
    /// What costs much on purpose, as Argon2id does, or waits for another machine, with a body or
    /// without: it has a lane of its own, so that no number of such requests keeps the others
    /// waiting. On the thread of the sockets: be quick.
    std::function<bool(Method method, std::string_view path)> is_costly{};
    /// The page for what was refused before it reached a handler (400, 408, 413, 431, 503 …) or
    /// failed in one (500); a plain sentence where empty. On the thread of the sockets, too.
    std::function<Response(int status, const Error& error)> refusal{};
    std::function<void(const Answered&)> answered{};
};

/// A listener: one thread for all sockets, a bounded pool of workers for handlers. Framing is
/// strict, everything is bounded, and no slow peer holds a thread.
class Server
{
public:
    /// Listens and serves from here on. unavailable (`http.address_in_use`) where it cannot.
    [[nodiscard]] static Result<std::unique_ptr<Server>> start(ServerOptions options);
    Server(const Server&) = delete;
    Server& operator=(const Server&) = delete;
    /// Stops, if nobody did, and waits for its threads.
    ~Server();

    [[nodiscard]] std::uint16_t port() const;
    [[nodiscard]] std::size_t connections() const;
    [[nodiscard]] std::size_t waiting() const;  ///< requests in both queues

    /// No new connections, idle ones end, running requests are finished within `times.drain`.
    /// Returns at once; `wait` waits for the end.
    void stop();
    /// True where all requests were finished, false where the time was up before.
    bool wait();

private:
    struct State;
    explicit Server(std::unique_ptr<State> state);

    std::unique_ptr<State> m_state;
};

}  // namespace caicach::http
