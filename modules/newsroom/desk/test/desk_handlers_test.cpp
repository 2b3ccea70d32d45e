#include <doctest/doctest.h>

#include "evidence/api.hpp"
#include "newsroom/article/article_facts.hpp"
#include "newsroom/article/article_store.hpp"
#include "support/app.hpp"

namespace caicach::newsroom
{
namespace
{

using caicach::testing::App;
using caicach::testing::Fields;
using caicach::testing::Visitor;
using identity::Role;

Fields article_form(std::string title, std::string body = "Xã đã giải quyết **mọi** hồ sơ.")
{
    return {{"agency", "SYT"},        {"section", "result"},       {"audience", "everyone"},
            {"language", "vi"},       {"title", std::move(title)}, {"summary", "Không ai chờ."},
            {"body", std::move(body)}};
}

/// An agency that writes, a board that edits, somebody who reads.
struct Newsroom {
    App app{};
    Visitor writer{app.as(Role::agency_officer, "SYT")};
    Visitor editor{app.as(Role::editor, "UBND")};
    Visitor reader{app.nobody()};

    std::string drafted(const std::string& title)
    {
        return location(writer.post("/toa-soan", article_form(title)));
    }
    static std::string location(const http::Response& answer)
    {
        CHECK(answer.status == 303);
        return std::string(answer.header("location"));
    }
    Article article(const std::string& path)
    {
        auto context = app.system_context();
        auto transaction = MUST(context.read());
        return MUST(ArticleStore{transaction}.find(path.substr(path.rfind('/') + 1)));
    }
    int post(Visitor& who, const std::string& path, std::string_view below, Fields fields = {})
    {
        fields.emplace_back("version", std::to_string(article(path).version));
        return who.post(path + "/" + std::string(below), fields).status;
    }
    std::string published(const std::string& title)
    {
        auto path = drafted(title);
        CHECK(post(writer, path, "gui") == 303);
        CHECK(post(editor, path, "duyet") == 303);
        return path;
    }
    std::vector<evidence::RecordedFact> facts(const std::string& path)
    {
        auto context = app.system_context();
        auto transaction = MUST(context.read());
        return MUST(evidence::facts_of_object(transaction, "newsroom", article(path).id.value));
    }
};

bool has(const http::Response& response, std::string_view text)
{
    return std::get<std::string>(response.body).find(text) != std::string::npos;
}

}  // namespace

TEST_CASE("an article goes from its agency by the board to its readers, and proves itself once")
{
    Newsroom room;
    const auto path = room.drafted("Trạm y tế trả kết quả tại nhà");
    CHECK(has(room.writer.get(path), "Gửi ban biên tập"));
    CHECK(room.post(room.writer, path, "gui") == 303);
    CHECK(has(room.editor.get("/toa-soan?ban-bien-tap=1"), "Trạm y tế trả kết quả tại nhà"));
    const auto sent = room.facts(path);
    REQUIRE(sent.size() == 1);
    CHECK(sent[0].product == "article");
    CHECK(room.post(room.editor, path, "duyet") == 303);
    const auto article = room.article(path);
    CHECK(article.state == ArticleState::published);
    CHECK(article.slug == "tram-y-te-tra-ket-qua-tai-nha");
    const auto page = room.reader.get("/tin-bai/" + article.slug);
    CHECK(page.status == 200);
    CHECK(has(page, "<strong>mọi</strong>"));
    CHECK(has(room.reader.get("/tin-bai"), "Trạm y tế trả kết quả tại nhà"));
    const auto facts = room.facts(path);
    REQUIRE(facts.size() == 1);
    CHECK(facts[0].product == "article");
    CHECK(facts[0].kind == published_fact.key);
    CHECK(facts[0].agency == article.agency);
    CHECK(room.post(room.editor, path, "duyet") == 409);
}

TEST_CASE("the fact is of the day on which the agency sent it, however long the board took")
{
    Newsroom room;
    const auto path = room.drafted("Bài gửi đúng hạn");
    CHECK(room.post(room.writer, path, "gui") == 303);
    const auto sent_on = Date::of(room.app.clock.now());
    REQUIRE(room.facts(path).size() == 1);
    CHECK(room.facts(path)[0].happened_on == sent_on);
    constexpr std::int64_t week = 7L * 86'400;
    room.app.clock.pass_seconds(week);
    auto editor = room.app.as(Role::editor, "UBND");
    CHECK(room.post(editor, path, "duyet") == 303);
    const auto facts = room.facts(path);
    REQUIRE(facts.size() == 1);
    CHECK(facts[0].happened_on == sent_on);
}

TEST_CASE("what the agency takes back unread was not sent; what the board answered was")
{
    Newsroom room;
    const auto path = room.drafted("Bài lấy lại");
    CHECK(room.post(room.writer, path, "gui") == 303);
    CHECK(room.post(room.writer, path, "lay-lai") == 303);
    CHECK(room.facts(path).empty());
    room.app.clock.pass_seconds(86'400);
    auto writer = room.app.as(Role::agency_officer, "SYT");
    CHECK(room.post(writer, path, "gui") == 303);
    const auto sent_on = Date::of(room.app.clock.now());
    REQUIRE(room.facts(path).size() == 1);
    CHECK(room.facts(path)[0].happened_on == sent_on);
    auto editor = room.app.as(Role::editor, "UBND");
    CHECK(room.post(editor, path, "tra-lai", {{"reason", "Thiếu số liệu."}}) == 303);
    CHECK(room.facts(path).size() == 1);
    room.app.clock.pass_seconds(86'400);
    auto later = room.app.as(Role::agency_officer, "SYT");
    CHECK(room.post(later, path, "gui") == 303);
    REQUIRE(room.facts(path).size() == 1);
    CHECK(room.facts(path)[0].happened_on == sent_on);
    CHECK(room.post(later, path, "lay-lai") == 303);
    CHECK(room.facts(path).size() == 1);
    const auto known = room.article(path);
    CHECK(room.post(later, path, "bo") == 303);
    auto context = room.app.system_context();
    auto transaction = MUST(context.read());
    CHECK(MUST(evidence::facts_of_object(transaction, "newsroom", known.id.value)).empty());
}

TEST_CASE("nobody approves his own article, nor without the right, nor at another agency's board")
{
    Newsroom room;
    auto coordinator = room.app.as(Role::coordinator, "UBND");
    const auto path =
        Newsroom::location(coordinator.post("/toa-soan", article_form("Bài của điều phối")));
    CHECK(room.post(coordinator, path, "gui") == 303);
    CHECK(room.post(coordinator, path, "duyet") == 403);
    CHECK(room.post(room.writer, path, "duyet") == 403);
    auto other = room.app.as(Role::editor, "STP");
    CHECK(other.get(path).status == 403);
    CHECK(room.post(other, path, "duyet") == 403);
    CHECK(room.reader.get(path).status != 200);
    CHECK(room.article(path).state == ArticleState::submitted);
    CHECK(room.post(room.editor, path, "duyet") == 303);
}

TEST_CASE("what is returned says why, is changed and sent again; what is with the board is not")
{
    Newsroom room;
    const auto path = room.drafted("Bài còn thiếu");
    CHECK(room.post(room.writer, path, "gui") == 303);
    CHECK(room.writer.get(path + "/sua").status == 403);
    CHECK(room.post(room.editor, path, "tra-lai", {{"reason", ""}}) == 422);
    CHECK(room.post(room.editor, path, "tra-lai", {{"reason", "Nêu rõ số hồ sơ"}}) == 303);
    CHECK(has(room.writer.get(path), "Nêu rõ số hồ sơ"));
    CHECK(room.post(room.writer, path, "noi-dung", article_form("Bài đã đủ")) == 303);
    CHECK(room.article(path).revision == 2);
    CHECK(room.post(room.writer, path, "noi-dung", article_form("Bài đã đủ")) == 303);
    CHECK(room.article(path).revision == 2);
    CHECK(room.post(room.writer, path, "gui") == 303);
    CHECK(room.post(room.writer, path, "lay-lai") == 303);
    CHECK(room.article(path).state == ArticleState::draft);
}

TEST_CASE("an approved article comes at its hour and not before")
{
    Newsroom room;
    const auto path = room.drafted("Bài hẹn giờ");
    CHECK(room.post(room.writer, path, "gui") == 303);
    CHECK(room.post(room.editor, path, "duyet", {{"publish_on", "14/03/2026"}}) == 422);
    CHECK(room.post(room.editor, path, "duyet", {{"publish_on", "14/03/2030"}}) == 422);
    CHECK(room.post(room.editor, path, "duyet",
                    {{"publish_on", "16/03/2026"}, {"publish_hour", "7"}}) == 303);
    CHECK(room.article(path).state == ArticleState::approved);
    room.app.run_jobs();
    CHECK(room.article(path).state == ArticleState::approved);
    constexpr std::int64_t day = 86'400;
    room.app.clock.pass_seconds(day);
    room.app.run_jobs();
    CHECK(room.article(path).state == ArticleState::published);
    CHECK(room.facts(path).size() == 1);
}

TEST_CASE("a correction is seen with its note under the same address; the fact stays one")
{
    Newsroom room;
    const auto path = room.published("Số hồ sơ tháng 3");
    const auto before = room.article(path);
    auto form = article_form("Số hồ sơ tháng 3 (đã sửa)", "Có 120 hồ sơ.");
    CHECK(room.post(room.editor, path, "dinh-chinh", form) == 422);
    form.emplace_back("note", "Số hồ sơ là 120, không phải 102.");
    CHECK(room.post(room.writer, path, "dinh-chinh", form) == 403);
    CHECK(room.post(room.editor, path, "dinh-chinh", form) == 303);
    const auto page = room.reader.get("/tin-bai/" + before.slug);
    CHECK(has(page, "Có 120 hồ sơ."));
    CHECK(has(page, "Số hồ sơ là 120, không phải 102."));
    CHECK(room.facts(path).size() == 1);
}

TEST_CASE("what is withdrawn leaves its address, its reason and its proof")
{
    Newsroom room;
    const auto path = room.published("Bài sai");
    const auto slug = room.article(path).slug;
    CHECK(room.post(room.editor, path, "go", {{"reason", "Ảnh của nơi khác."}}) == 303);
    const auto page = room.reader.get("/tin-bai/" + slug);
    CHECK(page.status == 410);
    CHECK(has(page, "Ảnh của nơi khác."));
    CHECK_FALSE(has(room.reader.get("/tin-bai"), "Bài sai"));
    CHECK_FALSE(has(room.reader.get("/tin-bai?tim=sai"), slug));
    CHECK(room.facts(path).size() == 1);
    const auto again = room.published("Bài sai");
    CHECK(room.article(again).slug == slug + "-2");
}

TEST_CASE("readers find articles without diacritics, by section and by agency")
{
    Newsroom room;
    room.published("Đắk Blà giảm giấy tờ");
    CHECK(has(room.reader.get("/tin-bai?tim=dak%20bla"), "Đắk Blà giảm giấy tờ"));
    CHECK(has(room.reader.get("/tin-bai?tim=GIAM%20GIAY"), "Đắk Blà giảm giấy tờ"));
    CHECK_FALSE(has(room.reader.get("/tin-bai?tim=bien"), "Đắk Blà giảm giấy tờ"));
    CHECK(has(room.reader.get("/tin-bai?muc=ket-qua"), "Đắk Blà giảm giấy tờ"));
    CHECK_FALSE(has(room.reader.get("/tin-bai?muc=mo-hinh"), "Đắk Blà giảm giấy tờ"));
    CHECK(room.reader.get("/tin-bai?muc=khong-co").status == 404);
    CHECK(has(room.reader.get("/tin-bai?co-quan=so-y-te"), "Đắk Blà giảm giấy tờ"));
    CHECK_FALSE(has(room.reader.get("/tin-bai?co-quan=so-tu-phap"), "Đắk Blà giảm giấy tờ"));
}

TEST_CASE("a list of more than a page goes on behind its last article, each once")
{
    Newsroom room;
    for (int i = 0; i < 21; ++i) {
        room.published("Bài thứ " + std::to_string(100 + i));
        room.app.clock.pass_seconds(60);
    }
    const auto first = room.reader.get("/tin-bai");
    CHECK(has(first, "Bài thứ 120"));
    CHECK_FALSE(has(first, "Bài thứ 100"));
    CHECK(has(first, "/tin-bai?truoc=bai-thu-101"));
    const auto second = room.reader.get("/tin-bai?truoc=bai-thu-101");
    CHECK(has(second, "Bài thứ 100"));
    CHECK_FALSE(has(second, "Bài thứ 101"));
}

TEST_CASE("bad forms come back with what was typed and the fault beside the field")
{
    Newsroom room;
    auto form = article_form("Ảnh không lời", "![](/anh/1)");
    auto answer = room.writer.post("/toa-soan", form);
    CHECK(answer.status == 422);
    CHECK(has(answer, "chưa có lời mô tả"));
    CHECK(has(answer, "Ảnh không lời"));
    form = article_form("Kế hoạch (Mật)");
    CHECK(room.writer.post("/toa-soan", form).status == 422);
    form = article_form("Bài");
    form[1].second = "nowhere";
    CHECK(room.writer.post("/toa-soan", form).status == 422);
    form = article_form("Bài");
    form[0].second = "STP";
    CHECK(room.writer.post("/toa-soan", form).status == 403);
    const auto path = room.drafted("Chưa có gì");
    CHECK(room.post(room.writer, path, "noi-dung", article_form("Chưa có gì", "")) == 303);
    CHECK(room.post(room.writer, path, "gui") == 422);
    CHECK(room.post(room.writer, path, "bo") == 303);
    CHECK(room.writer.get(path).status == 404);
}

}  // namespace caicach::newsroom
