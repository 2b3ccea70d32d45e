#include <doctest/doctest.h>

#include "newsroom/portal/test/portal_room.hpp"

namespace caicach::newsroom
{

TEST_CASE("the front page shows what is new, what is worth copying, and where everything is")
{
    PortalRoom room;
    CHECK(shows(room.reader.get("/"), "Chưa có tin, bài nào"));
    room.publish({.title = "Trạm y tế trả kết quả tại nhà"});
    room.publish({.title = "Một cửa lưu động", .section = "model"});
    const auto page = room.reader.get("/");
    CHECK(page.status == 200);
    CHECK(shows(page, "Cải cách hành chính tỉnh Sông Lam"));
    CHECK(shows(page, "href=\"/tin-bai/tram-y-te-tra-ket-qua-tai-nha\""));
    CHECK(shows(page, "front-examples"));
    CHECK(shows(page, "href=\"/tin-bai/muc/mo-hinh\""));
    CHECK(shows(page, "href=\"/co-quan\">Danh mục cơ quan"));
    CHECK(page.caching == http::Caching::brief);
}

TEST_CASE("programs find the one address of a page, and the feed of what stands there")
{
    PortalRoom room{{{"province.site", "https://cchc.songlam.vn"}}};
    room.publish({.title = "Trạm y tế trả kết quả tại nhà"});
    const auto article = room.reader.get("/tin-bai/tram-y-te-tra-ket-qua-tai-nha?cam-on=1");
    CHECK(shows(article,
                "rel=\"canonical\" href=\"https://cchc.songlam.vn/tin-bai/"
                "tram-y-te-tra-ket-qua-tai-nha\""));
    CHECK(shows(article, "og:type\" content=\"article\""));
    CHECK_FALSE(shows(article, "og:image"));
    CHECK(shows(room.reader.get("/"), "href=\"/tin-bai/bang-tin.atom\""));
    const auto section = room.reader.get("/tin-bai/muc/ket-qua");
    CHECK(shows(section, "rel=\"alternate\" type=\"application/atom+xml\""));
    CHECK(shows(section, "href=\"/tin-bai/muc/ket-qua/bang-tin.atom\""));
    // What was searched for is nobody's page to find.
    CHECK_FALSE(shows(room.reader.get("/tin-bai?tim=y+te"), "canonical"));
}

TEST_CASE("who is signed in goes from the front page to work")
{
    PortalRoom room;
    const auto answer = room.writer.get("/");
    CHECK(answer.status == 303);
    CHECK(answer.header("location") == "/ke-hoach");
}

TEST_CASE("what is not public stands nowhere on the portal")
{
    PortalRoom room;
    const auto answer = room.writer.post("/toa-soan", PortalRoom::form_of({.title = "Còn viết"}));
    CHECK(answer.status == 303);
    const auto path = room.publish({.title = "Đã gỡ rồi", .section = "model"});
    CHECK(room.act(room.editor, path, "go", {{"reason", "Sai."}}) == 303);
    for (const auto* address : {"/", "/tin-bai", "/tin-bai/muc/mo-hinh", "/tin-bai/muc/ket-qua",
                                "/tin-bai/co-quan/so-y-te", "/tin-bai/co-quan"}) {
        CAPTURE(address);
        const auto page = room.reader.get(address);
        CHECK(page.status == 200);
        CHECK_FALSE(shows(page, "Còn viết"));
        CHECK_FALSE(shows(page, "Đã gỡ rồi"));
    }
    CHECK_FALSE(shows(room.reader.get("/tin-bai/co-quan"), "Sở Y tế"));
}

TEST_CASE("a section and an agency have pages of their own, which go on behind their last article")
{
    PortalRoom room;
    for (int i = 0; i < 21; ++i) {
        room.publish({.title = "Bài thứ " + std::to_string(100 + i)});
        room.app.clock.pass_seconds(60);
    }
    for (const std::string list : {"/tin-bai/muc/ket-qua", "/tin-bai/co-quan/so-y-te"}) {
        const auto first = room.reader.get(list);
        CHECK(shows(first, "Bài thứ 120"));
        CHECK_FALSE(shows(first, "Bài thứ 100"));
        CHECK_FALSE(shows(first, "Về trang mới nhất"));
        CHECK(shows(first, list + "?truoc=bai-thu-101"));
        const auto second = room.reader.get(list + "?truoc=bai-thu-101");
        CHECK(shows(second, "Bài thứ 100"));
        CHECK_FALSE(shows(second, "Bài thứ 101"));
        CHECK(shows(second, "href=\"" + list + "\">Về trang mới nhất"));
    }
    CHECK(shows(room.reader.get("/tin-bai/co-quan"), "21 bài"));
    CHECK(room.reader.get("/tin-bai/muc/khong-co").status == 404);
    CHECK(room.reader.get("/tin-bai/co-quan/khong-co").status == 404);
}

TEST_CASE("old and new words find each other, however they are typed, and the page shows where")
{
    PortalRoom room;
    room.publish({.title = "Dịch vụ công", .body = "Nay có **120** dịch vụ công toàn trình."});
    room.publish({.title = "Công khai", .body = "Niêm yết thủ tục hành chính ở mọi thôn."});
    const auto finds = [&](const std::string& words, std::string_view title) {
        CAPTURE(words);
        return shows(room.reader.get("/tin-bai?tim=" + words), title);
    };
    CHECK(finds("muc+do+4", "Dịch vụ công"));
    CHECK(finds("thu+tuc+hanh+chinh", "Công khai"));
    CHECK(finds("TH%E1%BB%A6+T%E1%BB%A4C", "Công khai"));
    CHECK(finds("thu%CC%89+tu%CC%A3c", "Công khai"));  // NFD, as some telephones send it
    CHECK(finds("tthc", "Công khai"));
    CHECK_FALSE(finds("tthc", "Dịch vụ công"));
    CHECK(finds("niem+yet", "<mark>Niêm</mark> <mark>yết</mark> thủ tục"));
    CHECK_FALSE(finds("120", "**"));
}

TEST_CASE("a search within a section finds what stands there alone")
{
    PortalRoom room;
    room.publish({.title = "Giảm giấy tờ ở xã"});
    room.publish({.title = "Giảm giấy tờ ở phường", .section = "model"});
    const auto page = room.reader.get("/tin-bai?tim=giam+giay+to&muc=mo-hinh");
    CHECK(shows(page, "Giảm giấy tờ ở phường"));
    CHECK_FALSE(shows(page, "Giảm giấy tờ ở xã"));
    CHECK(shows(room.reader.get("/tin-bai?tim=giam+giay+to"), "Giảm giấy tờ ở xã"));
}

}  // namespace caicach::newsroom
