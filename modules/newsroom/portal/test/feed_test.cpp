#include "newsroom/portal/feed.hpp"

#include <doctest/doctest.h>

#include "http/finish.hpp"
#include "newsroom/portal/test/portal_room.hpp"

namespace caicach::newsroom
{
namespace
{

constexpr std::string_view site = "https://cchc.songlam.example";

caicach::testing::Settings with_address() { return {{"province.site", std::string(site)}}; }

/// As a reader that has the answer of before asks again.
http::Response asked_again(PortalRoom& room, const std::string& path, std::string_view modified)
{
    const auto request = MUST(http::Request::create(
        {.target = path, .headers = {{"if-modified-since", std::string(modified)}}}));
    auto& system = room.app.system();
    const auto match = system.router().find(http::Method::get, path);
    REQUIRE(match.route != nullptr);
    Context context{system.services(), Actor{}};
    return MUST(match.route->handler(context, request));
}

}  // namespace

TEST_CASE("moments are written as feeds want them")
{
    const auto at = instant_from_iso("2026-03-01T17:59:59.250000Z");
    CHECK(rfc3339(at) == "2026-03-01T17:59:59Z");
    CHECK(rfc5322(at) == "Sun, 01 Mar 2026 17:59:59 +0000");
}

TEST_CASE("feeds name whole addresses, agencies and moments, and nothing in a title breaks them")
{
    PortalRoom room{with_address()};
    room.publish({.title = "Thu phí < 5 phút & \"không chờ\"", .section = "model"});
    const std::string address = "https://cchc.songlam.example/tin-bai/thu-phi-5-phut-khong-cho";
    for (const std::string list :
         {"/tin-bai", "/tin-bai/muc/mo-hinh", "/tin-bai/co-quan/so-y-te"}) {
        CAPTURE(list);
        const auto atom = room.reader.get(list + "/bang-tin.atom");
        CHECK(atom.status == 200);
        CHECK(atom.type == "application/atom+xml; charset=utf-8");
        CHECK(shows(atom, "<id>" + address + "</id>"));
        CHECK(shows(atom, "<title>Thu phí &lt; 5 phút &amp; &quot;không chờ&quot;</title>"));
        CHECK(shows(atom, "<published>2026-03-15T02:00:00Z</published>"));
        CHECK(shows(atom, "<name>Sở Y tế</name>"));
        CHECK(shows(atom, "rel=\"self\" type=\"application/atom+xml\" href=\"" + std::string(site) +
                              list + "/bang-tin.atom\""));
        const auto rss = room.reader.get(list + "/bang-tin.rss");
        CHECK(rss.status == 200);
        CHECK(shows(rss, "<guid isPermaLink=\"true\">" + address + "</guid>"));
        CHECK(shows(rss, "<pubDate>Sun, 15 Mar 2026 02:00:00 +0000</pubDate>"));
        CHECK(shows(rss, "<category>Mô hình, cách làm hay</category>"));
    }
    CHECK_FALSE(shows(room.reader.get("/tin-bai/muc/ket-qua/bang-tin.atom"), "<entry>"));
    CHECK(room.reader.get("/tin-bai/muc/khong-co/bang-tin.atom").status == 404);
    CHECK(room.reader.get("/tin-bai/co-quan/khong-co/bang-tin.rss").status == 404);
}

TEST_CASE("a reader that has a feed already is told so, until something was published or withdrawn")
{
    PortalRoom room{with_address()};
    const auto path = room.publish({.title = "Bài một"});
    const std::string feed = "/tin-bai/bang-tin.atom";
    // Within the same second something else might still come.
    CHECK(room.reader.get(feed).header("last-modified").empty());
    room.app.clock.pass_seconds(120);
    const auto first = room.reader.get(feed);
    const std::string modified{first.header("last-modified")};
    CHECK(modified == "Sun, 15 Mar 2026 02:00:00 GMT");
    CHECK(asked_again(room, feed, modified).status == 304);
    CHECK(asked_again(room, feed, "Sun, 15 Mar 2026 01:00:00 GMT").status == 200);
    CHECK(room.act(room.editor, path, "go", {{"reason", "Sai."}}) == 303);
    room.app.clock.pass_seconds(120);
    const auto after = asked_again(room, feed, modified);
    CHECK(after.status == 200);
    CHECK_FALSE(shows(after, "Bài một"));
    auto tagged = room.reader.get(feed);
    http::finish({}, tagged);
    const std::string tag{tagged.header("etag")};
    auto same = room.reader.get(feed);
    http::finish({.if_none_match = tag}, same);
    CHECK(same.status == 304);
}

TEST_CASE("the sitemap leads to every page and article, month by month, by whole addresses")
{
    PortalRoom room{with_address()};
    room.publish({.title = "Bài tháng ba"});
    constexpr std::int64_t month = 31L * 86'400;
    room.app.clock.pass_seconds(month);
    const auto index = room.reader.get("/sitemap.xml");
    CHECK(shows(index, "<loc>https://cchc.songlam.example/sitemap/trang.xml</loc>"));
    CHECK(shows(index, "<loc>https://cchc.songlam.example/sitemap/2026-03/bai.xml</loc>"));
    CHECK_FALSE(shows(index, "/sitemap/2026-04/bai.xml"));
    const auto pages = room.reader.get("/sitemap/trang.xml");
    for (const auto* path :
         {"/", "/tin-bai", "/tin-bai/muc/mo-hinh", "/tin-bai/co-quan/so-y-te", "/co-quan"}) {
        CAPTURE(path);
        CHECK(shows(pages, "<loc>https://cchc.songlam.example" + std::string(path) + "</loc>"));
    }
    const auto articles = room.reader.get("/sitemap/2026-03/bai.xml");
    CHECK(shows(articles, "/tin-bai/bai-thang-ba</loc><lastmod>2026-03-15T02:00:00Z</lastmod>"));
    CHECK(room.reader.get("/sitemap/2026-04/bai.xml").status == 404);
    CHECK(room.reader.get("/sitemap/2026-13/bai.xml").status == 404);
    CHECK(
        shows(room.reader.get("/robots.txt"), "Sitemap: https://cchc.songlam.example/sitemap.xml"));
}

TEST_CASE("without an address of ours there is no sitemap, and robots.txt names none")
{
    PortalRoom room;
    CHECK(room.reader.get("/sitemap.xml").status == 404);
    const auto robots = room.reader.get("/robots.txt");
    CHECK(robots.status == 200);
    CHECK_FALSE(shows(robots, "Sitemap"));
}

TEST_CASE("an article tells machines what it is, and nothing in it ends its script")
{
    PortalRoom room{with_address()};
    room.publish({.title = "Phí </script> \"mới\""});
    const auto page = room.reader.get("/tin-bai/phi-script-moi");
    CHECK(page.status == 200);
    CHECK(shows(page, "\"headline\":\"Phí \\u003c/script\\u003e \\u0022mới\\u0022\""));
    CHECK(shows(page, "\"datePublished\":\"2026-03-15T02:00:00Z\""));
}

}  // namespace caicach::newsroom
