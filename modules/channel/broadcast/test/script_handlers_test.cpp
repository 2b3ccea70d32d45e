#include <doctest/doctest.h>

#include "channel/test/broadcast_office.hpp"
#include "channel/test/newsletter_office.hpp"

namespace caicach::channel
{
namespace
{

using testing::BroadcastOffice;

bool tells(const http::Response& response, std::string_view text)
{
    return response.text().find(text) != std::string::npos;
}

}  // namespace

TEST_CASE("a script goes from its officer to the head; its length is told on the way")
{
    BroadcastOffice office;
    const auto path = office.begun();
    CHECK(tells(office.officer.get(path), "Chưa có đoạn nào"));
    CHECK(office.post(office.officer, path, "gui") == 409);
    CHECK(office.post(office.officer, path, "doan",
                      {{"heading", "Lời chào"}, {"text", "Thưa bà con."}, {"part", "moi"}}) == 303);
    const auto page = office.officer.get(path);
    CHECK(tells(page, "Lời chào"));
    CHECK(tells(page, "với tốc độ 180 tiếng một phút"));
    CHECK(tells(page, "Ngắn hơn khung 5–15 phút"));
    CHECK(office.post(office.officer, path, "noi-dung",
                      {{"title", "Tên khác"}, {"speed", "200"}}) == 303);
    CHECK(office.script(path).title == "Tên khác");
    // The next script is read by the same person.
    CHECK(office.script(office.begun()).syllables_a_minute == 200);
    CHECK(office.post(office.officer, path, "gui") == 303);
    CHECK(tells(office.head.get("/soan-phat-thanh/cho-duyet"), "Tên khác"));
    CHECK(office.post(office.officer, path, "doan", {{"text", "chen vào"}}) == 409);
    CHECK(office.post(office.head, path, "tra-lai", {{"reason", ""}}) == 422);
    CHECK(office.post(office.head, path, "tra-lai", {{"reason", "Thiếu địa chỉ"}}) == 303);
    CHECK(tells(office.officer.get(path), "Thiếu địa chỉ"));
    CHECK(office.post(office.officer, path, "gui") == 303);
    CHECK(office.post(office.head, path, "duyet") == 303);
    CHECK(office.script(path).state == ScriptState::approved);
    CHECK(tells(office.head.get(path + "/ban-doc"), "Thưa bà con."));
}

TEST_CASE("nobody approves the script he wrote, and no other agency sees it")
{
    BroadcastOffice office;
    const auto path = office.submitted();
    CHECK(office.post(office.officer, path, "duyet") == 403);
    auto other = office.app.as(identity::Role::agency_head, "STP");
    CHECK(other.get(path).status == 403);
    CHECK(other.get(path + "/ban-doc").status == 403);
    CHECK(office.post(other, path, "duyet") == 403);
    CHECK(office.post(other, path, "lay-lai") == 403);
    CHECK(office.reader.get(path).status != 200);
    CHECK(other.post("/soan-phat-thanh", {{"agency", "SYT"}, {"title", "Của người khác"}}).status ==
          403);
    // Who wrote in it last has written it, too, whoever began it.
    CHECK(office.post(office.officer, path, "lay-lai") == 303);
    CHECK(office.post(office.head, path, "gui") == 303);
    CHECK(office.post(office.head, path, "duyet") == 403);
    CHECK(office.script(path).state == ScriptState::submitted);
}

TEST_CASE("an article becomes words to be read, and its withdrawal stops the script")
{
    testing::NewsletterOffice press;
    const auto slug = press.published("Một cửa sáng thứ Bảy");
    auto begun = press.officer.post("/soan-phat-thanh",
                                    {{"agency", "SYT"}, {"title", "Chương trình tháng Ba"}});
    REQUIRE(begun.status == 303);
    const std::string path{begun.header("location")};
    CHECK(tells(press.officer.get(path), "Lấy làm lời đọc"));
    CHECK(press.officer.post(path + "/doan/bai", {{"article", slug}, {"version", "1"}}).status ==
          303);
    const auto page = press.officer.get(path);
    CHECK(tells(page, "<p>Xã đã giải quyết mọi hồ sơ.</p>"));
    CHECK(tells(page, "Bài gốc"));
    CHECK(press.officer.post(path + "/doan/bai", {{"article", "khong-co"}, {"version", "2"}})
              .status == 422);
    auto context = press.app.system_context();
    const auto article = [&] {
        auto transaction = MUST(context.read());
        return MUST(newsroom::published_article(transaction, slug)).id;
    }();
    newsroom::testing::withdraw_article_of(context, article);
    CHECK(tells(press.officer.get(path), "Bài gốc đã được gỡ"));
    CHECK(press.officer.post(path + "/gui", {{"version", "2"}}).status == 409);
}

TEST_CASE("what was typed wrongly comes back, beside what is wrong; an old page changes nothing")
{
    BroadcastOffice office;
    const auto path = office.begun();
    const auto empty = office.send(office.officer, path, "doan",
                                   {{"heading", "Tên đã gõ"}, {"text", " "}, {"part", "moi"}});
    CHECK(empty.status == 422);
    CHECK(tells(empty, "Tên đã gõ"));
    CHECK(tells(empty, "Hãy viết lời đọc của đoạn"));
    const auto fast =
        office.send(office.officer, path, "noi-dung", {{"title", "Tên"}, {"speed", "900"}});
    CHECK(fast.status == 422);
    CHECK(tells(fast, "900"));
    CHECK(office.post(office.officer, path, "doan", {{"text", "Một"}}) == 303);
    CHECK(office.post(office.officer, path, "doan", {{"text", "Hai"}}) == 303);
    CHECK(office.officer.post(path + "/doan/bo", {{"part", "1"}, {"version", "1"}}).status == 409);
    CHECK(office.post(office.officer, path, "doan/len", {{"part", "2"}}) == 303);
    CHECK(office.post(office.officer, path, "doan/sua", {{"part", "2"}, {"text", "Ba"}}) == 303);
    CHECK(office.post(office.officer, path, "doan/bo", {{"part", "7"}}) == 404);
    const auto parts = office.parts(path);
    REQUIRE(parts.size() == 2);
    CHECK(parts[0].text == "Hai");
    CHECK(parts[1].text == "Ba");
    CHECK(office.post(office.officer, path, "doan/bo", {{"part", "1"}}) == 303);
    CHECK(office.parts(path).size() == 1);
    CHECK(office.post(office.officer, path, "bo") == 303);
    CHECK(office.officer.get(path).status == 404);
}

}  // namespace caicach::channel
