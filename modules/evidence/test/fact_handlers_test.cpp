#include <doctest/doctest.h>

#include "evidence/testing.hpp"
#include "support/app.hpp"

namespace caicach::evidence
{
namespace
{

using caicach::testing::App;
using caicach::testing::Fields;
using identity::Role;

struct Room {
    App app{};
    RecordedFact fact{};

    Room()
    {
        auto context = app.system_context();
        fact = testing::typed_fact(context, "SYT");
    }

    [[nodiscard]] std::string path() const { return "/minh-chung/" + fact.code; }
    [[nodiscard]] Standing standing()
    {
        auto context = app.system_context();
        auto transaction = MUST(context.read());
        return MUST(fact_by_id(transaction, fact.id)).standing;
    }
};

bool has(const http::Response& response, std::string_view text)
{
    return std::get<std::string>(response.body).find(text) != std::string::npos;
}

const Fields correction{{"title", "Bốn cách nộp hồ sơ"},
                        {"happened_on", "10/03/2026"},
                        {"quantity", "1"},
                        {"link", "https://songlam.example/bon-cach"}};

}  // namespace

TEST_CASE("a reviewer refuses a fact, its agency reads why and answers, the reviewer accepts")
{
    Room room;
    auto reviewer = room.app.as(Role::coordinator, "UBND");
    auto officer = room.app.as(Role::agency_officer, "SYT");
    CHECK(has(reviewer.get(room.path()), "Xét kết quả"));
    CHECK(!has(officer.get(room.path()), "Xét kết quả"));
    CHECK(reviewer.post(room.path() + "/tu-choi", {{"text", "Trang không mở được"}}).status == 303);
    CHECK(room.standing() == Standing::refused);
    const auto page = officer.get(room.path());
    CHECK(has(page, "Trang không mở được"));
    CHECK(has(page, "Trả lời người xét"));
    CHECK(officer.post(room.path() + "/tra-loi", {{"answer", "Đã mở lại"}}).status == 303);
    CHECK(has(reviewer.get(room.path()), "Đã mở lại"));
    CHECK(reviewer.post(room.path() + "/cong-nhan").status == 303);
    CHECK(room.standing() == Standing::counts);
}

TEST_CASE("a refusal without a reason is shown anew")
{
    Room room;
    auto reviewer = room.app.as(Role::inspector, "UBND");
    const auto answer = reviewer.post(room.path() + "/tu-choi");
    CHECK(answer.status == 422);
    CHECK(has(answer, "Chưa có lý do"));
    CHECK(room.standing() == Standing::counts);
}

TEST_CASE("an agency reviews nothing, not its own facts either, and sees no other's")
{
    Room room;
    auto officer = room.app.as(Role::agency_officer, "SYT");
    auto other = room.app.as(Role::agency_officer, "STP");
    CHECK(officer.post(room.path() + "/tu-choi", {{"text", "Không"}}).status == 403);
    CHECK(other.get(room.path()).status == 403);
    CHECK(other.post(room.path() + "/rut-lai").status == 403);
    CHECK(other.post(room.path() + "/sua", correction).status == 403);
    CHECK(other.get("/minh-chung?co-quan=so-y-te").status == 403);
    CHECK(room.standing() == Standing::counts);
}

TEST_CASE("the agency corrects a fact: the old page leads to the new one")
{
    Room room;
    auto officer = room.app.as(Role::agency_officer, "SYT");
    const auto answer = officer.post(room.path() + "/sua", correction);
    REQUIRE(answer.status == 303);
    const auto corrected = std::string{answer.header("location")};
    CHECK(corrected != room.path());
    const auto page = officer.get(corrected);
    CHECK(has(page, "Bốn cách nộp hồ sơ"));
    CHECK(has(page, "Ba cách nộp hồ sơ"));
    const auto old = officer.get(room.path());
    CHECK(has(old, corrected));
    CHECK(!has(old, "Lưu bản sửa"));
    CHECK(officer.post(room.path() + "/sua", correction).status == 409);
    CHECK(officer.post(corrected + "/rut-lai").status == 303);
    CHECK(has(officer.get("/minh-chung"), "Đã rút lại"));
}

TEST_CASE("a wrong correction is shown with what was typed")
{
    Room room;
    auto officer = room.app.as(Role::agency_officer, "SYT");
    auto future = correction;
    future[1].second = "10/04/2026";
    const auto answer = officer.post(room.path() + "/sua", future);
    CHECK(answer.status == 422);
    CHECK(has(answer, "Bốn cách nộp hồ sơ"));
    CHECK(has(answer, "Ngày xảy ra ở sau hôm nay"));
}

TEST_CASE("a fact is typed in with a file that its agency reads and others do not")
{
    Room room;
    auto officer = room.app.as(Role::agency_officer, "SYT");
    CHECK(officer.get("/minh-chung/moi").status == 200);
    const auto answer = officer.upload("/minh-chung", "proof", "bài.pdf", "%PDF-1.7\nbài báo",
                                       {{"product", "article"},
                                        {"title", "Bài trên báo tỉnh"},
                                        {"happened_on", "12/03/2026"},
                                        {"quantity", "1"},
                                        {"link", ""}});
    REQUIRE(answer.status == 303);
    const auto page = officer.get(std::string{answer.header("location")});
    CHECK(has(page, "Bài trên báo tỉnh"));
    CHECK(has(page, "bài.pdf"));
    const auto& text = std::get<std::string>(page.body);
    const auto begin = text.find("/tep/");
    const auto file = text.substr(begin, text.find('"', begin) - begin);
    CHECK(officer.get(file).status == 200);
    auto other = room.app.as(Role::agency_officer, "STP");
    CHECK(other.get(file).status == 404);
}

TEST_CASE("a picture's hour and place are kept only where the person wishes it")
{
    Room room;
    auto officer = room.app.as(Role::agency_officer, "SYT");
    const auto page_of = [&](const Fields& more) {
        Fields fields{{"product", "training"},
                      {"title", "Lớp tập huấn"},
                      {"happened_on", "12/03/2026"},
                      {"quantity", "1"},
                      {"link", ""}};
        fields.insert(fields.end(), more.begin(), more.end());
        const auto answer =
            officer.upload("/minh-chung", "proof", "ảnh.jpg", testing::photograph(), fields);
        REQUIRE(answer.status == 303);
        return officer.get(std::string{answer.header("location")});
    };
    CHECK(!has(page_of({}), "Ảnh chụp lúc"));
    const auto wished = page_of({{"photo_note", "1"}});
    CHECK(has(wished, "Ảnh chụp lúc 12/03/2026, 08:05"));
}

TEST_CASE("a fact whose form is sent twice is recorded once")
{
    Room room;
    auto officer = room.app.as(Role::agency_officer, "SYT");
    const auto key_of = [](const http::Response& page) {
        const auto& text = std::get<std::string>(page.body);
        const auto begin = text.find("value=\"", text.find("name=\"key\"")) + 7;
        return text.substr(begin, text.find('"', begin) - begin);
    };
    const auto send = [&](const std::string& key, std::string title) {
        return officer.upload("/minh-chung", "proof", "bài.pdf", "%PDF-1.7\nmột bài",
                              {{"key", key},
                               {"product", "article"},
                               {"title", std::move(title)},
                               {"happened_on", "12/03/2026"},
                               {"quantity", "1"},
                               {"link", ""}});
    };
    const auto key = key_of(officer.get("/minh-chung/moi"));
    const auto first = send(key, "Bài gửi hai lần");
    REQUIRE(first.status == 303);
    const auto again = send(key, "Bài gửi hai lần");
    CHECK(again.status == 303);
    CHECK(again.header("location") == first.header("location"));
    const auto page = officer.get("/minh-chung");
    const auto& list = std::get<std::string>(page.body);
    const auto place = list.find("Bài gửi hai lần");
    REQUIRE(place != std::string::npos);
    CHECK(list.find("Bài gửi hai lần", place + 1) == std::string::npos);

    const auto other = send(key, "Bài khác");
    CHECK(other.status == 409);
    CHECK(has(other, "Bài khác"));
    CHECK(key_of(other) != key);
    CHECK(send(key_of(other), "Bài khác").status == 303);
    CHECK(send("tự đặt", "Bài khác nữa").status == 422);
}

TEST_CASE("a fact without link and file is refused")
{
    Room room;
    auto officer = room.app.as(Role::agency_officer, "SYT");
    const auto answer = officer.post(
        "/minh-chung",
        {{"title", "Tập huấn"}, {"happened_on", "12/03/2026"}, {"quantity", "1"}, {"link", ""}});
    CHECK(answer.status == 422);
    CHECK(has(answer, "Chưa có minh chứng"));
}

TEST_CASE("the list is filtered, and days that run backwards are refused in words")
{
    Room room;
    auto officer = room.app.as(Role::agency_officer, "SYT");
    CHECK(has(officer.get("/minh-chung"), "Ba cách nộp hồ sơ"));
    CHECK(has(officer.get("/minh-chung?loai=article"), "Ba cách nộp hồ sơ"));
    CHECK(!has(officer.get("/minh-chung?loai=training"), "Ba cách nộp hồ sơ"));
    CHECK(!has(officer.get("/minh-chung?tinh-trang=refused"), "Ba cách nộp hồ sơ"));
    CHECK(!has(officer.get("/minh-chung?tu=01/01/2026&den=31/01/2026"), "Ba cách nộp hồ sơ"));
    const auto wrong = officer.get("/minh-chung?tu=01/02/2026&den=31/01/2026");
    CHECK(wrong.status == 422);
    CHECK(has(wrong, "Đến ngày phải từ ngày bắt đầu"));
    auto overseer = room.app.as(Role::overseer, "UBND");
    CHECK(has(overseer.get("/minh-chung?co-quan=so-y-te"), "Ba cách nộp hồ sơ"));
}

TEST_CASE("a fact that does not exist is not there")
{
    Room room;
    auto officer = room.app.as(Role::agency_officer, "SYT");
    CHECK(officer.get("/minh-chung/KHONGCO").status == 404);
}

}  // namespace caicach::evidence
