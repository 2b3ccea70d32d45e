#include "app/serve.hpp"

#include <fmt/format.h>
#include <sys/resource.h>

#include <algorithm>
#include <csignal>
#include <cstdio>

#include "app/admin.hpp"
#include "app/dispatcher.hpp"
#include "app/exit_code.hpp"
#include "app/housekeeping.hpp"
#include "app/rate_gate.hpp"
#include "base/log.hpp"
#include "base/service_manager.hpp"
#include "http/server.hpp"
#include "identity/api.hpp"
#include "json/value.hpp"

namespace caicach::app
{
namespace
{

/// Signals are taken by one thread that waits for them; no handler runs anywhere.
sigset_t block_signals()
{
    sigset_t signals;
    sigemptyset(&signals);
    sigaddset(&signals, SIGTERM);
    sigaddset(&signals, SIGINT);
    pthread_sigmask(SIG_BLOCK, &signals, nullptr);
    // A reader that hangs up is the connection's matter, not the process's.
    std::signal(SIGPIPE, SIG_IGN);
    return signals;
}

/// Each connection is a descriptor. A login shell allows 1,024, which a thousand idle readers use
/// up.
void allow_many_descriptors()
{
    constexpr rlim_t enough = 65536;
    rlimit limit{};
    if (getrlimit(RLIMIT_NOFILE, &limit) != 0 || limit.rlim_cur >= enough) return;
    limit.rlim_cur = std::min(limit.rlim_max, enough);
    setrlimit(RLIMIT_NOFILE, &limit);
}

/// systemd starts what depends on us only now, and knows a slow end from a hang.
void tell(std::string_view state)
{
    if (!tell_service_manager(state)) log::warning("the service manager does not listen");
}

void wait_for(const sigset_t& signals)
{
    tell("READY=1");
    int received = 0;
    sigwait(&signals, &received);
    tell("STOPPING=1");
    log::info("stopping", {{"signal", received}});
    // Whoever cannot wait for the end asks again, and the system ends us.
    pthread_sigmask(SIG_UNBLOCK, &signals, nullptr);
}

std::int64_t milliseconds(const Configuration& configuration, std::string_view key)
{
    return configuration.integer(key) * 1000;
}

http::ServerOptions page_options(System& system, const Configuration& configuration,
                                 const Dispatcher& dispatcher, http::Metrics& metrics)
{
    const bool logs_requests = configuration.boolean("log.requests");
    return {
        .address = configuration.text("server.address"),
        .port = static_cast<std::uint16_t>(configuration.integer("server.port")),
        .workers = static_cast<std::size_t>(configuration.integer("server.workers")),
        .queue_max = static_cast<std::size_t>(configuration.integer("server.queue")),
        .connections_max = static_cast<std::size_t>(configuration.integer("server.connections")),
        .times = {.head = milliseconds(configuration, "server.header_seconds"),
                  .idle = milliseconds(configuration, "server.idle_seconds"),
                  .body_pause = milliseconds(configuration, "server.body_seconds"),
                  .write_pause = milliseconds(configuration, "server.write_seconds"),
                  .drain = milliseconds(configuration, "server.drain_seconds")},
        .temporary_directory = system.services().data_folder + "/tmp",
        .proxies = {.networks = networks_in(configuration, "server.proxies"),
                    .trusts_loopback = configuration.boolean("server.trusted_proxy")},
        .dispatch = [&](http::Request& request) { return dispatcher.answer(request); },
        .limits = [&](http::Method method,
                      std::string_view path) { return system.router().limits(method, path); },
        // Whoever holds no good link sends no file: nothing of it is taken in.
        .asks_page_first =
            [&](http::Method method, std::string_view path) {
                const auto* route = system.router().find(method, path).route;
                return method == http::Method::post && route != nullptr &&
                       route->access == http::Access::anyone && route->limits.upload_bytes > 0 &&
                       system.router().find(http::Method::get, path).route != nullptr;
            },
        // Hashing passwords, redrawing pictures, waiting for the virus scanner or the provider of
        // sign-in: not where pages are made.
        .is_costly =
            [&](http::Method method, std::string_view path) {
                return identity::hashes_password(method, path) || identity::asks_provider(path) ||
                       (method == http::Method::post &&
                        system.router().limits(method, path).upload_bytes > 0);
            },
        .refusal = [&](int status, const Error& error) { return dispatcher.refuse(status, error); },
        .answered =
            [&metrics, logs_requests](const http::Answered& answered) {
                metrics.count(answered);
                if (!logs_requests) return;
                // The route, never the path: paths carry one-time links and codes.
                log::info("request", {{"request", answered.request_id},
                                      {"method", answered.method},
                                      {"route", answered.route},
                                      {"status", answered.status},
                                      {"microseconds", answered.microseconds}});
            },
    };
}

bool is_loopback(std::string_view address)
{
    return address == "::1" || address.starts_with("127.");
}

std::string url_of(std::string_view address, std::uint16_t port)
{
    const bool is_ipv6 = address.find(':') != std::string_view::npos;
    return is_ipv6 ? fmt::format("http://[{}]:{}", address, port)
                   : fmt::format("http://{}:{}", address, port);
}

/// One for each role of a sample province; none where others than this machine could use them.
std::vector<identity::SampleLink> sample_links(System& system, const Configuration& configuration,
                                               const ServeOptions& options)
{
    if (!system.services().is_sample || !options.shows_sample_links) return {};
    if (!is_loopback(configuration.text("server.address"))) {
        log::warning("no sample links: server.address is not of this machine alone");
        return {};
    }
    auto context = system.system_context("caicach serve");
    auto links = identity::make_sample_links(context);
    if (links) return std::move(*links);
    log::error("no sample links", {{"key", links.error().key}, {"detail", links.error().detail}});
    return {};
}

void say_where(const std::string& pages, const std::string& service,
               const std::vector<identity::SampleLink>& links)
{
    fmt::print("Cải Cách: {}\nQuản trị (máy này): {}/healthz?verbose\n", pages, service);
    if (!links.empty()) {
        fmt::print("\nĐăng nhập (mỗi liên kết dùng một lần; khởi động lại sẽ có liên kết mới):\n");
    }
    for (const auto& link : links) {
        fmt::print("  {} – {}, {}\n    {}{}\n", link.role, link.person, link.agency, pages,
                   link.path);
    }
}

void say_where_as_json(const std::string& pages, const std::string& service,
                       const std::vector<identity::SampleLink>& links)
{
    auto ways_in = json::Value::array();
    for (const auto& link : links) {
        ways_in.push(json::Value::object()
                         .set("role", link.role)
                         .set("person", link.person)
                         .set("agency", link.agency)
                         .set("url", pages + link.path));
    }
    fmt::print("{}\n", json::dump(json::Value::object()
                                      .set("pages", pages)
                                      .set("admin", service)
                                      .set("sign_in", std::move(ways_in))));
}

}  // namespace

int serve(System& system, const Configuration& configuration, const ServeOptions& options)
{
    const auto signals = block_signals();
    allow_many_descriptors();
    const Dispatcher dispatcher{system};
    http::Metrics metrics;
    Admin admin{system, metrics};
    auto pages = http::Server::start(page_options(system, configuration, dispatcher, metrics));
    auto service = http::Server::start(
        {.port = static_cast<std::uint16_t>(configuration.integer("server.admin_port")),
         .workers = 1,
         .connections_max = 64,
         .temporary_directory = system.services().data_folder + "/tmp",
         .dispatch = [&](http::Request& request) { return admin.answer(request); }});
    for (const auto* server : {&pages, &service}) {
        if (*server) continue;
        fmt::print(stderr, "caicach: {}\n", system.messages().render(server->error()));
        return code_of(exit_code_of(server->error()));
    }
    if (configuration.boolean("work.in_server")) system.worker().start();
    const auto say = options.is_json ? say_where_as_json : say_where;
    say(url_of(configuration.text("server.address"), (*pages)->port()),
        url_of("127.0.0.1", (*service)->port()), sample_links(system, configuration, options));
    std::fflush(stdout);
    log::info("ready", {{"port", (*pages)->port()}, {"admin_port", (*service)->port()}});
    keep_house(system);

    wait_for(signals);
    admin.stop_being_ready();
    // Requests and jobs end side by side, within one time.
    (*pages)->stop();
    system.worker().stop();
    const bool is_drained = (*pages)->wait();
    (*service)->stop();
    (*service)->wait();
    close_house(system);
    const auto checkpoint = system.database().checkpoint();
    if (!checkpoint) log::warning("no checkpoint", {{"detail", checkpoint.error().detail}});
    log::info("stopped", {{"drained", is_drained ? 1 : 0}});
    return code_of(is_drained ? ExitCode::ok : ExitCode::temporary);
}

int work(System& system)
{
    const auto signals = block_signals();
    keep_house(system);
    system.worker().start();
    log::info("working", {});
    wait_for(signals);
    system.worker().stop();
    close_house(system);
    log::info("stopped", {});
    return code_of(ExitCode::ok);
}

}  // namespace caicach::app
