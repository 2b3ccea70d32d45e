#include "http/response.hpp"

#include <doctest/doctest.h>

#include <type_traits>

#include "http/compression.hpp"
#include "http/finish.hpp"
#include "http/metrics.hpp"
#include "http/wire.hpp"

using namespace caicach;
using namespace caicach::http;

// No run-time text becomes a header without passing HeaderValue::create.
static_assert(!std::is_convertible_v<std::string, HeaderValue>);
static_assert(!std::is_constructible_v<HeaderValue, std::string>);
static_assert(!std::is_constructible_v<HeaderLiteral, std::string>);
static_assert(!std::is_constructible_v<HeaderLiteral, const char*>);
static_assert(!std::is_constructible_v<HeaderName, std::string>);

TEST_CASE("a header value holds no line end, NUL or byte beyond ASCII")
{
    CHECK(HeaderValue::create("abc; d=\"e\""));
    for (const std::string bad : {"a\rb", "a\nb", "a\r\nSet-Cookie: x", "é", "a\tb", "a\x7f"})
        CHECK_FALSE(HeaderValue::create(bad));
    CHECK_FALSE(HeaderValue::create(std::string("a\0b", 3)));
}

TEST_CASE("a redirect stays at home")
{
    CHECK(redirect("/ke-hoach/1?a=b").header("Location") == "/ke-hoach/1?a=b");
    CHECK(redirect("/ke-hoach/1").status == 303);
    CHECK(redirect("/k\r\nX: y").header("location") == "/k%0D%0AX:%20y");
    CHECK(redirect("/kế").header("Location") == "/k%E1%BA%BF");
    for (const auto* away : {"//example.vn", "https://example.vn", "/\\example.vn", "", "x"})
        CHECK(redirect(away).header("Location") == "/");
}

TEST_CASE("a download has a name for every reader")
{
    auto response = plain_text("x");
    response.set_download_name("Kế hoạch số 12/KH-UBND\r\n.docx");
    CHECK(response.header("Content-Disposition") ==
          "attachment; filename=\"ke-hoach-so-12-kh-ubnd.docx\"; "
          "filename*=UTF-8''K%E1%BA%BF%20ho%E1%BA%A1ch%20s%E1%BB%91%2012-KH-UBND%20.docx");
}

TEST_CASE("a problem says what, where and which request")
{
    const auto response = problem({.status = 422,
                                   .key = "plan.item.title_missing",
                                   .title = "Hãy điền \"tên\".",
                                   .field = "title",
                                   .request_id = "abc"});
    CHECK(response.status == 422);
    CHECK(response.type == "application/problem+json");
    CHECK(response.text() ==
          R"({"type":"urn:caicach:plan.item.title_missing","title":"Hãy điền \"tên\".",)"
          R"("status":422,"field":"title","request_id":"abc"})");
}

TEST_CASE("every answer has the security headers and no inline script")
{
    auto response = page("<p>");
    finish({.request_id = "abcdefgh"}, response);
    const auto policy = std::string(response.header("Content-Security-Policy"));
    CHECK(policy.starts_with("default-src 'none'; script-src 'self';"));
    CHECK(policy.find("unsafe") == std::string::npos);
    CHECK(response.header("X-Content-Type-Options") == "nosniff");
    CHECK(response.header("X-Request-Id") == "abcdefgh");
    CHECK(response.header("Cache-Control") == "no-store");
}

TEST_CASE("pages play our own sounds; the microphone is for the page that asks for it")
{
    auto response = page("<p>");
    finish({}, response);
    CHECK(response.header("Content-Security-Policy").find("; media-src 'self';") !=
          std::string_view::npos);
    CHECK(response.header("Permissions-Policy").find("microphone=()") != std::string_view::npos);
    auto recorder = page("<p>");
    recorder.set_header("Permissions-Policy", "camera=(), microphone=(self)");
    finish({}, recorder);
    CHECK(recorder.header("Permissions-Policy") == "camera=(), microphone=(self)");
}

TEST_CASE("what is to be saved is boxed in where somebody shows it all the same")
{
    for (auto download : {file("/x", "application/pdf"), plain_text("a;b")}) {
        download.set_download_name("Danh sách.csv");
        finish({}, download);
        CHECK(download.header("Content-Security-Policy") ==
              "sandbox; default-src 'none'; object-src 'none'; frame-ancestors 'none'; base-uri "
              "'none'");
        CHECK(download.header("X-Content-Type-Options") == "nosniff");
        CHECK(download.header("Cache-Control") == "no-store");
    }
}

