#include "newsroom/portal/page_cache.hpp"

#include <doctest/doctest.h>

#include "http/compression.hpp"
#include "newsroom/portal/test/portal_room.hpp"

namespace caicach::newsroom
{
namespace
{

constexpr Instant noon{1'000'000'000'000'000};

http::Response page_of_size(std::size_t size) { return http::page(std::string(size, 'x')); }

/// Changes what readers see past the application, as another process would.
void publish_elsewhere(PortalRoom& room, std::string_view title)
{
    auto context = room.app.system_context();
    auto transaction = MUST(context.begin());
    MUST(transaction.change("UPDATE newsroom_revision SET title = $1", title));
    MUST(transaction.change("UPDATE newsroom_portal SET version = version + 1"));
    MUST(transaction.commit());
}

}  // namespace

TEST_CASE("a page is kept until the portal changes, or a minute has gone by")
{
    PageCache cache;
    CHECK(cache.find("/", 1, noon) == nullptr);
    const auto kept = cache.keep("/", 1, noon, page_of_size(5000));
    CHECK(kept->compressed.size() < 500);
    CHECK(cache.find("/", 1, noon) == kept);
    CHECK(cache.find("/khac", 1, noon) == nullptr);
    CHECK(cache.find("/", 1, noon + PageCache::seconds_max) == kept);
    CHECK(cache.find("/", 1, noon + PageCache::seconds_max + 1) == nullptr);
    (void)cache.keep("/", 1, noon, page_of_size(5000));
    CHECK(cache.find("/", 2, noon) == nullptr);
    CHECK(cache.bytes() == 0);
}

TEST_CASE("a page that was begun before a change is not kept after it")
{
    PageCache cache;
    CHECK(cache.find("/", 2, noon) == nullptr);
    const auto slow = cache.keep("/", 1, noon, page_of_size(10));
    CHECK(slow->plain.text().size() == 10);
    CHECK(cache.find("/", 2, noon) == nullptr);
    CHECK(cache.find("/", 1, noon) == nullptr);
}

TEST_CASE("the cache stays within its bounds and lets go what was not asked for longest")
{
    constexpr std::size_t bound = 10'000;
    PageCache cache{bound};
    for (const auto* path : {"/a", "/b", "/c"}) (void)cache.keep(path, 1, noon, page_of_size(2000));
    CHECK(cache.find("/a", 1, noon) != nullptr);
    (void)cache.keep("/d", 1, noon, page_of_size(2000));
    CHECK(cache.bytes() <= bound);
    CHECK(cache.find("/a", 1, noon) != nullptr);
    CHECK(cache.find("/b", 1, noon) == nullptr);
    CHECK(cache.find("/d", 1, noon) != nullptr);
    CHECK(cache.keep("/lon", 1, noon, page_of_size(bound))->plain.text().size() == bound);
    CHECK(cache.find("/lon", 1, noon) == nullptr);
}

TEST_CASE("what is published, corrected or withdrawn is seen at once everywhere")
{
    PortalRoom room;
    const auto path = room.publish({.title = "Bài một"});
    const std::vector<std::string> lists{"/", "/tin-bai", "/tin-bai/muc/ket-qua",
                                         "/tin-bai/co-quan/so-y-te", "/tin-bai/bang-tin.atom"};
    const auto all_show = [&](std::string_view title) {
        for (const auto& list : lists) {
            CAPTURE(list);
            CHECK(shows(room.reader.get(list), title));
            CHECK(shows(room.reader.get(list), title));  // from the cache
        }
    };
    all_show("Bài một");
    room.publish({.title = "Bài hai"});
    all_show("Bài hai");
    auto form = PortalRoom::form_of({.title = "Bài một, đã sửa"});
    form.emplace_back("note", "Sửa tên.");
    CHECK(room.reader.get("/tin-bai/bai-mot").status == 200);
    CHECK(room.act(room.editor, path, "dinh-chinh", form) == 303);
    all_show("Bài một, đã sửa");
    CHECK(shows(room.reader.get("/tin-bai/bai-mot"), "Sửa tên."));
    CHECK(room.act(room.editor, path, "go", {{"reason", "Nhầm."}}) == 303);
    for (const auto& list : lists) CHECK_FALSE(shows(room.reader.get(list), "Bài một, đã sửa"));
    CHECK(room.reader.get("/tin-bai/bai-mot").status == 410);
}

TEST_CASE("pages come from the cache until another process changes the portal")
{
    PortalRoom room;
    room.publish({.title = "Bài cũ"});
    CHECK(shows(room.reader.get("/tin-bai"), "Bài cũ"));
    {
        auto context = room.app.system_context();
        auto transaction = MUST(context.begin());
        MUST(transaction.change("UPDATE newsroom_revision SET title = 'Lén đổi'"));
        MUST(transaction.commit());
    }
    CHECK(shows(room.reader.get("/tin-bai"), "Bài cũ"));
    publish_elsewhere(room, "Bài mới");
    CHECK(shows(room.reader.get("/tin-bai"), "Bài mới"));
}

TEST_CASE("what one person sees is never kept, and nobody gets it")
{
    PortalRoom room;
    room.publish({.title = "Bài một"});
    CHECK(shows(room.editor.get("/tin-bai"), "Đăng xuất"));
    const auto page = room.reader.get("/tin-bai");
    CHECK_FALSE(shows(page, "Đăng xuất"));
    CHECK(shows(room.editor.get("/tin-bai"), "Đăng xuất"));
    CHECK(room.editor.get("/tin-bai").caching == http::Caching::none);
}

TEST_CASE("who takes compressed pages gets the same page so")
{
    PortalRoom room;
    room.publish({.title = "Bài một"});
    const auto ask = [&](const http::Headers& headers) {
        const auto request =
            MUST(http::Request::create({.target = "/tin-bai", .headers = headers}));
        auto& system = room.app.system();
        Context context{system.services(), Actor{}};
        return MUST(
            system.router().find(http::Method::get, "/tin-bai").route->handler(context, request));
    };
    const auto plain = ask({});
    const auto compressed = ask({{"accept-encoding", "gzip, br"}});
    CHECK(plain.header("content-encoding").empty());
    CHECK(compressed.header("content-encoding") == "gzip");
    CHECK(compressed.text() == http::gzip(plain.text()).value_or(""));
    CHECK(compressed.caching == http::Caching::brief);
}

}  // namespace caicach::newsroom
