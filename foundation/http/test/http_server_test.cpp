#include <doctest/doctest.h>

#include <atomic>
#include <condition_variable>
#include <memory>
#include <mutex>
#include <string>
#include <vector>

#include "http/server.hpp"
#include "http/temporary_file.hpp"
#include "http/test/client.hpp"

using namespace caicach;
using namespace caicach::http;
using testing::ask;
using testing::body_of_answer;
using testing::Client;
using testing::header_of_answer;
using testing::status_of_answer;

namespace
{

const std::string close_line = "Connection: close\r\n";

std::string get(std::string_view target, std::string_view headers = "")
{
    return "GET " + std::string(target) + " HTTP/1.1\r\nHost: a\r\n" + std::string(headers) +
           "\r\n";
}

std::string post(std::string_view target, std::string_view body, std::string_view headers = "")
{
    return "POST " + std::string(target) + " HTTP/1.1\r\nHost: a\r\n" + std::string(headers) +
           "Content-Length: " + std::to_string(body.size()) + "\r\n\r\n" + std::string(body);
}

std::unique_ptr<Server> serve(std::function<Response(Request&)> dispatch,
                              ServerOptions options = {})
{
    options.port = 0;
    options.workers = 2;
    options.dispatch = std::move(dispatch);
    return MUST(Server::start(std::move(options)));
}

/// Doors that a handler waits at until the test opens them.
class Gate
{
public:
    void open()
    {
        {
            const std::lock_guard lock(m_mutex);
            m_is_open = true;
        }
        m_changed.notify_all();
    }
    void pass()
    {
        std::unique_lock lock(m_mutex);
        ++m_waiting;
        m_changed.notify_all();
        m_changed.wait(lock, [this] { return m_is_open; });
    }
    void wait_for(int count)
    {
        std::unique_lock lock(m_mutex);
        m_changed.wait(lock, [this, count] { return m_waiting >= count; });
    }

private:
    std::mutex m_mutex;
    std::condition_variable m_changed;
    bool m_is_open{};
    int m_waiting{};
};

}  // namespace

TEST_CASE("a request reaches the dispatcher whole, and its answer the client")
{
    const auto server = serve([](Request& request) {
        return plain_text(std::string(to_text(request.method())) + " " + request.path() + " " +
                          std::string(request.raw("ten")) + " " + request.remote_address());
    });
    const auto answer = ask(server->port(), get("/k%E1%BA%BF?ten=A", close_line));
    CHECK(status_of_answer(answer) == 200);
    CHECK(body_of_answer(answer) == "GET /kế A 127.0.0.1");
    CHECK(header_of_answer(answer, "Content-Length") == "21");
    CHECK(header_of_answer(answer, "Connection") == "close");
    CHECK(header_of_answer(answer, "X-Content-Type-Options") == "nosniff");
    const auto posted =
        ask(server->port(), post("/x", "ten=B",
                                 close_line + "Content-Type: "
                                              "application/x-www-form-urlencoded\r\n"));
    CHECK(body_of_answer(posted) == "POST /x B 127.0.0.1");
}

TEST_CASE("one connection answers many requests, in order")
{
    const auto server = serve([](Request& request) { return plain_text(request.path()); });
    Client client(server->port());
    client.say(get("/1") + post("/2", "abc") + get("/3"));
    CHECK(body_of_answer(client.hear()) == "/1");
    CHECK(body_of_answer(client.hear()) == "/2");
    CHECK(body_of_answer(client.hear()) == "/3");
    client.say(get("/4", close_line));
    CHECK(body_of_answer(client.hear()) == "/4");
    CHECK(client.is_hung_up());
}

TEST_CASE("HEAD has the head of GET and no body")
{
    const auto server = serve([](Request&) { return plain_text("abc"); });
    const auto answer =
        ask(server->port(), "HEAD / HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n");
    CHECK(header_of_answer(answer, "Content-Length") == "3");
    CHECK(body_of_answer(answer).empty());
}

