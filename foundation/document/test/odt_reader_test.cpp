#include "document/odt_reader.hpp"

#include "archive_builder.hpp"
#include "reading.hpp"

namespace caicach::document::testing
{

namespace
{

constexpr std::string_view styles =
    "<text:list-style style:name=\"L\">"
    "<text:list-level-style-number text:level=\"1\" style:num-format=\"I\" style:num-suffix=\".\"/>"
    "<text:list-level-style-number text:level=\"2\" style:num-format=\"a\" style:num-suffix=\")\"/>"
    "</text:list-style><text:list-style style:name=\"B\">"
    "<text:list-level-style-bullet text:level=\"1\" text:bullet-char=\"–\"/></text:list-style>"
    "<style:style style:name=\"Hoa\"><style:text-properties fo:text-transform=\"uppercase\"/>"
    "</style:style><style:style style:name=\"Vien\"><style:table-cell-properties "
    "fo:border=\"0.5pt solid\"/></style:style>";

std::string read_text(std::string_view body)
{
    std::string all;
    for (const auto& line : lines_of(odt_of(body, styles), "a.odt")) all += line + "|";
    return all;
}

}  // namespace

TEST_CASE("numbers of lists of OpenDocument stand in the text, and go on after an interruption")
{
    CHECK(
        read_text(
            "<text:list xml:id=\"x\" text:style-name=\"L\"><text:list-item><text:p>A</text:p>"
            "<text:list><text:list-item><text:p>B</text:p><text:p>C</text:p></text:list-item>"
            "</text:list></text:list-item></text:list>"
            "<text:list text:style-name=\"B\"><text:list-item><text:p>D</text:p></text:list-item>"
            "</text:list>"
            "<text:list text:continue-list=\"x\" text:style-name=\"L\"><text:list-item><text:list>"
            "<text:list-item><text:p>E</text:p></text:list-item></text:list></text:list-item>"
            "<text:list-item><text:p>F</text:p></text:list-item></text:list>") ==
        "I. A|a) B|C|- D|b) E|II. F|");
}

TEST_CASE("spaces, breaks, capitals, notes and boxes of OpenDocument")
{
    CHECK(read_text("<text:p>a<text:s text:c=\"3\"/>b<text:line-break/>"
                    "<text:span text:style-name=\"Hoa\">đã</text:span></text:p>"
                    "<text:tracked-changes><text:p>x</text:p></text:tracked-changes>"
                    "<text:p>c<text:note><text:note-citation>1</text:note-citation>"
                    "<text:note-body><text:p>Luật</text:p></text:note-body></text:note>"
                    "<draw:frame><draw:text-box><text:p>hộp</text:p></draw:text-box></draw:frame>"
                    "</text:p>") == "a b|ĐÃ|c<sup>1</sup>|hộp|<sup>1</sup> Luật|");
}

TEST_CASE("merged cells of OpenDocument are repeated down and empty across")
{
    CHECK(read_text(
              "<table:table><table:table-column/><table:table-header-rows><table:table-row>"
              "<table:table-cell table:style-name=\"Vien\"><text:p>a</text:p></table:table-cell>"
              "<table:table-cell table:number-columns-spanned=\"2\"><text:p>b</text:p>"
              "</table:table-cell><table:covered-table-cell/></table:table-row>"
              "</table:table-header-rows><table:table-row><table:table-cell "
              "table:number-rows-spanned=\"2\"><text:p>c</text:p></table:table-cell>"
              "<table:table-cell table:number-columns-repeated=\"2\"><text:p>d</text:p>"
              "</table:table-cell></table:table-row><table:table-row><table:covered-table-cell/>"
              "<table:table-cell><text:p>e</text:p></table:table-cell><table:table-cell/>"
              "</table:table-row></table:table>") == "a\tb\t|c\td\td|c\te\t|");
}

}  // namespace caicach::document::testing
