#include <doctest/doctest.h>

#include "evidence/testing.hpp"
#include "newsroom/article/article_files.hpp"
#include "newsroom/article/article_store.hpp"
#include "newsroom/limits.hpp"
#include "newsroom/paths.hpp"
#include "once/once.hpp"
#include "support/app.hpp"

namespace caicach::newsroom
{
namespace
{

using caicach::testing::App;
using caicach::testing::Fields;
using caicach::testing::Visitor;
using identity::Role;

constexpr std::string_view pdf = "%PDF-1.7\nmẫu đơn";

/// A draft of an agency that a picture and a file are brought to.
struct FileDesk {
    App app{};
    Visitor writer{app.as(Role::agency_officer, "SYT")};
    Visitor editor{app.as(Role::editor, "UBND")};
    Visitor reader{app.nobody()};
    std::string path{};

    FileDesk()
    {
        const auto answer = writer.post("/toa-soan", form("Đã trả kết quả."));
        REQUIRE(answer.status == 303);
        path = answer.header("location");
    }
    static Fields form(std::string body)
    {
        return {{"agency", "SYT"},        {"section", "result"},
                {"audience", "everyone"}, {"language", "vi"},
                {"title", "Trả tận nhà"}, {"summary", "Không ai phải chờ."},
                {"body", std::move(body)}};
    }
    Article article()
    {
        auto context = app.system_context();
        auto transaction = MUST(context.read());
        return MUST(ArticleStore{transaction}.find(path.substr(path.rfind('/') + 1)));
    }
    std::vector<ArticleFile> files()
    {
        auto context = app.system_context();
        auto transaction = MUST(context.read());
        return MUST(ArticleFiles{transaction}.of_article(article().id));
    }
    Fields with_version(Fields fields)
    {
        fields.emplace_back("version", std::to_string(article().version));
        return fields;
    }
    http::Response bring(std::string_view content, const std::string& shows,
                         std::string body = "Đã trả kết quả.", const std::string& ticked = {})
    {
        auto fields = with_version(form(std::move(body)));
        fields.emplace_back("shows", shows);
        if (!ticked.empty()) fields.emplace_back("files", ticked);
        return writer.upload(path + "/noi-dung", "file", "của tôi.jpg", content, fields);
    }
    http::Response save(std::string body, const std::string& ticked = {})
    {
        auto fields = with_version(form(std::move(body)));
        if (!ticked.empty()) fields.emplace_back("files", ticked);
        return writer.post(path + "/noi-dung", fields);
    }
    void publish()
    {
        CHECK(writer.post(path + "/gui", with_version({})).status == 303);
        CHECK(editor.post(path + "/duyet", with_version({})).status == 303);
    }
    /// With one picture in its text and one file under it.
    void publish_with_both()
    {
        REQUIRE(bring(evidence::testing::photograph(), "Cán bộ xã").status == 303);
        REQUIRE(bring(pdf, "Mẫu đơn").status == 303);
        REQUIRE(save("Xem ![Cán bộ xã](anh-1)", "2").status == 303);
        publish();
    }
    std::string public_path(int number)
    {
        for (const auto& one : files())
            if (one.number == number) return public_address(one);
        return {};
    }
};

bool shows_text(const http::Response& response, std::string_view text)
{
    return response.text().find(text) != std::string::npos;
}

}  // namespace

TEST_CASE("a picture is brought with its words, put into the text, and seen once it is public")
{
    FileDesk desk;
    const auto brought = desk.bring(evidence::testing::photograph(), "Cán bộ xã trả kết quả");
    CHECK(brought.status == 303);
    CHECK(brought.header("location") == desk.path + "/sua#tep");
    CHECK(shows_text(desk.writer.get(desk.path + "/sua"), "![Cán bộ xã trả kết quả](anh-1)"));
    CHECK(desk.save("Xem ![Cán bộ xã trả kết quả](anh-1)").status == 303);
    const auto address = desk.public_path(1);
    CHECK(desk.reader.get(address).status == 404);
    CHECK(desk.writer.get(address).status == 404);
    desk.publish();
    const auto picture = desk.reader.get(address);
    CHECK(picture.status == 200);
    CHECK(picture.type == "image/jpeg");
    CHECK(picture.caching == http::Caching::brief);
    CHECK(picture.header("ETag") == "\"" + desk.files()[0].sha256 + "\"");
    CHECK(picture.header("Content-Disposition").empty());
    const auto page = desk.reader.get("/tin-bai/" + desk.article().slug);
    CHECK(shows_text(page, "src=\"" + address + "\" alt=\"Cán bộ xã trả kết quả\""));
}

TEST_CASE("a file is listed under the article that carries it, and saved by who opens it")
{
    FileDesk desk;
    desk.publish_with_both();
    const auto page = desk.reader.get("/tin-bai/" + desk.article().slug);
    CHECK(shows_text(page, "Tệp kèm theo"));
    CHECK(shows_text(page, "href=\"" + desk.public_path(2) + "\""));
    const auto file = desk.reader.get(desk.public_path(2));
    CHECK(file.type == "application/pdf");
    CHECK(file.header("Content-Disposition").starts_with("attachment"));
    CHECK_FALSE(shows_text(page, "/tep/" + desk.files()[0].sha256 + "\" download"));
}

TEST_CASE("what the public revision does not carry is nobody's to read, and what was withdrawn")
{
    FileDesk desk;
    desk.publish_with_both();
    auto form = desk.with_version(FileDesk::form("Ảnh đã bỏ."));
    form.emplace_back("note", "Ảnh của nơi khác.");
    form.emplace_back("files", "2");
    CHECK(desk.editor.post(desk.path + "/dinh-chinh", form).status == 303);
    CHECK(desk.reader.get(desk.public_path(1)).status == 404);
    CHECK(desk.reader.get(desk.public_path(2)).status == 200);
    CHECK(desk.editor.post(desk.path + "/go", desk.with_version({{"reason", "Sai."}})).status ==
          303);
    CHECK(desk.reader.get(desk.public_path(2)).status == 404);
    CHECK(desk.reader.get(public_file_path(std::string(64, '0'))).status == 404);
    CHECK(desk.reader.get(public_file_path("x")).status == 404);
}

TEST_CASE("files of a draft are looked at by its agency and the board, not by others")
{
    FileDesk desk;
    REQUIRE(desk.bring(pdf, "").status == 303);
    auto context = desk.app.system_context();
    const auto address = [&] {
        auto transaction = MUST(context.read());
        const auto listed = MUST(listed_files(transaction, desk.files()));
        CHECK(listed[0].file.shows == listed[0].stored.name);
        return attachment::download_path(listed[0].stored);
    }();
    CHECK(desk.writer.get(address).status == 200);
    CHECK(desk.editor.get(address).status == 200);
    CHECK(desk.app.as(Role::agency_officer, "STP").get(address).status == 404);
    CHECK(desk.reader.get(address).status != 200);
}

TEST_CASE("a picture without words, a page of the web and what is too much are refused")
{
    FileDesk desk;
    const auto silent = desk.bring(evidence::testing::photograph(), "", "Đang **viết** dở.");
    CHECK(silent.status == 422);
    CHECK(shows_text(silent, "Hãy ghi ảnh cho thấy gì"));
    CHECK(shows_text(silent, "Đang **viết** dở."));
    CHECK(desk.bring("<html><script>alert(1)</script></html>", "Trang").status == 415);
    CHECK(desk.save("![Chưa có](anh-1)").status == 422);
    CHECK(desk.save("![Nơi khác](https://a.vn/1.jpg)").status == 422);
    CHECK(desk.files().empty());
    for (std::size_t i = 0; i < limits::files_max; ++i)
        REQUIRE(desk.bring(std::string(pdf) + std::to_string(i), "Tệp").status == 303);
    CHECK(desk.bring("%PDF-1.7\nnữa", "Tệp").status == 413);
    // What came already is no other file.
    CHECK(desk.bring(std::string(pdf) + "0", "Tệp").status == 303);
    CHECK(desk.files().size() == limits::files_max);
}

TEST_CASE("a file that no revision carries may go; what one carried stays for its history")
{
    FileDesk desk;
    REQUIRE(desk.bring(evidence::testing::photograph(), "Cán bộ xã").status == 303);
    REQUIRE(desk.bring(pdf, "Mẫu đơn").status == 303);
    CHECK(desk.writer.post(desk.path + "/tep/2/bo").status == 409);
    CHECK(desk.app.as(Role::agency_officer, "STP").post(desk.path + "/tep/1/bo").status == 403);
    CHECK(desk.writer.post(desk.path + "/tep/1/bo").status == 303);
    CHECK(desk.writer.post(desk.path + "/tep/1/bo").status == 404);
    CHECK(desk.files().size() == 1);
    CHECK(desk.writer.post(desk.path + "/bo", desk.with_version({})).status == 303);
    CHECK(desk.writer.get(desk.path).status == 404);
}

TEST_CASE("a picture for a correction is brought first, and nothing is published by that")
{
    FileDesk desk;
    desk.publish();
    auto form = desk.with_version(FileDesk::form("Bài đang đính chính."));
    form.emplace_back("note", "Thêm ảnh.");
    form.emplace_back("shows", "Cán bộ xã");
    const auto photograph = evidence::testing::photograph();
    const auto upload = [&](Visitor& who, std::string_view below) {
        return who.upload(desk.path + "/" + std::string(below), "file", "a.jpg", photograph, form);
    };
    CHECK(upload(desk.editor, "dinh-chinh").status == 422);
    CHECK(upload(desk.writer, "tep").status == 403);
    CHECK(desk.editor.post(desk.path + "/tep", form).status == 422);
    const auto page = upload(desk.editor, "tep");
    CHECK(page.status == 200);
    CHECK(shows_text(page, "Bài đang đính chính."));
    CHECK(shows_text(page, "![Cán bộ xã](anh-1)"));
    CHECK(desk.article().revision == 1);
    CHECK(desk.reader.get(desk.public_path(1)).status == 404);
    for (auto& field : form)
        if (field.first == "body") field.second = "![Cán bộ xã](anh-1)";
    CHECK(desk.editor.post(desk.path + "/dinh-chinh", form).status == 303);
    CHECK(desk.reader.get(desk.public_path(1)).status == 200);
}

TEST_CASE("a new article may bring its first file; the same form sent again brings no second")
{
    FileDesk desk;
    auto form = FileDesk::form("Có đơn kèm theo.");
    form.emplace_back("shows", "Mẫu đơn");
    form.emplace_back("key", once::new_key());
    const auto answer = desk.writer.upload("/toa-soan", "file", "đơn.pdf", pdf, form);
    CHECK(answer.status == 303);
    const auto again = desk.writer.upload("/toa-soan", "file", "đơn.pdf", pdf, form);
    CHECK(again.header("location") == answer.header("location"));
    const std::string location{answer.header("location")};
    desk.path = location.substr(0, location.find("/sua"));
    CHECK(desk.files().size() == 1);
    CHECK(desk.files()[0].is_kept);
}

TEST_CASE("the first picture of a published text is its cover")
{
    FileDesk desk;
    auto context = desk.app.system_context();
    const auto cover = [&] {
        auto transaction = MUST(context.read());
        return MUST(cover_of(transaction, desk.article()));
    };
    REQUIRE(desk.bring(evidence::testing::photograph(), "Cán bộ xã").status == 303);
    REQUIRE(desk.save("![Cán bộ xã](anh-1)").status == 303);
    CHECK_FALSE(cover());
    desk.publish();
    REQUIRE(cover());
    CHECK(cover()->shows == "Cán bộ xã");
}

}  // namespace caicach::newsroom
