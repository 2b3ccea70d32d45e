#include <doctest/doctest.h>

#include "http/chunked.hpp"
#include "http/cookie.hpp"
#include "http/framing.hpp"
#include "http/head_parser.hpp"
#include "http/head_scanner.hpp"
#include "http/percent.hpp"
#include "http/target.hpp"

using namespace caicach;
using namespace caicach::http;

namespace
{

int scanned(std::string_view head)
{
    HeadScanner scanner;
    return scanner.scan(head);
}

std::string unchunked(std::string_view wire, std::size_t step)
{
    ChunkedReader reader;
    std::string body;
    while (!wire.empty() && !reader.is_done()) {
        const auto piece = wire.substr(0, step);
        const auto used = reader.feed(piece, body);
        if (reader.is_malformed()) return "malformed";
        wire.remove_prefix(used);
    }
    return reader.is_done() ? body : "unfinished";
}

}  // namespace

TEST_CASE("a head is complete with its blank line, however it arrives")
{
    const std::string head = "GET /a HTTP/1.1\r\nHost: a\r\nX-Empty:\r\n\r\n";
    HeadScanner scanner;
    for (std::size_t size = 1; size < head.size(); ++size) {
        CHECK(scanner.scan(std::string_view(head).substr(0, size)) == 0);
        CHECK(scanner.size() == 0);
    }
    CHECK(scanner.scan(head + "GET /next") == 0);
    CHECK(scanner.size() == head.size());
}

TEST_CASE("a head that no honest client sends is refused with its first wrong byte")
{
    CHECK(scanned("GET / HTTP/1.1\n") == 400);
    CHECK(scanned("GET / HTTP/1.1\r\nA: b\rc") == 400);
    CHECK(scanned("GET / HTTP/1.1\r\nA: b\r\n c") == 400);
    CHECK(scanned("GET / HTTP/1.1\r\nA : b") == 400);
    CHECK(scanned(std::string_view("GET / HTTP/1.1\r\nA: \0", 20)) == 400);
    CHECK(scanned("GET  / HTTP/1.1\r\n") == 400);
    CHECK(scanned("\r\nGET / HTTP/1.1\r\n") == 400);
    CHECK(scanned("GET /\r\n") == 400);
    CHECK(scanned("\x16\x03\x01") == 400);
    CHECK(scanned("AVERYLONGMETHODNAME") == 400);
    CHECK(scanned("GET /" + std::string(9000, 'a')) == 431);
    CHECK(scanned("GET / HTTP/1.1\r\nA: " + std::string(20000, 'a')) == 431);
}

TEST_CASE("Beast reads what the scanner lets pass")
{
    const auto head = parse_head(
        "POST /a?b=c HTTP/1.1\r\nHost: a:80\r\nX-Two: 2 \r\n"
        "Content-Length: 5\r\n\r\n");
    CHECK(head.refusal == 0);
    CHECK(head.parts.method == Method::post);
    CHECK(head.parts.target == "/a?b=c");
    REQUIRE(head.parts.headers.size() == 3);
    CHECK(head.parts.headers[1].name == "x-two");
    CHECK(head.parts.headers[1].value == "2");
    CHECK(head.framing.content_length == 5);
    CHECK(head.keeps_alive);
    CHECK(parse_head("GET / HTTP/2.0\r\nHost: a\r\n\r\n").refusal == 505);
    CHECK(parse_head("TRACE / HTTP/1.1\r\nHost: a\r\n\r\n").refusal == 501);
}

TEST_CASE("a length told twice, or in two ways, is refused")
{
    Framing framing;
    CHECK(read_framing({{"host", "a"}, {"content-length", "3"}}, true, framing) == 0);
    CHECK(framing.content_length == 3);
    CHECK(read_framing({{"host", "a"}, {"content-length", "3"}, {"content-length", "3"}}, true,
                       framing) == 400);
    CHECK(read_framing({{"host", "a"}, {"content-length", "3"}, {"transfer-encoding", "chunked"}},
                       true, framing) == 400);
    CHECK(read_framing({{"host", "a"}, {"transfer-encoding", "gzip, chunked"}}, true, framing) ==
          501);
    CHECK(read_framing({{"host", "a"}, {"transfer-encoding", "chunked"}}, false, framing) == 400);
    CHECK(read_framing({{"host", "a"}, {"content-length", "1e3"}}, true, framing) == 400);
    CHECK(read_framing({{"host", "a"}, {"content-length", "9999999999999999999"}}, true, framing) ==
          413);
    CHECK(read_framing({}, true, framing) == 400);
    CHECK(read_framing({}, false, framing) == 0);
    CHECK(read_framing({{"host", "a"}, {"host", "a"}}, false, framing) == 400);
}

TEST_CASE("a host is a name or an address, with or without a port")
{
    for (const auto* host : {"a", "example.vn:8080", "[::1]:80", "127.0.0.1", "a_b"})
        CHECK(is_host(host));
    for (const auto* host : {"", ":80", "a b", "a/b", "u@a", "a:b", "a:123456", "[::1", "a\"b"})
        CHECK_FALSE(is_host(host));
}

TEST_CASE("a chunked body reads alike whole and byte by byte")
{
    const std::string wire = "3\r\nabc\r\nA;x=y\r\n0123456789\r\n0\r\nT: 1\r\n\r\n";
    for (std::size_t step = 1; step <= wire.size(); ++step)
        CHECK(unchunked(wire, step) == "abc0123456789");
}