TEST_CASE("a public page is kept for a minute, and not sent again unchanged")
{
    auto response = page("<p>").set_caching(Caching::brief);
    finish({}, response);
    CHECK(response.header("Cache-Control") == "public, max-age=60");
    const auto etag = std::string(response.header("ETag"));
    auto again = page("<p>").set_caching(Caching::brief);
    finish({.if_none_match = "\"x\", " + etag}, again);
    CHECK(again.status == 304);
    CHECK(again.text().empty());
    auto changed = page("<q>").set_caching(Caching::brief);
    finish({.if_none_match = etag, .has_cookie = true}, changed);
    CHECK(changed.status == 200);
    CHECK(changed.header("Cache-Control") == "private, no-cache");
}

TEST_CASE("texts are compressed where the reader takes it and it pays")
{
    const std::string long_text(5000, 'a');
    auto response = page(long_text);
    finish({.accept_encoding = "br, gzip"}, response);
    CHECK(response.header("Content-Encoding") == "gzip");
    CHECK(response.text().size() < 200);
    auto refused = page(long_text);
    finish({.accept_encoding = "gzip;q=0"}, refused);
    CHECK(refused.text() == long_text);
    auto small = page("a");
    finish({.accept_encoding = "gzip"}, small);
    CHECK(small.text() == "a");
    CHECK(accepts_encoding("deflate, GZIP;q=0.5", "gzip"));
    CHECK_FALSE(accepts_encoding("xgzip", "gzip"));
    CHECK_FALSE(is_worth_compressing("image/png", 5000));
}

TEST_CASE("the address behind trusted proxies is the last that is not theirs")
{
    const Proxies none{};
    const Proxies loopback{.trusts_loopback = true};
    const Proxies two{.networks = {*Network::parse("10.0.0.2")}, .trusts_loopback = true};
    CHECK(forwarded_address("127.0.0.1", "1.2.3.4", none) == "127.0.0.1");
    CHECK(forwarded_address("127.0.0.1", "6.6.6.6, 1.2.3.4", loopback) == "1.2.3.4");
    CHECK(forwarded_address("127.0.0.1", "6.6.6.6, 1.2.3.4, 10.0.0.2", two) == "1.2.3.4");
    CHECK(forwarded_address("9.9.9.9", "1.2.3.4", loopback) == "9.9.9.9");
    CHECK(forwarded_address("127.0.0.1", "<script>", loopback) == "127.0.0.1");
    CHECK(forwarded_address("127.0.0.1", "", loopback) == "127.0.0.1");
}

TEST_CASE("a request id from outside is taken only if harmless")
{
    RequestParts parts;
    parts.headers = {{"x-request-id", "abc-12345"}};
    identify(parts, "127.0.0.1", {});
    CHECK(parts.request_id == "abc-12345");
    parts.headers = {{"x-request-id", "a b\"c:12345"}};
    identify(parts, "127.0.0.1", {});
    CHECK(parts.request_id.size() == 16);
}

TEST_CASE("an HTTP date is in GMT with English names")
{
    CHECK(http_date({784'111'777'000'000}) == "Sun, 06 Nov 1994 08:49:37 GMT");
}

TEST_CASE("metrics have one series a route, method and class of status")
{
    Metrics metrics;
    metrics.count({.method = "GET",
                   .path = "/ke-hoach/1",
                   .route = "/ke-hoach/{plan}",
                   .status = 200,
                   .microseconds = 700});
    metrics.count({.path = "/bí/mật", .status = 404, .microseconds = 10'000'000});
    const auto text = metrics.exposition();
    const std::string labels = R"(route="/ke-hoach/{plan}",method="GET",status="2xx")";
    CHECK(text.find("_bucket{" + labels + ",le=\"0.0005\"} 0\n") != std::string::npos);
    CHECK(text.find("_bucket{" + labels + ",le=\"0.001\"} 1\n") != std::string::npos);
    CHECK(text.find("_count{" + labels + "} 1\n") != std::string::npos);
    CHECK(text.find(R"(route="other",method="none",status="4xx",le="+Inf"} 1)") !=
          std::string::npos);
    CHECK(text.find("bí") == std::string::npos);
}
