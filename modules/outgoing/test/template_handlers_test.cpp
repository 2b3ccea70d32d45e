#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "document/reader.hpp"
#include "document/word_template.hpp"
#include "outgoing/template/template_fields.hpp"
#include "outgoing/testing.hpp"
#include "support/app.hpp"

namespace caicach::outgoing
{
namespace
{

using caicach::testing::App;
using caicach::testing::Visitor;
using identity::Role;

bool has(const http::Response& page, std::string_view words)
{
    return page.text().find(words) != std::string::npos;
}

/// A Word file whose paragraphs are these.
std::string word_file(const std::vector<std::string>& lines)
{
    document::OfficialDocument content{.issuer = "Sở Nội vụ", .kind = "Mẫu"};
    content.body.emplace_back(document::official_paragraph("((co_quan))"));
    for (const auto& line : lines) content.body.emplace_back(document::official_paragraph(line));
    content.body.emplace_back(document::official_paragraph("Hết"));
    return MUST(document::write_docx(content));
}
const std::vector<std::string> good{"Số: ((so_ky_hieu)), ((ngay_thang))",
                                    "V/v ((trich_yeu))",
                                    "((moi:kinh_gui))",
                                    "- ((ten))((dau))",
                                    "((het:kinh_gui))",
                                    "((noi_dung))"};

http::Response brought(Visitor& visitor, const std::string& bytes)
{
    return visitor.upload("/mau-van-ban", "file", "mẫu.docx", bytes,
                          {{"agency", "SNV"}, {"kind", "bao_cao"}, {"name", "Mẫu của Sở"}});
}
std::string path_of(Visitor& visitor, const std::string& bytes)
{
    const auto answer = brought(visitor, bytes);
    REQUIRE(answer.status == 303);
    return std::string(answer.header("location"));
}
bool has_line(const http::Response& file, std::string_view wanted)
{
    const auto source = MUST(document::read_bytes(file.text(), "a.docx"));
    for (const auto& line : source.lines) {
        if (line.text.find(wanted) != std::string::npos) return true;
    }
    return false;
}

}  // namespace

TEST_CASE("a template without faults is kept, tried, put to use and fills a document")
{
    App app;
    auto head = app.as(Role::agency_head, "SNV");
    CHECK(has(head.get("/mau-van-ban"), "Chưa có mẫu nào"));
    const auto path = path_of(head, word_file(good));
    CHECK(has(head.get(path), "Đã kiểm, chưa dùng"));
    CHECK(has_line(head.get(path + "/thu.docx"), "- Nơi thứ nhất;"));
    CHECK(has_line(head.get(path + "/tep.docx"), "((noi_dung))"));

    auto context = app.system_context();
    const auto draft = testing::draft_of_agency(context, "SNV");
    const auto document = "/van-ban-di/" + draft.code;
    CHECK_FALSE(has(head.get(document), "theo-mau.docx"));
    CHECK(head.get(document + "/theo-mau.docx").status == 404);
    CHECK(head.post(path + "/dung", {{"version", "1"}}).status == 303);
    CHECK(has(head.get(document), "theo-mau.docx"));
    const auto filled = head.get(document + "/theo-mau.docx");
    CHECK(has_line(filled, "V/v Báo cáo thử"));
    CHECK(has_line(filled, "Đã làm xong."));
    CHECK_FALSE(has_line(filled, "(("));
    CHECK(head.post(path + "/ket-thuc", {{"version", "1"}}).status == 409);
    CHECK(head.post(path + "/ket-thuc", {{"version", "2"}}).status == 303);
    CHECK(head.get(document + "/theo-mau.docx").status == 404);
    CHECK(head.post(path + "/ket-thuc", {{"version", "3"}}).status == 409);
}

TEST_CASE("of a kind one template is in use; the one before it ends")
{
    App app;
    auto head = app.as(Role::agency_head, "SNV");
    const auto first = path_of(head, word_file(good));
    const auto second = path_of(head, word_file({"((trich_yeu))"}));
    CHECK(head.post(first + "/dung", {{"version", "1"}}).status == 303);
    CHECK(head.post(first + "/dung", {{"version", "2"}}).status == 409);
    CHECK(head.post(second + "/dung", {{"version", "1"}}).status == 303);
    CHECK(has(head.get(first), "Thôi dùng</dd>"));
    CHECK(has(head.get(second), "Đang dùng</dd>"));
}

TEST_CASE("a template with faults is not kept, and all of them are told by place")
{
    App app;
    auto head = app.as(Role::agency_head, "SNV");
    const auto page =
        brought(head, word_file({"((trich_yeuu))", "((moi:kinh_gui))", "((khac_han))"}));
    CHECK(page.status == 422);
    CHECK(has(page, "có phải trich_yeu?"));
    CHECK(has(page, "Không có trường khac_han"));
    CHECK(has(page, "Khối kinh_gui không có ((het:kinh_gui))"));
    CHECK(has(page, "Thân văn bản, đoạn "));
    CHECK(has(page, "value=\"Mẫu của Sở\""));  // what was typed stays
    CHECK(has(head.get("/mau-van-ban"), "Chưa có mẫu nào"));
    const auto no_word = brought(head, "%PDF-1.4");
    CHECK(no_word.status == 422);
    CHECK(has(no_word, "Đây không phải tệp Word"));
    CHECK(head.post("/mau-van-ban", {{"agency", "SNV"}, {"kind", "bao_cao"}}).status == 422);
}

TEST_CASE("an agency's templates are its own")
{
    App app;
    auto head = app.as(Role::agency_head, "SNV");
    const auto path = path_of(head, word_file(good));
    auto stranger = app.as(Role::agency_head, "SYT");
    for (const auto* below : {"", "/tep.docx", "/thu.docx"})
        CHECK(stranger.get(path + below).status == 403);
    CHECK(stranger.post(path + "/dung", {{"version", "1"}}).status == 403);
    CHECK(stranger.get("/mau-van-ban?co-quan=SNV").status == 403);
    CHECK(brought(stranger, word_file(good)).status == 403);
    CHECK(app.as(Role::agency_officer, "SNV").get("/mau-van-ban").status == 403);
}

TEST_CASE("the page that helps names each field, and a trial fills each")
{
    App app;
    const auto page = app.as(Role::agency_head, "SNV").get("/mau-van-ban/truong");
    const auto values = template_values(trial_document("Sở Nội vụ", "Báo cáo"));
    for (const auto& field : document_fields()) {
        CHECK_MESSAGE(has(page, field.name + "))"), field.name);
        const auto& value = values[field.name];
        const bool is_there = field.kind == document::TemplateFieldKind::list
                                  ? !value.elements().empty()
                                  : !value.as_string().empty();
        CHECK_MESSAGE(is_there, field.name);
        for (const auto& column : field.columns)
            CHECK_FALSE(value.elements().front()[column.name].as_string().empty());
    }
}

}  // namespace caicach::outgoing
