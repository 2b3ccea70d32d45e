// A small server for tests/journeys/hostile_http.py, while one wants to try the kernel alone. Its
// limits come from the command line:
//     test_server PORT HEAD_MS BODY_MS WRITE_MS IDLE_MS QUEUE_MAX CONNECTIONS_MAX
#include <poll.h>
#include <unistd.h>

#include <array>
#include <charconv>
#include <csignal>
#include <cstdio>
#include <memory>
#include <span>
#include <string>
#include <string_view>

#include "http/server.hpp"

using namespace caicach;

namespace
{

std::int64_t number_at(std::span<char*> arguments, std::size_t at, std::int64_t otherwise)
{
    if (at >= arguments.size()) return otherwise;
    const std::string_view text = arguments[at];
    std::from_chars(text.data(), text.data() + text.size(), otherwise);
    return otherwise;
}

http::Response dispatch(http::Request& request)
{
    if (request.method() == http::Method::post) {
        std::string text = std::to_string(request.body().size());
        for (const auto& file : request.files())
            text = file.client_name + " " + std::to_string(file.size) + " " + file.sha256;
        return http::plain_text(text);
    }
    if (request.path() == "/large") return http::plain_text(std::string(8 << 20, 'x'));
    if (request.path() == "/slow") {
        // What a heavy report would do to its worker.
        ::poll(nullptr, 0, 500);
        return http::plain_text("slow");
    }
    if (request.path() == "/stream") {
        // Shared, because the stream is a copyable function.
        auto left = std::make_shared<int>(1000);
        return http::stream(
            [left](std::string& piece) -> Result<bool> {
                piece.append(10000, 'x');
                return --*left > 0;
            },
            "text/plain; charset=utf-8");
    }
    if (request.path() != "/") return http::plain_text("không có", 404);
    return http::page("<!doctype html><title>Thử</title>").set_caching(http::Caching::brief);
}

http::BodyLimits limits(http::Method, std::string_view path)
{
    http::BodyLimits limits;
    limits.body_bytes = 1 << 20;
    if (path == "/upload") limits.upload_bytes = 8 << 20;
    limits.seconds = 5;
    return limits;
}

}  // namespace

int main(int count, char** values)
{
    const auto arguments = std::span(values, static_cast<std::size_t>(count));
    http::ServerOptions options;
    options.port = static_cast<std::uint16_t>(number_at(arguments, 1, 0));
    options.times.head = number_at(arguments, 2, 10'000);
    options.times.body_pause = number_at(arguments, 3, 15'000);
    options.times.write_pause = number_at(arguments, 4, 15'000);
    options.times.idle = number_at(arguments, 5, 60'000);
    options.times.drain = 2'000;
    options.queue_max = static_cast<std::size_t>(number_at(arguments, 6, 512));
    options.connections_max = static_cast<std::size_t>(number_at(arguments, 7, 4000));
    options.dispatch = dispatch;
    options.limits = limits;

    sigset_t ends;
    sigemptyset(&ends);
    sigaddset(&ends, SIGTERM);
    sigaddset(&ends, SIGINT);
    pthread_sigmask(SIG_BLOCK, &ends, nullptr);
    auto server = MUST(http::Server::start(std::move(options)));
    std::printf("%d\n", static_cast<int>(server->port()));
    std::fflush(stdout);
    int signal = 0;
    sigwait(&ends, &signal);
    server->stop();
    return server->wait() ? 0 : 1;
}