TEST_CASE("what a handler throws is a 500, and the next request is served")
{
    const auto server = serve([](Request& request) {
        if (request.path() == "/loi") return plain_text(std::string("bí mật").substr(99));
        return plain_text("ok");
    });
    Client client(server->port());
    client.say(get("/loi"));
    const auto failed = client.hear();
    CHECK(status_of_answer(failed) == 500);
    CHECK(failed.find("substr") == std::string::npos);
    client.say(get("/"));
    CHECK(body_of_answer(client.hear()) == "ok");
}

TEST_CASE("each route's own limit is asked before its body is read")
{
    ServerOptions options;
    options.limits = [](Method, std::string_view path) {
        return BodyLimits{.body_bytes = path == "/lon" ? 1000 : 10};
    };
    const auto server =
        serve([](Request& request) { return plain_text(request.body()); }, std::move(options));
    const std::string body(100, 'x');
    CHECK(body_of_answer(ask(server->port(), post("/lon", body, close_line))) == body);
    CHECK(status_of_answer(ask(server->port(), post("/nho", body))) == 413);
    // Who asks first hears it before sending anything.
    const auto asked = ask(server->port(),
                           "POST /nho HTTP/1.1\r\nHost: a\r\nContent-Length: 100\r\n"
                           "Expect: 100-continue\r\n\r\n");
    CHECK(status_of_answer(asked) == 413);
}

TEST_CASE("where the page of a form does not open its body is not taken in")
{
    ServerOptions options;
    options.asks_page_first = [](Method method, std::string_view path) {
        return method == Method::post && path.starts_with("/lời-đáp/");
    };
    std::atomic<int> posted{};
    const auto server = serve(
        [&posted](Request& request) {
            if (request.method() == Method::post) {
                ++posted;
                return plain_text(request.body());
            }
            return plain_text("trang", request.path().ends_with("/sai") ? 404 : 200);
        },
        std::move(options));
    const std::string way = "/l%E1%BB%9Di-%C4%91%C3%A1p/";
    // Nothing but the head was sent, with a client that waits and with one that does not.
    for (const std::string_view waits : {"", "Expect: 100-continue\r\n"}) {
        const auto refused =
            ask(server->port(), "POST " + way + "sai HTTP/1.1\r\nHost: a\r\n" + std::string(waits) +
                                    "Content-Length: 200000\r\n\r\n");
        CHECK(status_of_answer(refused) == 404);
        CHECK(header_of_answer(refused, "Connection") == "close");
    }
    CHECK(posted == 0);
    Client client(server->port());
    client.say(post(way + "dung", "abc"));
    CHECK(body_of_answer(client.hear()) == "abc");
    client.say("POST " + way +
               "khac HTTP/1.1\r\nHost: a\r\nContent-Length: 3\r\n"
               "Expect: 100-continue\r\n\r\n");
    CHECK(client.hear() == "HTTP/1.1 100 Continue\r\n\r\n");
    client.say("xyz");
    CHECK(body_of_answer(client.hear()) == "xyz");
    // Other forms are taken as they come.
    CHECK(body_of_answer(ask(server->port(), post("/sai", "abc", close_line))) == "abc");
    CHECK(posted == 3);
}

TEST_CASE("a client that asks first is told to continue")
{
    const auto server = serve([](Request& request) { return plain_text(request.body()); });
    Client client(server->port());
    client.say("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 3\r\nExpect: 100-continue\r\n\r\n");
    CHECK(client.hear() == "HTTP/1.1 100 Continue\r\n\r\n");
    client.say("abc");
    CHECK(body_of_answer(client.hear()) == "abc");
}

TEST_CASE("costly requests fill their own lane and keep no other request waiting")
{
    Gate gate;
    ServerOptions options;
    options.costly_workers = 1;
    options.costly_queue_max = 1;
    options.is_costly = [](Method method, std::string_view path) {
        return method == Method::post && path == "/đắt";
    };
    const auto server = serve(
        [&gate](Request& request) {
            if (request.method() == Method::post) gate.pass();
            return plain_text("ok");
        },
        std::move(options));
    Client first(server->port());
    first.say(post("/%C4%91%E1%BA%AFt", "a=1"));
    gate.wait_for(1);
    Client second(server->port());
    second.say(post("/%C4%91%E1%BA%AFt", "a=1"));
    while (server->waiting() < 1) {
    }
    CHECK(body_of_answer(ask(server->port(), get("/", close_line))) == "ok");
    // However its address is spelt.
    const auto refused = ask(server->port(), post("/%C4%91%E1%BA%AF%74", "a=1", close_line));
    CHECK(status_of_answer(refused) == 503);
    CHECK_FALSE(header_of_answer(refused, "Retry-After").empty());
    gate.open();
    CHECK(status_of_answer(first.hear()) == 200);
    CHECK(status_of_answer(second.hear()) == 200);
}

