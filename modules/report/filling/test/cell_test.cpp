#include "report/filling/cell.hpp"

#include <doctest/doctest.h>

#include "report/filling/secret_marks.hpp"
#include "report/testing.hpp"

namespace caicach::report
{
namespace
{

Date today() { return *Date::create(2026, 3, 15); }

}  // namespace

TEST_CASE("a form has cells for what people write, and no others")
{
    auto form = testing::sample_form();
    form.sections[0].parts.emplace_back(
        Indicator{.key = "ty_le", .text = "Tỷ lệ", .decimals = 1, .adding = Adding::ratio});
    form.sections[1].parts.emplace_back(FormTable{.key = "co_dinh",
                                                  .rows_of = RowsOf::fixed,
                                                  .fixed_rows = {"Một", "Hai"},
                                                  .columns = {{.key = "so", .is_number = true}}});
    CHECK(cell_kind(form, "tin_bai", 0)->is_number);
    CHECK_FALSE(cell_kind(form, "tin_bai", 1));
    CHECK_FALSE(cell_kind(form, "tin_bai_nam", 0));  // computed alone
    CHECK_FALSE(cell_kind(form, "tin_bai/mau", 0));
    CHECK(cell_kind(form, "ty_le/mau", 0)->decimals == 1);
    CHECK_FALSE(cell_kind(form, "ty_le/khac", 0));
    CHECK(cell_kind(form, "vuong_mac", 0)->length_max == 20'000);
    CHECK_FALSE(cell_kind(form, "vuong_mac/x", 0));
    CHECK(cell_kind(form, "mo_hinh/ten", 7)->table == "mo_hinh");
    CHECK_FALSE(cell_kind(form, "mo_hinh/ten", 0));
    CHECK_FALSE(cell_kind(form, "mo_hinh/khac", 1));
    CHECK_FALSE(cell_kind(form, "mo_hinh", 0));
    CHECK(cell_kind(form, "co_dinh/so", 2));
    CHECK_FALSE(cell_kind(form, "co_dinh/so", 3));
    CHECK_FALSE(cell_kind(form, "khong_co", 0));
}

TEST_CASE("numbers are kept canonical and shown as people type them, texts are kept clean")
{
    const CellKind number{.is_number = true, .decimals = 1};
    CHECK(*cell_value(number, " 1.234,5 ") == "1234.5");
    CHECK(*cell_value(number, "") == "");
    CHECK(cell_value(number, "1.234,55").error().key == "report.cell.number");
    CHECK(cell_value(number, "mười").error().key == "report.cell.number");
    CHECK(shown_cell(number, "1234.5") == "1.234,5");
    CHECK(cell_amount("-0.0001") == -1);
    CHECK_FALSE(cell_amount(""));
    const CellKind words{.length_max = 5};
    CHECK(*cell_value(words, "  ngắn\r\n") == "ngắn");
    CHECK(cell_value(words, "dài quá").error().key == "report.cell.too_long");
    CHECK(shown_cell(words, "12.5") == "12.5");
}

TEST_CASE("a control of a page names its cell, and nothing else does")
{
    CHECK(control_name("mo_hinh/ten", 3) == "o-mo_hinh/ten-3");
    const auto place = place_from("o-mo_hinh/ten-3");
    REQUIRE(place);
    CHECK(place->field == "mo_hinh/ten");
    CHECK(place->row == 3);
    for (const auto* wrong : {"base", "o-", "o--1", "o-x", "o-x-", "o-x-1a", "mo_hinh-3"})
        CHECK_FALSE(place_from(wrong));
}

TEST_CASE("a text that says of itself that it is secret is told from one about secrets")
{
    for (const auto* secret :
         {"TỐI MẬT", "Kèm theo\nMẬT\nsố 12", "Độ mật: Mật", "Báo cáo số 3 (Mật)",
          "độ mật : tuyệt mật", "Tài liệu TUYỆT MẬT kèm theo"}) {
        CAPTURE(secret);
        CHECK(bears_secret_mark(secret, today()));
    }
    for (const auto* open :
         {"", "bảo mật thông tin", "BẢO MẬT THÔNG TIN", "Mật độ dân số", "công tác bảo vệ bí mật",
          "Độ mật: không", "Tập huấn về tài liệu mật", "mật ong rừng"}) {
        CAPTURE(open);
        CHECK_FALSE(bears_secret_mark(open, today()));
    }
    // The law is younger than that day.
    CHECK_FALSE(bears_secret_mark("MẬT", *Date::create(2019, 1, 1)));
}

}  // namespace caicach::report
