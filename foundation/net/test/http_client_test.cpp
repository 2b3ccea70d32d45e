#include "net/http_client.hpp"

#include <doctest/doctest.h>

#include <chrono>
#include <cstdlib>
#include <future>

#include "local_server.hpp"

namespace caicach::net
{

namespace
{

using testing::LocalServer;
using testing::ok;

HttpClient client_of(const std::string& origin)
{
    return MUST(HttpClient::create({.origins = {origin},
                                    .connect_milliseconds = 500,
                                    .total_milliseconds = 500,
                                    .answer_bytes_max = 1000,
                                    .head_bytes_max = 2000}));
}

std::string key_of(const Result<HttpAnswer>& answer) { return answer ? "" : answer.error().key; }

}  // namespace

TEST_CASE("a page of an allowed place is fetched, whatever its status")
{
    LocalServer server([](const std::string& request) {
        return request.starts_with("GET /co ")
                   ? ok("chào")
                   : "HTTP/1.1 404 Not Found\r\nContent-Length: 2\r\n\r\nno";
    });
    const auto client = client_of(server.origin());
    const auto found = MUST(client.send({.url = server.origin() + "/co"}));
    CHECK(found.status == 200);
    CHECK(found.body == "chào");
    CHECK(MUST(client.send({.url = server.origin() + "/khong"})).status == 404);
    const auto request = server.requests().front();
    CHECK(request.find("Cookie:") == std::string::npos);
    CHECK(request.find("Accept-Encoding:") == std::string::npos);
}

TEST_CASE("a form is posted percent-encoded, with the name and password of basic authentication")
{
    LocalServer server([](const std::string&) { return ok(""); });
    const auto client = client_of(server.origin());
    MUST(client.send({.url = server.origin() + "/token",
                      .form = {{"code", "a&b=c d"}, {"tên", "ắ\r\nX: 1"}},
                      .user = "client",
                      .password = "bí mật"}));
    const auto request = server.requests().front();
    CHECK(request.starts_with("POST /token HTTP/1.1\r\n"));
    CHECK(request.find("Content-Type: application/x-www-form-urlencoded") != std::string::npos);
    CHECK(request.find("Authorization: Basic Y2xpZW50OmLDrSBt4bqtdA==") != std::string::npos);
    CHECK(request.ends_with("\r\n\r\ncode=a%26b%3Dc%20d&t%C3%AAn=%E1%BA%AF%0D%0AX%3A%201"));
}

TEST_CASE("a query, headers and JSON arrive as they are, and no header ends a line")
{
    LocalServer server([](const std::string&) { return ok(""); });
    const auto client = client_of(server.origin());
    const HttpRequest request{.url = server.origin() + "/gui?a=1",
                              .query = {{"text", "Đắk & 5€"}},
                              .json = R"({"a":1})",
                              .headers = {{"access_token", "abc"}}};
    MUST(client.send(request));
    const auto arrived = server.requests().front();
    CHECK(arrived.starts_with("POST /gui?a=1&text=%c4%90%e1%ba%afk+%26+5%e2%82%ac HTTP/1.1\r\n"));
    CHECK(arrived.find("access_token: abc\r\n") != std::string::npos);
    CHECK(arrived.find("Content-Type: application/json\r\n") != std::string::npos);
    CHECK(arrived.ends_with("\r\n\r\n{\"a\":1}"));
    auto broken = request;
    broken.headers = {{"access_token", "abc\r\nX: 1"}};
    CHECK(key_of(client.send(broken)) == "net.address_malformed");
}

TEST_CASE("of what must not be done twice a lost answer is told from a place that is not there")
{
    const LocalServer server([](const std::string&) { return std::string(); });
    const auto client = client_of(server.origin());
    CHECK(key_of(client.send({.url = server.origin() + "/x", .must_not_repeat = true})) ==
          "net.answer_lost");
    CHECK(key_of(client.send({.url = server.origin() + "/x"})) == "net.unreachable");
    const auto away = client_of("http://127.0.0.1:9");
    CHECK(key_of(away.send({.url = "http://127.0.0.1:9/x", .must_not_repeat = true})) ==
          "net.unreachable");
}

TEST_CASE("no other place is asked: host, port, scheme, a user in the address, another protocol")
{
    LocalServer server([](const std::string&) { return ok("bí mật"); });
    LocalServer other([](const std::string&) { return ok("bí mật"); });
    const auto client = client_of(server.origin());
    CHECK(key_of(client.send({.url = other.origin() + "/"})) == "net.place_not_allowed");
    CHECK(key_of(client.send({.url = "https://songlam.gov.vn/"})) == "net.place_not_allowed");
    CHECK(key_of(client.send({.url = "https" + server.origin().substr(4)})) ==
          "net.place_not_allowed");
    for (const std::string url :
         {"http://songlam.gov.vn/", "http://localhost/", "http://169.254.169.254/latest",
          "http://0x7f.1.evil/", "file:///etc/passwd", "gopher://127.0.0.1/", "127.0.0.1/", "", "/",
          "https://", "https://a b/", "https://songlam.gov.vn\\@evil.vn/"}) {
        CAPTURE(url);
        CHECK(key_of(client.send({.url = url})) == "net.address_malformed");
    }
    const auto user = "http://ai@" + server.origin().substr(7) + "/";
    CHECK(key_of(client.send({.url = user})) == "net.address_malformed");
    CHECK(server.requests().empty());
    CHECK(other.requests().empty());
}

TEST_CASE("origins compare as libcurl reads them: case, the usual port, numbers of other forms")
{
    CHECK(MUST(origin_of("HTTPS://SSO.SongLam.gov.vn/a?b#c")) == "https://sso.songlam.gov.vn:443");
    CHECK(MUST(origin_of("https://sso.songlam.gov.vn:8443")) == "https://sso.songlam.gov.vn:8443");
    CHECK(MUST(origin_of("http://127.0.0.1:80/")) == MUST(origin_of("http://127.0.0.1")));
    CHECK(MUST(origin_of("http://127.1:80/")) == "http://127.0.0.1:80");
    CHECK(MUST(origin_of("http://[::1]:9/")) == "http://[::1]:9");
    CHECK_FALSE(origin_of("https://sso.songlam.gov.vn:99999/"));
    CHECK_FALSE(HttpClient::create({.origins = {"songlam.gov.vn"}}));
}

TEST_CASE("a redirect is an answer and leads nowhere")
{
    LocalServer inner([](const std::string&) { return ok("bí mật"); });
    const LocalServer server([&](const std::string&) {
        return "HTTP/1.1 302 Found\r\nLocation: " + inner.origin() +
               "/\r\nContent-Length: 0\r\n\r\n";
    });
    const auto answer = MUST(client_of(server.origin()).send({.url = server.origin() + "/"}));
    CHECK(answer.status == 302);
    CHECK(answer.body.empty());
    CHECK(inner.requests().empty());
}

TEST_CASE("an answer beyond the limit is refused, told or untold, in body or head")
{
    LocalServer told([](const std::string&) { return ok(std::string(1001, 'x')); });
    LocalServer untold(
        [](const std::string&) { return "HTTP/1.0 200 OK\r\n\r\n" + std::string(200'000, 'x'); });
    LocalServer head([](const std::string&) {
        return "HTTP/1.1 200 OK\r\nX: " + std::string(3000, 'x') + "\r\n\r\n";
    });
    const LocalServer enough([](const std::string&) { return ok(std::string(1000, 'x')); });
    for (const auto* server : {&told, &untold, &head}) {
        const auto answer = client_of(server->origin()).send({.url = server->origin() + "/"});
        REQUIRE_FALSE(answer);
        CHECK(answer.error().kind == Failure::too_large);
        CHECK(answer.error().key == "net.answer_too_large");
    }
    CHECK(MUST(client_of(enough.origin()).send({.url = enough.origin() + "/"})).body.size() ==
          1000);
}

TEST_CASE("a server that is silent, gone or no server of HTTP is unavailable, in time")
{
    std::promise<void> over;
    const LocalServer silent([waiting = over.get_future().share()](const std::string&) {
        waiting.wait();
        return std::string{};
    });
    const LocalServer mad([](const std::string&) { return std::string("SSH-2.0-hello\r\n"); });
    const auto begun = std::chrono::steady_clock::now();
    const auto slow = client_of(silent.origin()).send({.url = silent.origin() + "/"});
    CHECK(key_of(slow) == "net.too_slow");
    CHECK(std::chrono::steady_clock::now() - begun < std::chrono::seconds(5));
    over.set_value();
    CHECK(key_of(client_of(mad.origin()).send({.url = mad.origin() + "/"})) == "net.unreachable");
    std::string gone;
    {
        const LocalServer brief([](const std::string&) { return ok(""); });
        gone = brief.origin();
    }
    const auto refused = client_of(gone).send({.url = gone + "/"});
    REQUIRE_FALSE(refused);
    CHECK(refused.error().kind == Failure::unavailable);
    CHECK(refused.error().key == "net.unreachable");
    CHECK(refused.error().detail.find(gone) != std::string::npos);
}

TEST_CASE("TLS is spoken where it is asked for: a plain server is not trusted")
{
    const LocalServer server([](const std::string&) { return ok("bí mật"); });
    const auto origin = "https" + server.origin().substr(4);
    CHECK(key_of(client_of(origin).send({.url = origin + "/"})) == "net.not_trusted");
}

TEST_CASE("a proxy of the environment is not asked")
{
    const LocalServer server([](const std::string&) { return ok("thẳng"); });
    LocalServer proxy([](const std::string&) { return ok("vòng"); });
    setenv("http_proxy", proxy.origin().c_str(), 1);  // NOLINT(concurrency-mt-unsafe)
    const auto answer = client_of(server.origin()).send({.url = server.origin() + "/"});
    unsetenv("http_proxy");  // NOLINT(concurrency-mt-unsafe)
    REQUIRE(answer);
    CHECK(answer->body == "thẳng");
    CHECK(proxy.requests().empty());
}

}  // namespace caicach::net
