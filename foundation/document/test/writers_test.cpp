#include "archive_builder.hpp"
#include "base/file.hpp"
#include "base/process.hpp"
#include "document/csv_writer.hpp"
#include "document/workbook.hpp"
#include "document/xlsx_writer.hpp"
#include "reading.hpp"

namespace caicach::document::testing
{

TEST_CASE("CSV has a mark, CRLF and quotes where they are needed")
{
    CsvWriter csv;
    csv.add_row(Lines{"a", "b \"c\"", "d,e", "f\ng", ""});
    CHECK(csv.text() ==
          "\xEF\xBB\xBF"
          "a,\"b \"\"c\"\"\",\"d,e\",\"f\ng\",\r\n");
    CHECK_FALSE(csv.take().empty());
    csv.add_row(Lines{"h"});
    CHECK(csv.take() == "h\r\n");
}

TEST_CASE("formulas in CSV are made harmless, numbers are left alone")
{
    CsvWriter csv;
    static_cast<void>(csv.take());
    csv.add_row(Lines{"=1+1", "+84", "-2,5", "@x", "- Sở Nội vụ", "\tx", "=\"a\""});
    CHECK(csv.take() == "'=1+1,'+84,\"-2,5\",'@x,'- Sở Nội vụ,'\tx,\"'=\"\"a\"\"\"\r\n");
}

TEST_CASE("a workbook that was written can be read again")
{
    const auto folder = MUST(TemporaryDirectory::create());
    const auto path = folder.file("a.xlsx");
    auto xlsx = XlsxWriter::create(path, "Kế hoạch/2026", {{"Việc"}, {"Số", 8}});
    REQUIRE(xlsx);
    REQUIRE(xlsx->add_row(std::vector<SheetCell>{{"=1+1", {}}, {"", 2.5}}));
    REQUIRE(xlsx->finish());
    const auto source = document::read(path);
    REQUIRE(source);
    CHECK(source->format == "xlsx");
    CHECK(lines_of(*source) == Lines{"Kế hoạch 2026", "Việc\tSố", "=1+1\t2,5"});
}

TEST_CASE("a workbook has several sheets, which are read back one by one")
{
    const auto folder = MUST(TemporaryDirectory::create());
    const auto path = folder.file("a.xlsx");
    auto xlsx = MUST(XlsxWriter::create(path, "Số liệu",
                                        {{.title = "#so", .is_hidden = true}, {.title = "Việc"}}));
    REQUIRE(xlsx.add_row(std::vector<SheetCell>{{.text = "a"}, {.text = "Một\nhai"}}));
    REQUIRE(xlsx.begin_sheet("Lời văn", {{.title = "Lời"}}));
    REQUIRE(xlsx.add_row(std::vector<SheetCell>{{.text = "", .number = 1234.5}}));
    REQUIRE(xlsx.begin_sheet("Trống", {}));
    REQUIRE(xlsx.finish());
    const auto bytes = MUST(read_file(path));
    const auto sheets = MUST(sheets_of(bytes));
    REQUIRE(sheets.size() == 3);
    CHECK(sheets[0].name == "Số liệu");
    CHECK(sheets[0].rows == std::vector<RecordRow>{{1, {"#so", "Việc"}}, {2, {"a", "Một\nhai"}}});
    CHECK(sheets[1].name == "Lời văn");
    CHECK(sheets[1].rows == std::vector<RecordRow>{{1, {"Lời"}}, {2, {"1234,5"}}});
    CHECK(sheets[2].rows.empty());
    CHECK(sheets_of("Tên;Số\n").error().key == "document.records.kind");
    CHECK(sheets_of("").error().key == "document.empty");
    CHECK(sheets_of(zip_of({{"a.txt", "a"}})).error().key == "document.records.kind");
}

TEST_CASE("an unfinished workbook leaves no file")
{
    const auto folder = MUST(TemporaryDirectory::create());
    const auto path = folder.file("a.xlsx");
    CHECK(XlsxWriter::create(path, "", {{"a"}}));
    CHECK(document::read(path).error().key == "document.missing");
}

TEST_CASE("sheets of OpenDocument are read as tables")
{
    const auto bytes = zip_of(
        {{"mimetype", "application/vnd.oasis.opendocument.spreadsheet"},
         {"content.xml",
          "<o:c><o:body><o:spreadsheet><t:table t:name=\"Phụ lục\"><t:table-row><t:table-cell>"
          "<text:p>a</text:p></t:table-cell><t:table-cell t:number-columns-repeated=\"16000\"/>"
          "</t:table-row></t:table></o:spreadsheet></o:body></o:c>"}});
    CHECK(lines_of(bytes, "a.ods") == Lines{"Phụ lục", "a"});
}

}  // namespace caicach::document::testing
