#include "document/table_head.hpp"

#include <doctest/doctest.h>

#include <array>

namespace caicach::document
{
namespace
{

constexpr std::array columns{
    TableColumn{.key = "code", .title = "Mã", .also = "ma so|code"},
    TableColumn{.key = "day", .title = "Ngày làm xong", .also = "ngay"},
    TableColumn{.key = "hash", .title = "SHA-256 của tệp", .also = "sha 256"},
};

}  // namespace

TEST_CASE("columns are found under their usual titles, in any order")
{
    const TableHead head{{.number = 1, .cells = {"NGÀY", "Ghi chú", "mã số", "Code", ""}}, columns};
    REQUIRE(head.at(0) != nullptr);
    CHECK(head.at(0)->key == "day");
    CHECK(head.at(1) == nullptr);
    CHECK(head.at(2)->key == "code");
    CHECK(head.at(3) == nullptr);
    CHECK(head.at(9) == nullptr);
    CHECK(head.names("code"));
    CHECK(!head.names("hash"));
    CHECK(head.unused(20) == std::vector<std::string>{"Ghi chú", "Code"});
}

TEST_CASE("the head is the first row that names all that is asked for")
{
    constexpr std::array<std::string_view, 2> asked{"code", "day"};
    const std::vector<RecordRow> rows{{.number = 1, .cells = {"Kết quả quý I"}},
                                      {.number = 3, .cells = {"Mã"}},
                                      {.number = 4, .cells = {"Mã", "Ngày"}}};
    CHECK(find_head(rows, columns, asked, 20) == 2);
    CHECK(!find_head(rows, columns, asked, 2));
    CHECK(!find_head({}, columns, asked, 20));
}

TEST_CASE("days are read as people, machines and Excel write them")
{
    const auto day = Date::create(2025, 3, 1);
    CHECK(day_of_cell("01/03/2025") == day);
    CHECK(day_of_cell("2025-03-01") == day);
    CHECK(day_of_cell("2025-03-01 00:00:00") == day);
    CHECK(day_of_cell("45717") == day);
    CHECK(!day_of_cell("2025"));
    CHECK(!day_of_cell("31/02/2025"));
    CHECK(!day_of_cell("457170"));
    CHECK(!day_of_cell(""));
}

TEST_CASE("rows are kept as text and come back as they were")
{
    const std::vector<RecordRow> rows{{.number = 1, .cells = {"Mã", "Ngày"}},
                                      {.number = 7, .cells = {"A\"1", ""}}};
    CHECK(records_of_text(text_of_records(rows)) == rows);
    CHECK(!records_of_text("không phải"));
    CHECK(records_of_text("[[]]").error().key == "document.empty");
}

}  // namespace caicach::document
