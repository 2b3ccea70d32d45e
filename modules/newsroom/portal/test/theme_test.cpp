#include <doctest/doctest.h>

#include "newsroom/article/theme.hpp"
#include "newsroom/portal/test/portal_room.hpp"

namespace caicach::newsroom
{
namespace
{

constexpr std::int64_t day_seconds = 86'400;

caicach::testing::Fields theme_form(const PortalRoom& room, int days)
{
    const auto today = Date::of(room.app.clock.now());
    return {{"name", "Tháng cao điểm nộp hồ sơ trực tuyến"},
            {"slogan", "Ở nhà cũng nộp được hồ sơ"},
            {"begins_on", today.vietnamese()},
            {"ends_on", today.plus_days(days).vietnamese()}};
}

std::string theme_code(PortalRoom& room)
{
    auto context = room.app.system_context();
    auto transaction = MUST(context.read());
    const auto themes = MUST(all_themes(transaction));
    REQUIRE(themes.size() == 1);
    return themes[0].code;
}

/// The path at the desk of a published article of the theme.
std::string publish_in(PortalRoom& room, const std::string& theme)
{
    auto form = PortalRoom::form_of({.title = "Nộp hồ sơ từ điện thoại"});
    form.emplace_back("theme", theme);
    const auto answer = room.writer.post("/toa-soan", form);
    REQUIRE(answer.status == 303);
    auto path = std::string(answer.header("location"));
    CHECK(room.act(room.writer, path, "gui") == 303);
    CHECK(room.act(room.editor, path, "duyet") == 303);
    return path;
}

}  // namespace

TEST_CASE(
    "when a theme ends its slogan is gone, and its articles leave the lists but not the house")
{
    PortalRoom room;
    REQUIRE(room.editor.post("/toa-soan/chu-de", theme_form(room, 2)).status == 303);
    CHECK(shows(room.writer.get("/toa-soan/moi"), "Tháng cao điểm nộp hồ sơ trực tuyến"));
    const auto path = publish_in(room, theme_code(room));
    const std::string title = "Nộp hồ sơ từ điện thoại";
    CHECK(shows(room.reader.get("/"), "Ở nhà cũng nộp được hồ sơ"));
    CHECK(shows(room.reader.get("/"), title));
    CHECK(shows(room.reader.get("/tin-bai/muc/ket-qua"), title));
    room.app.clock.pass_seconds(3 * day_seconds);
    CHECK_FALSE(shows(room.reader.get("/"), "Ở nhà cũng nộp được hồ sơ"));
    CHECK_FALSE(shows(room.reader.get("/"), title));
    CHECK_FALSE(shows(room.reader.get("/tin-bai/muc/ket-qua"), title));
    CHECK(shows(room.reader.get("/tin-bai/" + room.article(path).slug), title));
    CHECK(shows(room.reader.get("/tin-bai?tim=nop+ho+so+tu+dien+thoai"), title));
    CHECK(shows(room.reader.get("/tin-bai/co-quan/so-y-te"), title));
}

TEST_CASE("a theme is the board's: its days are in order, and one that has ended takes no article")
{
    PortalRoom room;
    CHECK(room.writer.post("/toa-soan/chu-de", theme_form(room, 2)).status == 403);
    CHECK(room.editor.post("/toa-soan/chu-de", theme_form(room, -1)).status == 422);
    REQUIRE(room.editor.post("/toa-soan/chu-de", theme_form(room, 0)).status == 303);
    const auto code = theme_code(room);
    CHECK(shows(room.editor.get("/toa-soan/chu-de?sua=" + code), "Ở nhà cũng nộp được hồ sơ"));
    auto longer = theme_form(room, 1);
    longer.emplace_back("code", code);
    longer.emplace_back("version", "1");
    auto stranger = room.app.as(identity::Role::editor, "STP");
    CHECK(stranger.post("/toa-soan/chu-de", longer).status == 403);
    CHECK(room.editor.post("/toa-soan/chu-de", longer).status == 303);
    CHECK(room.editor.post("/toa-soan/chu-de", longer).status == 409);
    room.app.clock.pass_seconds(3 * day_seconds);
    auto writer = room.app.as(identity::Role::agency_officer, "SYT");
    CHECK_FALSE(shows(writer.get("/toa-soan/moi"), "Tháng cao điểm"));
    auto form = PortalRoom::form_of({.title = "Muộn rồi"});
    form.emplace_back("theme", code);
    CHECK(writer.post("/toa-soan", form).status == 422);
}

TEST_CASE("versions of an article in other languages lead to one another, and English has a front")
{
    PortalRoom room;
    const auto path = room.publish({.title = "Mở cửa sáng thứ Bảy"});
    CHECK(shows(room.reader.get("/en"), "No articles in English yet"));
    const auto code = path.substr(path.rfind('/') + 1);
    CHECK(shows(room.writer.get(path), "ban-goc=" + code));
    CHECK(shows(room.writer.get("/toa-soan/moi?ban-goc=" + code), "value=\"" + code + "\""));
    auto form = PortalRoom::form_of({.title = "Open on Saturday mornings", .language = "en"});
    form.emplace_back("original", code);
    const auto answer = room.writer.post("/toa-soan", form);
    REQUIRE(answer.status == 303);
    const auto version = std::string(answer.header("location"));
    CHECK_FALSE(shows(room.reader.get("/tin-bai/mo-cua-sang-thu-bay"), "open-on-saturday"));
    CHECK(room.act(room.writer, version, "gui") == 303);
    CHECK(room.act(room.editor, version, "duyet") == 303);
    CHECK(shows(room.reader.get("/en"), "href=\"/tin-bai/open-on-saturday-mornings\""));
    CHECK_FALSE(shows(room.reader.get("/"), "Open on Saturday mornings"));
    CHECK(shows(room.reader.get("/tin-bai/mo-cua-sang-thu-bay"),
                "href=\"/tin-bai/open-on-saturday-mornings\" lang=\"en\""));
    const auto english = room.reader.get("/tin-bai/open-on-saturday-mornings");
    CHECK(shows(english, "href=\"/tin-bai/mo-cua-sang-thu-bay\" lang=\"vi\""));
    CHECK(shows(english, "Was this page useful?"));
    CHECK_FALSE(shows(english, "Trang này có ích không?"));
}

TEST_CASE("a version is of the same agency and of another language")
{
    PortalRoom room;
    const auto path = room.publish({.title = "Bài gốc"});
    const auto code = path.substr(path.rfind('/') + 1);
    auto same = PortalRoom::form_of({.title = "Cùng tiếng"});
    same.emplace_back("original", code);
    CHECK(room.writer.post("/toa-soan", same).status == 422);
    auto stranger = room.app.as(identity::Role::agency_officer, "STP");
    auto form = PortalRoom::form_of({.title = "Another's", .language = "en"});
    form[0].second = "STP";
    form.emplace_back("original", code);
    CHECK(stranger.post("/toa-soan", form).status == 404);
    CHECK(stranger.get("/toa-soan/moi?ban-goc=" + code).status == 403);
}

}  // namespace caicach::newsroom
