#include "document/docx_reader.hpp"

#include "archive_builder.hpp"
#include "document/canonical_text.hpp"
#include "reading.hpp"
#include "text/text.hpp"

namespace caicach::document::testing
{

namespace
{

std::string p(std::string_view text, std::string_view properties = {})
{
    return "<w:p><w:pPr>" + std::string{properties} + "</w:pPr><w:r><w:t>" + std::string{text} +
           "</w:t></w:r></w:p>";
}

std::string in_list(int list, int level)
{
    return "<w:numPr><w:ilvl w:val=\"" + std::to_string(level) + "\"/><w:numId w:val=\"" +
           std::to_string(list) + "\"/></w:numPr>";
}

std::string tc(std::string_view text, std::string_view properties = {})
{
    return "<w:tc><w:tcPr>" + std::string{properties} + "</w:tcPr>" + p(text) + "</w:tc>";
}

const std::string borders =
    "<w:tblPr><w:tblBorders><w:top w:val=\"single\"/></w:tblBorders></w:tblPr>";

const Parts numbering{
    {"word/numbering.xml",
     "<w:numbering><w:abstractNum w:abstractNumId=\"7\">"
     "<w:lvl w:ilvl=\"0\"><w:start w:val=\"1\"/><w:numFmt w:val=\"upperRoman\"/>"
     "<w:lvlText w:val=\"%1.\"/></w:lvl>"
     "<w:lvl w:ilvl=\"1\"><w:start w:val=\"1\"/><w:numFmt w:val=\"decimal\"/>"
     "<w:isLgl/><w:lvlText w:val=\"%1.%2.\"/></w:lvl>"
     "<w:lvl w:ilvl=\"2\"><w:start w:val=\"1\"/><w:numFmt w:val=\"lowerLetter\"/>"
     "<w:pStyle w:val=\"Muc\"/><w:lvlText w:val=\"%3)\"/></w:lvl></w:abstractNum>"
     "<w:abstractNum w:abstractNumId=\"8\"><w:lvl w:ilvl=\"0\"><w:numFmt w:val=\"bullet\"/>"
     "<w:lvlText w:val=\"\uF0B7\"/></w:lvl></w:abstractNum>"
     "<w:num w:numId=\"1\"><w:abstractNumId w:val=\"7\"/></w:num>"
     "<w:num w:numId=\"2\"><w:abstractNumId w:val=\"8\"/></w:num>"
     "<w:num w:numId=\"3\"><w:abstractNumId w:val=\"7\"/><w:lvlOverride w:ilvl=\"0\">"
     "<w:startOverride w:val=\"5\"/></w:lvlOverride></w:num></w:numbering>"},
    {"word/styles.xml",
     "<w:styles><w:style w:styleId=\"Muc\"><w:pPr><w:numPr><w:numId w:val=\"1\"/></w:numPr></w:pPr>"
     "</w:style><w:style w:styleId=\"MucCon\"><w:basedOn w:val=\"Muc\"/></w:style>"
     "<w:style w:styleId=\"Hoa\"><w:rPr><w:caps/></w:rPr></w:style>"
     "<w:style w:styleId=\"Luoi\"><w:tblPr><w:tblBorders><w:insideH w:val=\"single\"/>"
     "</w:tblBorders></w:tblPr></w:style></w:styles>"}};

}  // namespace

TEST_CASE("tabs between three texts are a typed row of a table, others are blanks")
{
    const auto row = [](std::string_view text) {
        std::string runs;
        for (const auto cell : caicach::text::split(text, '|')) {
            runs += (runs.empty() ? "<w:r><w:t>" : "<w:r><w:tab/></w:r><w:r><w:t>");
            runs += std::string{cell} + "</w:t></w:r>";
        }
        return "<w:p>" + runs + "</w:p>";
    };
    const auto source = read_bytes(
        docx_of(row("1|Mở lớp  tập huấn||Sở Nội vụ") + row("Số: 5/KH|Sông Lam, ngày 05")),
        "a.docx");
    REQUIRE(source);
    REQUIRE(source->lines.size() == 3);
    CHECK(source->lines[0].text == "1\tMở lớp tập huấn\t\tSở Nội vụ");
    CHECK(source->lines[2].text == "Số: 5/KH Sông Lam, ngày 05");
}

TEST_CASE("paragraphs of a Word document are lines with an empty one between")
{
    const auto source = read_bytes(docx_of(p("Một") + p("") + p("Hai  \u00A0ba")), "a.docx");
    REQUIRE(source);
    CHECK(source->format == "docx");
    REQUIRE(source->lines.size() == 3);
    CHECK(source->lines[0].text == "Một");
    CHECK(source->lines[1].text.empty());
    CHECK(source->lines[2].text == "Hai ba");
    CHECK(source->lines[2].place.paragraph == 2);
    CHECK(source->lines[2].place.page == 0);
    CHECK(source->notes.empty());
}

TEST_CASE("numbers of lists stand in the text as Word prints them")
{
    const auto body = p("A", in_list(1, 0)) + p("B", in_list(1, 1)) + p("C", in_list(1, 2)) +
                      p("D", in_list(1, 2)) + p("E", in_list(2, 0)) + p("F", in_list(1, 1)) +
                      p("G", in_list(1, 2)) + p("H", in_list(1, 0)) + p("", in_list(1, 0)) +
                      p("I", in_list(1, 0)) + p("J", in_list(3, 0)) + p("K", in_list(0, 0)) +
                      p("L", in_list(99, 0));
    CHECK(lines_of(docx_of(body, numbering)) == Lines{"I. A", "1.1. B", "a) C", "b) D", "• E",
                                                      "1.2. F", "a) G", "II. H", "IV. I", "V. J",
                                                      "K", "L"});
}

TEST_CASE("a style may put its paragraphs into a list, and change letters to capitals")
{
    const auto body = p("A", "<w:pStyle w:val=\"MucCon\"/>") + p("B", "<w:pStyle w:val=\"Muc\"/>") +
                      p("sở nội vụ", "<w:pStyle w:val=\"Hoa\"/>");
    CHECK(lines_of(docx_of(body, numbering)) == Lines{"a) A", "b) B", "SỞ NỘI VỤ"});
}

TEST_CASE("insertions are kept; deletions, hidden text and field codes are not")
{
    const auto body =
        "<w:p><w:r><w:t>a</w:t></w:r><w:ins><w:r><w:t>b</w:t></w:r></w:ins>"
        "<w:del><w:r><w:delText>c</w:delText></w:r></w:del><w:moveFrom><w:r><w:t>d</w:t></w:r>"
        "</w:moveFrom><w:r><w:rPr><w:vanish/></w:rPr><w:t>e</w:t></w:r>"
        "<w:r><w:instrText>PAGE</w:instrText></w:r><w:hyperlink><w:r><w:t>f</w:t></w:r>"
        "</w:hyperlink><w:r><w:br/><w:t>g</w:t><w:tab/><w:t>h</w:t></w:r></w:p>";
    CHECK(lines_of(docx_of(body)) == Lines{"abf", "g h"});
}

TEST_CASE("text boxes follow their paragraph, once")
{
    const auto body =
        "<w:p><w:r><w:t>a</w:t><mc:AlternateContent><mc:Choice><w:drawing><w:txbxContent>" +
        p("b") + "</w:txbxContent></w:drawing></mc:Choice><mc:Fallback><w:pict><w:txbxContent>" +
        p("b") + "</w:txbxContent></w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>" +
        p("c");
    CHECK(lines_of(docx_of(body)) == Lines{"a", "b", "c"});
}

TEST_CASE("footnotes are marked in the text and stand after it")
{
    const auto body =
        "<w:p><w:r><w:t>a</w:t></w:r><w:r><w:footnoteReference w:id=\"4\"/></w:r></w:p>" + p("b");
    const Parts notes{{"word/footnotes.xml", "<w:footnotes><w:footnote w:id=\"0\">" + p("---") +
                                                 "</w:footnote><w:footnote w:id=\"4\">" +
                                                 p("Luật") + "</w:footnote></w:footnotes>"}};
    CHECK(lines_of(docx_of(body, notes)) == Lines{"a<sup>1</sup>", "b", "<sup>1</sup> Luật"});
}

TEST_CASE("a row of a table is a line with TABs, with merged cells repeated or left empty")
{
    const auto body =
        "<w:tbl>" + borders + "<w:tr>" + tc("a") + tc("b", "<w:gridSpan w:val=\"2\"/>") +
        "</w:tr><w:tr>" + tc("c", "<w:vMerge w:val=\"restart\"/>") + tc("d") + tc("e") +
        "</w:tr><w:tr>" + tc("", "<w:vMerge/>") + tc("f") + tc("g") + "</w:tr></w:tbl>" + p("h");
    const auto source = read_bytes(docx_of(body), "a.docx");
    REQUIRE(source);
    CHECK(lines_of(*source) == Lines{"a\tb\t", "c\td\te", "c\tf\tg", "h"});
    CHECK(source->lines[2].place.table == 1);
    CHECK(source->lines[2].place.row == 3);
}

TEST_CASE("paragraphs of a cell are parted where nothing else parts them")
{
    CHECK(join_cell({"Sở Nội vụ", "Sở Tài chính"}) == "Sở Nội vụ; Sở Tài chính");
    CHECK(join_cell({"Sở Nội vụ;", "Sở Tài chính"}) == "Sở Nội vụ; Sở Tài chính");
    CHECK(join_cell({"Cơ quan", "chủ trì"}) == "Cơ quan chủ trì");
    CHECK(join_cell({"", "a\tb", " "}) == "a b");
}

TEST_CASE("a table without borders only sets its paragraphs side by side")
{
    const auto row =
        "<w:tr><w:tc>" + p("ỦY BAN") + p("Số: 1") + "</w:tc>" + tc("CỘNG HÒA") + "</w:tr></w:tbl>";
    CHECK(lines_of(docx_of("<w:tbl>" + row)) == Lines{"ỦY BAN", "Số: 1", "CỘNG HÒA"});
    CHECK(lines_of(docx_of("<w:tbl><w:tblPr><w:tblStyle w:val=\"Luoi\"/></w:tblPr>" + row,
                           numbering)) == Lines{"ỦY BAN; Số: 1\tCỘNG HÒA"});
}

TEST_CASE("pages are known where Word noted them")
{
    const auto body = p("a") +
                      "<w:p><w:r><w:t>b</w:t></w:r><w:r><w:lastRenderedPageBreak/>"
                      "<w:t>c</w:t></w:r></w:p><w:p><w:r><w:lastRenderedPageBreak/>"
                      "<w:t>d</w:t></w:r></w:p>";
    const auto source = read_bytes(docx_of(body), "a.docx");
    REQUIRE(source);
    CHECK(source->pages == 3);
    CHECK(source->lines[2].place.page == 1);
    CHECK(source->lines[4].place.page == 3);
}

TEST_CASE("text in the letters of an old font is repaired and noted")
{
    const auto source =
        read_bytes(docx_of(p("KÕ ho¹ch tuyªn truyÒn c¶i c¸ch hµnh chÝnh cña tØnh n­íc")), "a.docx");
    REQUIRE(source);
    CHECK(source->lines[0].text == "Kế hoạch tuyên truyền cải cách hành chính của tỉnh nước");
    CHECK(source->notes == Lines{"document.note.converted_tcvn3"});
}

}  // namespace caicach::document::testing
