#include "document/sheet_number.hpp"

#include <doctest/doctest.h>

namespace caicach::document
{
namespace
{

constexpr CellFormat percent{.look = NumberLook::percent};
constexpr CellFormat day{.look = NumberLook::day};

}  // namespace

TEST_CASE("a number reads with a comma, rounded to the digits that spreadsheets know")
{
    CHECK(number_shown("92.5") == "92,5");
    CHECK(number_shown("99.900000000000006") == "99,9");
    CHECK(number_shown("12.345") == "12,345");
    CHECK(number_shown("12345") == "12345");
    CHECK(number_shown("2026") == "2026");
    CHECK(number_shown("3.0") == "3");
    CHECK(number_shown("-0.5") == "-0,5");
    CHECK(number_shown("1.5E3") == "1500");
    CHECK(number_shown("1.23E-3") == "0,00123");
    CHECK(number_shown("0") == "0");
    CHECK(number_shown("0.0") == "0");
    CHECK(number_shown("9704001234567890") == "9704001234567890");
    CHECK(number_shown("0.33333333333333331") == "0,333333333333333");
}

TEST_CASE("what is no number, or too large to be written out, stays as it is")
{
    for (const auto* text : {"", "x", "1,5", "1.5 ", "nan", "inf", "1E300", "--2", "."})
        CHECK(number_shown(text) == text);
    CHECK(number_shown("1E300", percent) == "1E300");
}

TEST_CASE("a part of one that is shown as a percentage is one")
{
    CHECK(number_shown("0.085", percent) == "8,5%");
    CHECK(number_shown("8.5000000000000006E-2", percent) == "8,5%");
    CHECK(number_shown("1", percent) == "100%");
    CHECK(number_shown("0", percent) == "0%");
    CHECK(number_shown("0.0005", percent) == "0,05%");
    CHECK(number_shown("x", percent) == "x");
}

TEST_CASE("a day reads as a day, its hour is left out; before March 1900 it is a number")
{
    CHECK(number_shown("46112", day) == "31/03/2026");
    CHECK(number_shown("46112.354", day) == "31/03/2026");
    CHECK(number_shown("44650", day, true) == "31/03/2026");
    CHECK(number_shown("60", day) == "60");
    CHECK(number_shown("2958465", day) == "31/12/9999");
    CHECK(number_shown("2958466", day) == "2958466");
    CHECK(number_shown("2958465", day, true) == "2958465");
}

TEST_CASE("codes keep the zeros that their format puts before them")
{
    CHECK(number_shown("7", format_of_code("000")) == "007");
    CHECK(number_shown("1234", format_of_code("000")) == "1234");
    CHECK(number_shown("7.5", format_of_code("000")) == "7,5");
    CHECK(number_shown("-7", format_of_code("000")) == "-7");
}

TEST_CASE("formats are told by their marks, not by what stands in them as text")
{
    for (const auto* code : {"0%", "0.00%", "#,##0.0 %", "[Red]0%;-0%"})
        CHECK(format_of_code(code) == percent);
    for (const auto* code :
         {"dd/mm/yyyy", "[$-42A]dd/mm/yyyy;@", "yyyy\\-mm\\-dd\\ hh:mm", "D/M/YY", "mm", "mmm-yy"})
        CHECK(format_of_code(code) == day);
    for (const auto* code :
         {"General", "GENERAL", "Standard", "#,##0", "0.00", "[Red]-0.0", "@", "hh:mm", "[h]:mm:ss",
          "mm:ss", "#,##0\\ \"đồng/ngày\"", "0\" % dự kiến\"", "_-* #,##0\\ _d_-", "\"d", "[y",
          "\\", "0.00E+00", ""})
        CHECK(format_of_code(code) == CellFormat{});
    CHECK(format_of_number(9) == percent);
    CHECK(format_of_number(10) == percent);
    CHECK(format_of_number(14) == day);
    CHECK(format_of_number(22) == day);
    CHECK(format_of_number(0) == CellFormat{});
    CHECK(format_of_number(20) == CellFormat{});
    CHECK(format_of_number(-1) == CellFormat{});
}

}  // namespace caicach::document