TEST_CASE("a chunked reader stops at the end of its body")
{
    ChunkedReader reader;
    std::string body;
    const std::string wire = "1\r\na\r\n0\r\n\r\nGET /";
    CHECK(reader.feed(wire, body) == wire.size() - 5);
    CHECK(reader.is_done());
}

TEST_CASE("chunks with other line ends, sizes or letters are malformed")
{
    for (const auto* wire :
         {"3\nabc", "3\r\nabc\n", "3\r\nabcd", "x", "\r\n", " 3\r\n", "0x3\r\n", "123456789\r\n",
          "-1\r\n", "3;a\nb", "0\r\n\n", "0\r\nT: \n", ";a\r\n"})
        CHECK_MESSAGE(unchunked(wire, 100) == "malformed", wire);
    CHECK(unchunked("3;" + std::string(300, 'a'), 100) == "malformed");
    CHECK(unchunked("0\r\nT: " + std::string(5000, 'a'), 100) == "malformed");
}

TEST_CASE("a counted body ends where it was said to, a chunked one within its limit")
{
    BodyFrames counted({.content_length = 3}, 100);
    std::string arrived = "abcGET /";
    std::string piece;
    CHECK(counted.take(arrived, piece) == 0);
    CHECK(piece == "abc");
    CHECK(arrived == "GET /");
    CHECK(counted.is_done());

    BodyFrames chunked({.is_chunked = true}, 4);
    arrived = "5\r\nabcde\r\n0\r\n\r\n";
    CHECK(chunked.take(arrived, piece) == 413);
}

TEST_CASE("a path is decoded once, and only where it means one thing")
{
    const auto path = [](std::string_view target) {
        const auto read = parse_target(target);
        return read ? read->path : "refused";
    };
    CHECK(path("/") == "/");
    CHECK(path("/k%E1%BA%BF-ho%E1%BA%A1ch?x=%2F") == "/kế-hoạch");
    CHECK(path("/ke%CC%82%CC%81") == "/kế");  // NFD becomes NFC
    CHECK(path("/a+b") == "/a+b");
    CHECK(path("/a%252Fb") == "/a%2Fb");
    for (const auto* bad :
         {"", "x", "*", "http://a/", "/a%00", "/a%2Fb", "/%", "/%4", "/%zz", "/..", "/a/../b",
          "/%2e%2E/b", "/./a", "/a\\b", "/a%5Cb", "/%FF", "/%C0%AF", "/a%0Ab"})
        CHECK_MESSAGE(path(bad) == "refused", bad);
    CHECK(path("/" + std::string(9000, 'a')) == "refused");
}

TEST_CASE("a form's fields are decoded as browsers encode them")
{
    const auto fields = MUST(parse_urlencoded("ten=Nguy%E1%BB%85n+A&rong=&&chi=100%&x=a%3Db=c"));
    REQUIRE(fields.size() == 4);
    CHECK(fields[0].value == "Nguyễn A");
    CHECK(fields[1].value.empty());
    CHECK(fields[2].value == "100%");
    CHECK(fields[3].value == "a=b=c");
    std::string many;
    for (int count = 0; count < 2001; ++count) many += "a=b&";
    CHECK(parse_urlencoded(many).error().kind == Failure::too_large);
    CHECK_FALSE(parse_urlencoded(std::string(201, 'a') + "=b"));
    CHECK(parse_urlencoded("")->empty());
}

TEST_CASE("a form that holds NUL or is no UTF-8 is malformed")
{
    for (const auto* text :
         {"ten=a%00b", "te%00n=a", "ten=%FF", "ten=%C0%AF", "ten=Nguy%E1%BB+A"}) {
        CAPTURE(text);
        const auto fields = parse_urlencoded(text);
        REQUIRE(!fields);
        CHECK(fields.error().key == "http.form.malformed");
        CHECK(!parse_target("/?" + std::string(text)));
    }
}

TEST_CASE("percent encoding keeps only unreserved letters")
{
    CHECK(percent_encoded("a-b_c.d~e/f g&ế") == "a-b_c.d~e%2Ff%20g%26%E1%BA%BF");
    CHECK(percent_decoded("%61%2f") == "a/");
    CHECK_FALSE(percent_decoded("%"));
    CHECK(form_decoded("%E1%BA%BF+%") == "ế %");
}

TEST_CASE("cookies are read pair by pair, and malformed pairs are nobody's")
{
    const auto cookies = parse_cookies("a=1; __Host-b=x=y;c; =d; e=\"f\"; g=h i; j=");
    REQUIRE(cookies.size() == 3);
    CHECK(cookies[0].name == "a");
    CHECK(cookies[1].value == "x=y");
    CHECK(cookies[2].name == "j");
    std::string many;
    for (int count = 0; count < 100; ++count) many += "a=b;";
    CHECK(parse_cookies(many).size() == cookie_count_max);
}

TEST_CASE("our cookies are bound to the host, and hold nothing that could end them")
{
    CHECK(MUST(set_cookie_value({"session", "abc", 60})).text() ==
          "__Host-session=abc; Path=/; Secure; HttpOnly; SameSite=Lax; Max-Age=60");
    CHECK_FALSE(set_cookie_value({"session", "a;b"}));
    CHECK_FALSE(set_cookie_value({"session", "a\r\nb"}));
    CHECK_FALSE(set_cookie_value({"", "a"}));
}
