#include <doctest/doctest.h>

#include <array>
#include <filesystem>
#include <string>

#include "base/file.hpp"
#include "document/xlsx_writer.hpp"
#include "report/bringing/pasted.hpp"
#include "report/bringing/proposal.hpp"
#include "report/bringing/report_sheet.hpp"
#include "report/limits.hpp"
#include "report/test/room.hpp"

namespace caicach::report
{
namespace
{

using Cells = std::vector<std::string>;
using Rows = std::vector<Cells>;

constexpr std::int64_t one = ten_thousandths_of_one;

/// The sample form with a table of fixed rows, as somebody filled it in.
Filled filled_in()
{
    auto form = testing::sample_form();
    form.sections[1].parts.emplace_back(
        FormTable{.key = "linh_vuc",
                  .text = "Lĩnh vực",
                  .rows_of = RowsOf::fixed,
                  .fixed_rows = {"Đất đai", "Hộ tịch"},
                  .columns = {{.key = "so", .text = "Số hồ sơ", .is_number = true},
                              {.key = "ghi_chu", .text = "Ghi chú"}}});
    form.sections[0].parts.emplace_back(
        Indicator{.key = "dung_han", .text = "Đúng hạn", .adding = Adding::ratio});
    Filled filled{.definition = std::make_shared<const Definition>(std::move(form))};
    for (const auto* indicator : indicators_of(*filled.definition))
        filled.indicators.push_back({.indicator = indicator});
    filled.indicators[2].typed = Amount{.numerator = 1234 * one};
    filled.halves = {{"dung_han", 9 * one}};
    filled.texts = {{"vuong_mac", "Thiếu máy quét\nở ba xã"}};
    filled.tables["mo_hinh"] = {{.number = 4, .cells = {"Tổ lưu động", "3"}}};
    filled.tables["linh_vuc"] = {{.number = 1, .name = "Đất đai", .cells = {"5", ""}},
                                 {.number = 2, .name = "Hộ tịch", .cells = {"", ""}}};
    return filled;
}

const FormTable& table_of(const Filled& filled, std::string_view key)
{
    for (const auto& part : filled.definition->sections[1].parts)
        if (key_of(part) == key) return std::get<FormTable>(part);
    FAIL("no table " << key);
    return std::get<FormTable>(filled.definition->sections[1].parts[1]);
}

Result<Brought> pasted(const Filled& filled, std::string_view key, std::string_view text,
                       PastedInto into = PastedInto::new_rows)
{
    const auto& table = table_of(filled, key);
    return brought_by_pasting(text, table, filled.tables.at(table.key), into);
}

std::string folder() { return std::filesystem::temp_directory_path().string(); }

}  // namespace

TEST_CASE("what a spreadsheet puts on the clipboard is read cell by cell")
{
    CHECK(MUST(pasted_rows("a\tb\r\nc\td\r\n")) == Rows{{"a", "b"}, {"c", "d"}});
    CHECK(MUST(pasted_rows("\"hai\ndòng\"\t\"nói \"\"được\"\"\"\n")) ==
          Rows{{"hai\ndòng", "nói \"được\""}});
    // A mark that nothing closes is a letter as others are.
    CHECK(MUST(pasted_rows("\"mở\tb\nc")) == Rows{{"\"mở", "b"}, {"c"}});
    CHECK(MUST(pasted_rows("a\t\n\n\t\n")) == Rows{{"a", ""}});
    CHECK(MUST(pasted_rows("")).empty());
    std::string many;
    for (std::size_t i = 0; i < limits::pasted_cells_max; ++i) many += "1\t";
    CHECK(pasted_rows(many).error().key == "report.paste.too_large");
    CHECK(pasted_rows(std::string(limits::table_rows_max + 1, '\n')).error().key ==
          "report.paste.too_large");
}

TEST_CASE("pasted cells go under their titles, or in the order of the columns")
{
    const auto filled = filled_in();
    auto brought = MUST(pasted(filled, "mo_hinh", "Tổ một cửa\t7\nTổ lưu động\t8"));
    REQUIRE(brought.rows.size() == 2);
    CHECK(brought.rows[0].row == 0);
    CHECK(brought.rows[0].cells == Cells{"Tổ một cửa", "7"});
    brought = MUST(pasted(filled, "mo_hinh", "SỐ LẦN\ttên\n7\tTổ một cửa"));
    REQUIRE(brought.rows.size() == 1);
    CHECK(brought.rows[0].cells == Cells{"Tổ một cửa", "7"});
    CHECK(brought.rows[0].line == 2);
    brought = MUST(pasted(filled, "mo_hinh", "A\nB", PastedInto::from_first_row));
    CHECK(brought.rows[0].row == 4);
    CHECK(brought.rows[1].row == 0);
    // Fixed rows are known by their names; without names they come in order.
    brought = MUST(pasted(filled, "linh_vuc", "hộ tịch\t12\tĐã số hóa"));
    CHECK(brought.rows[0].row == 2);
    CHECK(brought.rows[0].cells == Cells{"12", "Đã số hóa"});
    brought = MUST(pasted(filled, "linh_vuc", "1\n2\n3"));
    CHECK(brought.rows.size() == 2);
    REQUIRE(brought.faults.size() == 1);
    CHECK(brought.faults[0].line == 3);
    CHECK(brought.faults[0].error.key == "report.paste.no_row");
    CHECK(pasted(filled, "mo_hinh", "a\t1\tthừa").error().key == "report.paste.columns");
    CHECK(pasted(filled, "mo_hinh", " \n\t\n").error().key == "report.paste.empty");
}

TEST_CASE("what was brought is told apart: new, in the place of another, as it is, refused")
{
    const auto filled = filled_in();
    Brought brought;
    brought.cells = {{"ho_so", "1.300", 2},   {"vuong_mac", "Thiếu máy quét\nở ba xã", 3},
                     {"hai_long", "", 4},     {"dung_han/mau", "10", 5},
                     {"tin_bai_nam", "7", 6}, {"tin_bai", "nhiều", 7}};
    brought.rows = {{"mo_hinh", 4, {"", "5"}, 8},
                    {"mo_hinh", 0, {"Tổ lưu động", "3"}, 9},
                    {"mo_hinh", 0, {"Tổ một cửa", "1"}, 10},
                    {"mo_hinh", 9, {"Ai", "1"}, 11},
                    {"mo_hinh", 0, {"", ""}, 12}};
    const auto proposed = propose(filled, brought);
    REQUIRE(proposed.cells.size() == 5);
    CHECK(proposed.cells[0].before == "1.234");
    CHECK(proposed.cells[0].after == "1.300");
    CHECK(proposed.cells[1].field == "dung_han/mau");
    CHECK(proposed.cells[2].place == "Mô hình hay, dòng 1, Số lần");
    CHECK(proposed.cells[2].before == "3");
    CHECK(proposed.cells[3].row == -1);
    CHECK(proposed.new_rows == std::vector<std::string>{"mo_hinh"});
    CHECK(proposed.unchanged == 2);
    REQUIRE(proposed.faults.size() == 3);
    CHECK(proposed.faults[0].error.key == "report.import.unknown");  // the program's own number
    CHECK(proposed.faults[1].error.key == "report.cell.number");
    CHECK(proposed.faults[2].error.key == "report.import.row_gone");
    CHECK(propose(filled, brought).stamp() == proposed.stamp());
    brought.cells[0].value = "1.301";
    CHECK(propose(filled, brought).stamp() != proposed.stamp());
    // Kept and read again it says the same.
    CHECK(propose(filled, brought_from(to_json(brought))).stamp() ==
          propose(filled, brought).stamp());
}

TEST_CASE("rows that the program still draws are not written over")
{
    auto filled = filled_in();
    filled.drawn_tables = {"mo_hinh"};
    const auto proposed = propose(filled, {.rows = {{"mo_hinh", 0, {"Mới", "1"}, 2}}});
    REQUIRE(proposed.faults.size() == 1);
    CHECK(proposed.faults[0].error.key == "report.import.drawn");
    // A workbook that went out and comes back has them as they are: nothing of that is wrong.
    const auto& row = filled.tables.at("mo_hinh").front();
    const auto same = propose(filled, {.rows = {{"mo_hinh", 0, row.cells, 2}}});
    CHECK(same.faults.empty());
    CHECK(same.unchanged == 1);
    CHECK_FALSE(same.has_work());
}

TEST_CASE("a report goes out as a workbook and comes back as it was")
{
    const auto filled = filled_in();
    const auto bytes = MUST(workbook_of(filled, folder()));
    const auto read = MUST(brought_by_workbook(bytes, *filled.definition));
    CHECK(read.unused.empty());
    CHECK(read.brought.faults.empty());
    const auto proposed = propose(filled, read.brought);
    CHECK_FALSE(proposed.has_work());
    CHECK(proposed.faults.empty());
    CHECK(proposed.unchanged == 6);
}

TEST_CASE("a workbook that was filled in elsewhere is read by its titles")
{
    const auto filled = filled_in();
    const auto path = folder() + "/bringing_test.xlsx";
    using document::SheetCell;
    auto writer = MUST(document::XlsxWriter::create(
        path, "Bảng của tôi",
        {{.title = "#bang mo_hinh"}, {.title = "Số lần"}, {.title = "Ai làm"}, {.title = "Tên"}}));
    MUST(writer.add_row(
        std::array<SheetCell, 4>{SheetCell{.text = ""}, SheetCell{.text = "", .number = 2.0},
                                 SheetCell{.text = "A"}, SheetCell{.text = "Tổ mới"}}));
    MUST(writer.add_row(
        std::array<SheetCell, 2>{SheetCell{.text = "bốn"}, SheetCell{.text = "", .number = 2.0}}));
    MUST(writer.begin_sheet("Ghi chú", {{.title = "Của riêng"}}));
    MUST(writer.finish());
    const auto bytes = MUST(read_file(path));
    std::filesystem::remove(path);
    const auto read = MUST(brought_by_workbook(bytes, *filled.definition));
    REQUIRE(read.brought.rows.size() == 1);
    CHECK(read.brought.rows[0].cells == Cells{"Tổ mới", "2"});
    CHECK(read.brought.faults.size() == 1);
    CHECK(read.unused == std::vector<std::string>{"Mô hình hay: Ai làm", "Ghi chú"});
    CHECK(brought_by_workbook("x;y\n", *filled.definition).error().key == "document.records.kind");
}

}  // namespace caicach::report
