#include "document/records.hpp"

#include <doctest/doctest.h>

#include <array>
#include <cstdio>
#include <fstream>
#include <sstream>

#include "archive_builder.hpp"
#include "document/archive.hpp"
#include "document/csv_reader.hpp"
#include "document/csv_writer.hpp"
#include "document/limits.hpp"
#include "document/xlsx_writer.hpp"

namespace caicach::document
{
namespace
{

using Rows = std::vector<RecordRow>;

std::string workbook(const std::vector<std::vector<SheetCell>>& rows)
{
    std::string path = std::tmpnam(nullptr);
    auto writer = MUST(XlsxWriter::create(path, "Cơ quan", {{"Mã"}, {"Tên"}}));
    for (const auto& row : rows) MUST(writer.add_row(row));
    MUST(writer.finish());
    std::ostringstream bytes;
    bytes << std::ifstream(path, std::ios::binary).rdbuf();
    std::remove(path.c_str());
    return bytes.str();
}

std::string key_of(const Result<Rows>& rows) { return rows ? std::string{} : rows.error().key; }

}  // namespace

TEST_CASE("a row of CSV is read with commas, semicolons or TABs")
{
    const Rows wanted{{1, {"Mã", "Tên"}}, {2, {"SNV", "Sở Nội vụ"}}};
    CHECK(MUST(read_csv("Mã,Tên\r\nSNV,Sở Nội vụ\r\n")) == wanted);
    CHECK(MUST(read_csv("\xEF\xBB\xBFMã;Tên\nSNV;Sở Nội vụ")) == wanted);
    CHECK(MUST(read_csv("DANH SÁCH\nMã;Tên\n")).at(1).cells.size() == 2);
    CHECK(MUST(read_csv("Mã\tTên\rSNV\tSở Nội vụ\r")) == wanted);
}

TEST_CASE("quotation marks keep separators, line breaks and themselves")
{
    const auto rows = MUST(read_csv("a,b\n\"x, \"\"y\"\"\",\"hai\ndòng\"\n"));
    CHECK(rows.at(1) == RecordRow{2, {"x, \"y\"", "hai\ndòng"}});
    CHECK(MUST(read_csv("\"a;b\",c,d")) == Rows{{1, {"a;b", "c", "d"}}});
}

TEST_CASE("empty rows are counted and left out")
{
    const auto rows = MUST(read_csv("a,b\n\n,,\n c , d \n"));
    CHECK(rows == Rows{{1, {"a", "b"}}, {4, {"c", "d"}}});
}

TEST_CASE("what CsvWriter made harmless comes back as it was")
{
    CsvWriter writer;
    const std::array<std::string, 4> cells{"=1+1", "+84 259 3822", "-5", "a,\"b\""};
    writer.add_row(cells);
    CHECK(writer.text().find("'=1+1") != std::string::npos);
    CHECK(MUST(read_records(writer.text())) == Rows{{1, {cells.begin(), cells.end()}}});
}

TEST_CASE("a quotation mark that never closes is refused with its row")
{
    const auto refused = read_csv("a,b\n\"c,d\n");
    REQUIRE(!refused);
    CHECK(refused.error().key == "document.csv.open_quote");
    CHECK(refused.error().arguments.at(0) == "2");
}

TEST_CASE("too many rows are refused, too many columns are cut")
{
    std::string text;
    for (std::size_t i = 0; i <= limits::record_rows_max; ++i) text += "a\n";
    CHECK(key_of(read_csv(text)) == "document.limit.rows");
    CHECK(MUST(read_csv(std::string(1000, ','))).empty());
    CHECK(MUST(read_csv("a" + std::string(1000, ',') + "b"))[0].cells.size() ==
          limits::table_columns_max);
}

TEST_CASE("the first sheet of a workbook is read with the numbers that people see")
{
    const auto bytes = workbook({{{"SNV"}, {"Sở Nội vụ"}}, {}, {{"", 45658}, {" =x "}}});
    CHECK(MUST(read_records(bytes)) ==
          Rows{{1, {"Mã", "Tên"}}, {2, {"SNV", "Sở Nội vụ"}}, {4, {"45658", "=x"}}});
}

TEST_CASE("a day is written as a number with a format of days, one before Excel's time as text")
{
    const auto day = Date::create(2026, 3, 31);
    const auto old = Date::create(1890, 5, 19);
    const auto bytes = workbook({{{.day = day}, {.text = "31/03/2026"}}, {{.day = old}, {}}});
    const auto archive = MUST(Archive::open(bytes));
    const auto sheet = MUST(archive.part_or_empty("xl/worksheets/sheet1.xml"));
    CHECK(sheet.find("<v>46112</v>") != std::string::npos);
    CHECK(MUST(archive.part_or_empty("xl/styles.xml")).find("dd/mm/yyyy") != std::string::npos);
    CHECK(MUST(read_records(bytes)) ==
          Rows{{1, {"Mã", "Tên"}}, {2, {"31/03/2026", "31/03/2026"}}, {3, {"19/05/1890"}}});
}

TEST_CASE("numbers of LibreOffice's files read as people write them, in both formats")
{
    const Rows wanted{{1, {"Ô", "Giá trị"}},        {2, {"số lẻ", "92,5"}},
                      {3, {"chữ số thừa", "99,9"}}, {4, {"ba chữ số lẻ", "12,345"}},
                      {5, {"năm", "2026"}},         {6, {"có chấm", "1234567"}},
                      {7, {"phần trăm", "8,5%"}},   {8, {"đủ", "100%"}},
                      {9, {"ngày", "31/03/2026"}},  {10, {"ngày giờ", "31/03/2026"}},
                      {11, {"đúng", "TRUE"}},       {12, {"mã", "007"}},
                      {13, {"tiền", "1500,25"}},    {14, {"công thức", "0,625"}},
                      {15, {"chữ", "0012.500"}},    {16, {"âm", "-2,5"}}};
    for (const auto* name : {"numbers.xlsx", "numbers.ods"}) {
        CAPTURE(name);
        std::ostringstream bytes;
        bytes << std::ifstream{std::string{"foundation/document/test/files/"} + name,
                               std::ios::binary}
                     .rdbuf();
        CHECK(MUST(read_records(bytes.str())) == wanted);
    }
}

TEST_CASE("numbers that Excel itself wrote are rounded to what it shows")
{
    const auto bytes = testing::zip_of(
        {{"xl/workbook.xml",
          "<workbook><workbookPr date1904=\"1\"/><sheets><sheet name=\"a\"/></sheets></workbook>"},
         {"xl/styles.xml",
          "<styleSheet><numFmts><numFmt numFmtId=\"164\" formatCode=\"0.0%\"/></numFmts>"
          "<cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"9\"/><xf numFmtId=\"14\"/>"
          "<xf numFmtId=\"164\"/></cellXfs></styleSheet>"},
         {"xl/worksheets/sheet1.xml",
          "<worksheet><sheetData><row r=\"1\"><c r=\"A1\"><v>99.900000000000006</v></c>"
          "<c r=\"B1\" s=\"1\"><v>0.85</v></c><c r=\"C1\" s=\"2\"><v>44650</v></c>"
          "<c r=\"D1\" s=\"3\"><v>8.5000000000000006E-2</v></c>"
          "<c r=\"E1\" t=\"str\"><f>A1&amp;\"\"</f><v>99.9</v></c>"
          "<c r=\"F1\" s=\"9\"><v>1E-3</v></c><c r=\"G1\" t=\"b\"><v>0</v></c>"
          "<c r=\"H1\" t=\"e\"><v>#N/A</v></c></row></sheetData></worksheet>"}});
    CHECK(MUST(read_records(bytes)) ==
          Rows{{1, {"99,9", "85%", "31/03/2026", "8,5%", "99.9", "0,001", "FALSE", "#N/A"}}});
}

TEST_CASE("what is no table is refused in words")
{
    CHECK(key_of(read_records("")) == "document.empty");
    CHECK(key_of(read_records("\n;;\n")) == "document.empty");
    CHECK(key_of(read_records("%PDF-1.7\n%âãÏÓ\n")) == "document.records.kind");
    CHECK(key_of(read_records("PK\x03\x04 and no archive")) == "document.archive.damaged");
}

}  // namespace caicach::document