TEST_CASE("a request without a body may be costly, too, and waits in that lane alone")
{
    Gate gate;
    ServerOptions options;
    options.workers = 1;
    options.costly_workers = 1;
    options.is_costly = [](Method, std::string_view path) { return path == "/chậm"; };
    const auto server = serve(
        [&gate](Request& request) {
            if (request.path() == "/chậm") gate.pass();
            return plain_text("ok");
        },
        std::move(options));
    Client slow(server->port());
    slow.say(get("/ch%E1%BA%ADm?a=1"));
    gate.wait_for(1);
    CHECK(body_of_answer(ask(server->port(), get("/", close_line))) == "ok");
    gate.open();
    CHECK(status_of_answer(slow.hear()) == 200);
}

TEST_CASE("a full queue says 503 and when to come back, and keeps the connection")
{
    Gate gate;
    ServerOptions options;
    options.queue_max = 1;
    const auto server = serve(
        [&gate](Request&) {
            gate.pass();
            return plain_text("ok");
        },
        std::move(options));
    Client first(server->port());
    Client second(server->port());
    first.say(get("/"));
    gate.wait_for(1);
    second.say(get("/"));
    gate.wait_for(2);
    Client third(server->port());
    third.say(get("/"));
    while (server->waiting() < 1) {
    }
    Client fourth(server->port());
    fourth.say(get("/"));
    const auto refused = fourth.hear();
    CHECK(status_of_answer(refused) == 503);
    CHECK_FALSE(header_of_answer(refused, "Retry-After").empty());
    gate.open();
    CHECK(status_of_answer(first.hear()) == 200);
    CHECK(status_of_answer(second.hear()) == 200);
    CHECK(status_of_answer(third.hear()) == 200);
    fourth.say(get("/"));
    CHECK(status_of_answer(fourth.hear()) == 200);
}

TEST_CASE("a stream is made piece by piece, and a broken one looks broken")
{
    const auto server = serve([](Request& request) {
        const bool breaks = request.path() == "/vo";
        // Shared, because the stream is a copyable function.
        auto count = std::make_shared<int>(0);
        return stream(
            [count, breaks](std::string& piece) -> Result<bool> {
                piece += "abc";
                if (++*count == 3 && breaks) return internal_failure("nguồn đã mất");
                return *count < 3;
            },
            "text/csv; charset=utf-8");
    });
    const auto whole = ask(server->port(), get("/", close_line));
    CHECK(body_of_answer(whole) == "3\r\nabc\r\n3\r\nabc\r\n3\r\nabc\r\n0\r\n\r\n");
    const auto broken = ask(server->port(), get("/vo", close_line));
    CHECK_FALSE(broken.ends_with("0\r\n\r\n"));
    const auto old = ask(server->port(), "GET / HTTP/1.0\r\n\r\n");
    CHECK(body_of_answer(old) == "abcabcabc");
}

