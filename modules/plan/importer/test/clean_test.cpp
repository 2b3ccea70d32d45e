#include "plan/importer/clean.hpp"

#include <doctest/doctest.h>

#include "plan/importer/paragraphs.hpp"

using namespace caicach;
using namespace caicach::plan::importer;

namespace
{

std::vector<Paragraph> paragraphs(std::string_view text)
{
    return paragraphs_of(clean(document::from_plain_text(text)));
}

}  // namespace

TEST_CASE("marks of Markdown and HTML are dropped and the text stays")
{
    CHECK(clean_line("### **1. Mục đích**").text == "1. Mục đích");
    CHECK(clean_line("*\\* Hình thức:*").text == "* Hình thức:");
    CHECK(clean_line("xem <https://example.vn>; NC<sub>TH</sub>").text ==
          "xem https://example.vn; NCTH");
    CHECK(clean_line("dưới 5 < 6").text == "dưới 5 < 6");
}

TEST_CASE("a footnote mark leaves its place, a footnote is told from the text")
{
    const auto line = clean_line("thủ tục hành chính<sup>1</sup>.");
    CHECK(line.text == "thủ tục hành chính.");
    REQUIRE(line.note_marks.size() == 1);
    CHECK(clean_line("<sup>1</sup> Nghị định số 1").kind == CleanLine::Kind::footnote);
    CHECK(clean_line("[^2]: Theo quy định").kind == CleanLine::Kind::footnote);
    CHECK(clean_line("tỉnh⁽³⁾ ban hành").text == "tỉnh ban hành");
}

TEST_CASE("a footnote of a PDF without superscripts belongs to the number glued to a word")
{
    const auto lines = clean(document::from_plain_text(
        "Thực hiện cơ chế một cửa2.\n\n2 Nghị định về cơ chế một cửa.\n\n1 video trên mạng\n"));
    CHECK(lines[0].text == "Thực hiện cơ chế một cửa.");
    CHECK(lines[2].kind == CleanLine::Kind::footnote);
    CHECK(lines[4].kind == CleanLine::Kind::text);
}

TEST_CASE("page numbers are artefacts, figures inside a table are not")
{
    const auto lines =
        clean(document::from_plain_text("Một câu dài\n\n- 2 -\n\nđi tiếp.\n1\nXây\n"));
    CHECK(lines[2].kind == CleanLine::Kind::artefact);
    CHECK(lines[5].kind == CleanLine::Kind::text);
}

TEST_CASE("headers that come back on three pages are artefacts")
{
    document::SourceText source;
    for (int page = 1; page <= 3; ++page) {
        source.lines.push_back({"UBND tỉnh - Kế hoạch", {.page = page}});
        source.lines.push_back(
            {"nội dung " + std::string(static_cast<std::size_t>(page), 'x'), {.page = page}});
        source.lines.push_back({"kết thúc trang", {.page = page}});
    }
    const auto lines = clean(source);
    CHECK(lines[0].kind == CleanLine::Kind::artefact);
    CHECK(lines[1].kind == CleanLine::Kind::text);
}

TEST_CASE("a pipe row becomes cells, its rule an artefact")
{
    const auto lines =
        clean(document::from_plain_text("| STT | Nội dung |\n|---|:--|\n| 1 | A |\n"));
    CHECK(lines[0].text == "STT\tNội dung");
    CHECK(lines[1].kind == CleanLine::Kind::artefact);
    CHECK(lines[2].kind == CleanLine::Kind::table_row);
}

TEST_CASE("a sentence goes on over a page break and a footnote")
{
    const auto found = paragraphs(
        "3. Tổ chức tiếp nhận các phản ánh,\n\n<sup>7</sup> Thông báo số 1.\n\n"
        "## **kiến nghị của doanh nghiệp**\n\n4. Việc khác\n");
    REQUIRE(found.size() == 3);
    CHECK(found[0].text == "3. Tổ chức tiếp nhận các phản ánh, kiến nghị của doanh nghiệp");
    CHECK(found[0].last_line() == 4);
    CHECK(found[1].kind == Paragraph::Kind::footnote);
}

TEST_CASE("a heading and the sentence below it stay two paragraphs")
{
    CHECK(paragraphs("4. Sở Giao thông vận tải\n\nChỉ đạo các đơn vị.\n").size() == 2);
    CHECK(paragraphs("- Cơ quan thực hiện: Sở A\nThời gian: Quý I\n").size() == 2);
}

TEST_CASE("the dash of a period at the beginning of a line is no bullet")
{
    const auto found = paragraphs("Chương trình giai đoạn 2021\n- 2030 của tỉnh\n");
    CHECK(found.size() == 1);
}
