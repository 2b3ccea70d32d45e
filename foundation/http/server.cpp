#include "http/server.hpp"

#include <algorithm>
#include <boost/asio/executor_work_guard.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/steady_timer.hpp>
#include <chrono>
#include <thread>
#include <utility>
#include <vector>

#include "http/session.hpp"

// Errors of Asio come out through the last argument, not through the value returned.
// NOLINTBEGIN(bugprone-unused-return-value)
namespace caicach::http
{

namespace
{

constexpr auto tick = std::chrono::milliseconds{100};
constexpr std::size_t refused_connections_max = 64;

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
    // Shared with its callbacks under way.
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
        const auto now = monotonic_microseconds();
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
    drain_end.expires_after(std::chrono::milliseconds{shared.options.times.drain});
    drain_end.async_wait([this](ErrorCode error) {
        if (error) return;
        is_drained = false;
        shared.context.stop();
    });
}

Server::Server(std::unique_ptr<State> state) : m_state(std::move(state)) {}

// Only a thread that cannot be joined would throw here, and then nothing is left to save.
Server::~Server()  // NOLINT(bugprone-exception-escape)
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

std::size_t Server::waiting() const
{
    return m_state->shared.pool.waiting() + m_state->shared.costly.waiting();
}

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
// NOLINTEND(bugprone-unused-return-value)