TEST_CASE("a file is sent with its length, a missing one is a failure said aloud")
{
    auto kept = MUST(TemporaryFile::create("/tmp"));
    const std::string text(200'000, 'x');
    MUST(kept.append(text));
    const auto server = serve([&kept](Request& request) {
        return file(request.path() == "/" ? kept.path() : "/khong/co", "application/octet-stream");
    });
    const auto answer = ask(server->port(), get("/", close_line));
    CHECK(header_of_answer(answer, "Content-Length") == "200000");
    CHECK(body_of_answer(answer) == text);
    CHECK(status_of_answer(ask(server->port(), get("/x", close_line))) == 500);
}

TEST_CASE("of a file a part is sent to whoever has the rest of the same one")
{
    auto kept = MUST(TemporaryFile::create("/tmp"));
    std::string text;
    for (int i = 0; text.size() < 200'000; ++i) text += std::to_string(i) + " ";
    MUST(kept.append(text));
    const auto server = serve([&kept](Request&) {
        auto answer = file(kept.path(), "audio/mpeg");
        answer.set_header("ETag", "\"abc\"");
        return answer;
    });
    const auto asked = [&](const std::string& lines) {
        return ask(server->port(), get("/", lines + close_line));
    };
    const auto middle = asked("Range: bytes=70000-150000\r\n");
    CHECK(status_of_answer(middle) == 206);
    CHECK(header_of_answer(middle, "Content-Length") == "80001");
    CHECK(header_of_answer(middle, "Content-Range") ==
          "bytes 70000-150000/" + std::to_string(text.size()));
    CHECK(body_of_answer(middle) == text.substr(70'000, 80'001));
    const auto end = asked("Range: bytes=-5\r\nIf-Range: \"abc\"\r\n");
    CHECK(body_of_answer(end) == text.substr(text.size() - 5));
    const auto other = asked("Range: bytes=-5\r\nIf-Range: \"abd\"\r\n");
    CHECK(status_of_answer(other) == 200);
    CHECK(header_of_answer(other, "Accept-Ranges") == "bytes");
    CHECK(body_of_answer(other) == text);
    const auto behind = asked("Range: bytes=900000-\r\n");
    CHECK(status_of_answer(behind) == 416);
    CHECK(header_of_answer(behind, "Content-Range") == "bytes */" + std::to_string(text.size()));
    CHECK(body_of_answer(behind).empty());
}

TEST_CASE("stopping finishes what runs and takes nothing new")
{
    Gate gate;
    auto server = serve([&gate](Request&) {
        gate.pass();
        return plain_text("xong");
    });
    Client idle(server->port());
    Client busy(server->port());
    busy.say(get("/"));
    gate.wait_for(1);
    server->stop();
    CHECK(idle.is_hung_up());
    gate.open();
    CHECK(body_of_answer(busy.hear()) == "xong");
    CHECK(busy.is_hung_up());
    // It lingers until we hang up.
    CHECK(server->wait());
}

TEST_CASE("a second listener on the same port is refused with a reason")
{
    const auto server = serve([](Request&) { return plain_text(""); });
    ServerOptions options;
    options.port = server->port();
    options.dispatch = [](Request&) { return plain_text(""); };
    const auto second = Server::start(std::move(options));
    REQUIRE_FALSE(second);
    CHECK(second.error().key == "http.address_in_use");
}

TEST_CASE("the proxy's word about the client counts only from trusted addresses")
{
    const auto whom = [](Request& request) {
        return plain_text(request.remote_address() + (request.is_secure() ? " tls" : ""));
    };
    const auto said =
        get("/", close_line + "X-Forwarded-For: 1.2.3.4\r\nX-Forwarded-Proto: https\r\n");
    CHECK(body_of_answer(ask(serve(whom)->port(), said)) == "127.0.0.1");
    ServerOptions options;
    options.proxies.trusts_loopback = true;
    const auto trusting = serve(whom, std::move(options));
    CHECK(body_of_answer(ask(trusting->port(), said)) == "1.2.3.4 tls");
}

TEST_CASE("every answer is told once, with its route")
{
    std::mutex mutex;
    std::vector<std::string> told;
    ServerOptions options;
    options.answered = [&](const Answered& answered) {
        const std::lock_guard lock(mutex);
        told.push_back(std::string(answered.method) + " " + std::string(answered.path) + " " +
                       std::string(answered.route) + " " + std::to_string(answered.status));
    };
    {
        const auto server = serve(
            [](Request&) {
                auto response = plain_text("");
                response.route = "/{trang}";
                return response;
            },
            std::move(options));
        static_cast<void>(ask(server->port(), get("/a?bi-mat=1", close_line)));
        static_cast<void>(ask(server->port(), "lung tung\r\n"));
    }
    CHECK(told == std::vector<std::string>{"GET /a /{trang} 200", "   400"});
}
