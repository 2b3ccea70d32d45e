#include <doctest/doctest.h>

#include "newsroom/article/article_store.hpp"
#include "newsroom/article/remark.hpp"
#include "newsroom/testing.hpp"
#include "support/app.hpp"

namespace caicach::newsroom
{
namespace
{

using caicach::testing::App;
using caicach::testing::Fields;
using caicach::testing::Visitor;
using identity::Role;

/// An article that its agency has sent, and the board that looks at it.
struct BoardDesk {
    App app{};
    Visitor writer{app.as(Role::agency_officer, "SYT")};
    Visitor editor{app.as(Role::editor, "UBND")};
    std::string path{};

    BoardDesk()
    {
        auto context = app.system_context();
        path = "/toa-soan/" + testing::draft_article_of(context, "SYT").code;
        CHECK(save(writer, "Có 102 hồ sơ.") == 303);
        CHECK(post(writer, "gui") == 303);
    }
    Article article()
    {
        auto context = app.system_context();
        auto transaction = MUST(context.read());
        return MUST(ArticleStore{transaction}.find(path.substr(path.rfind('/') + 1)));
    }
    int post(Visitor& who, std::string_view below, Fields fields = {})
    {
        fields.emplace_back("version", std::to_string(article().version));
        return who.post(path + "/" + std::string(below), fields).status;
    }
    int save(Visitor& who, std::string body)
    {
        return post(who, "noi-dung",
                    {{"section", "activity"},
                     {"audience", "everyone"},
                     {"language", "vi"},
                     {"title", "Bài thử"},
                     {"summary", "Tóm tắt."},
                     {"body", std::move(body)}});
    }
    std::string seen(Visitor& who, std::string_view below = "")
    {
        const auto answer = who.get(path + std::string(below));
        CHECK(answer.status == 200);
        return answer.text();
    }
};

bool says(const std::string& page, std::string_view text)
{
    return page.find(text) != std::string::npos;
}

}  // namespace

TEST_CASE("what the board changes in a text is shown to its writer, word by word")
{
    BoardDesk desk;
    CHECK_FALSE(says(desk.seen(desk.writer), "Ban biên tập đã sửa bài"));
    CHECK(desk.save(desk.editor, "Có 120 hồ sơ.") == 303);
    const auto page = desk.seen(desk.writer);
    CHECK(says(page, "Ban biên tập đã sửa bài"));
    CHECK(says(page, desk.path + "/so-sanh?tu=2&amp;den=3"));
    const auto changes = desk.seen(desk.writer, "/so-sanh?tu=2&den=3");
    CHECK(says(changes, "[bỏ: </span>102 <"));
    CHECK(says(changes, "[thêm: </span>120 <"));
    CHECK(says(changes, "Thêm 1 chữ, bỏ 1 chữ."));
    CHECK(says(changes, "Ban biên tập sửa"));
    CHECK_FALSE(says(changes, "<h2>Tóm tắt</h2>"));
    CHECK(says(desk.seen(desk.writer, "/so-sanh"), "102"));
    CHECK(says(desk.seen(desk.writer, "/so-sanh?tu=2&den=2"), "Hai bản giống nhau"));
    // The agency's own next text is no edit of the board's.
    CHECK(desk.post(desk.writer, "lay-lai") == 303);
    CHECK(desk.save(desk.writer, "Có 121 hồ sơ.") == 303);
    CHECK_FALSE(says(desk.seen(desk.writer), "Ban biên tập đã sửa bài"));
}

TEST_CASE("revisions are compared by who reads the article, and where there are such revisions")
{
    BoardDesk desk;
    CHECK(desk.writer.get(desk.path + "/so-sanh?tu=1&den=9").status == 404);
    CHECK(desk.writer.get(desk.path + "/so-sanh?tu=0&den=1").status == 422);
    CHECK(desk.app.as(Role::agency_officer, "STP").get(desk.path + "/so-sanh").status == 403);
    CHECK(desk.app.nobody().get(desk.path + "/so-sanh").status != 200);
}

TEST_CASE("board and agency remark on an article; what it was sent back for stays to be read")
{
    BoardDesk desk;
    CHECK(desk.editor.post(desk.path + "/y-kien", {{"remark", ""}}).status == 422);
    CHECK(desk.editor.post(desk.path + "/y-kien", {{"remark", "Số nào đúng?"}}).status == 303);
    CHECK(desk.writer.post(desk.path + "/y-kien", {{"remark", "Số 120."}}).status == 303);
    auto other = desk.app.as(Role::agency_officer, "STP");
    CHECK(other.post(desk.path + "/y-kien", {{"remark", "Xem thử"}}).status == 403);
    CHECK(desk.post(desk.editor, "tra-lai", {{"reason", "Sửa số hồ sơ."}}) == 303);
    CHECK(desk.save(desk.writer, "Có 120 hồ sơ.") == 303);
    CHECK(desk.post(desk.writer, "gui") == 303);
    const auto page = desk.seen(desk.editor);
    for (const auto* said : {"Số nào đúng?", "Số 120.", "Sửa số hồ sơ.", "về bản 2"})
        CHECK(says(page, said));
    auto context = desk.app.system_context();
    auto transaction = MUST(context.read());
    const auto remarks = MUST(remarks_of(transaction, desk.article().id));
    REQUIRE(remarks.size() == 3);
    CHECK(remarks[0].text == "Sửa số hồ sơ.");
    CHECK(remarks[0].is_of_board);
    CHECK_FALSE(remarks[1].is_of_board);
    CHECK(remarks[2].is_of_board);
}

TEST_CASE("a draft takes no remarks, and goes with those that it once had")
{
    BoardDesk desk;
    CHECK(desk.post(desk.editor, "tra-lai", {{"reason", "Bỏ bài này."}}) == 303);
    CHECK(desk.post(desk.writer, "bo") == 303);
    CHECK(desk.writer.get(desk.path).status == 404);
    auto context = desk.app.system_context();
    desk.path = "/toa-soan/" + testing::draft_article_of(context, "SYT").code;
    CHECK(desk.writer.post(desk.path + "/y-kien", {{"remark", "Tự nói."}}).status == 409);
}

}  // namespace caicach::newsroom
