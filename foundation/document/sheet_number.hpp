#pragma once
#include <string>
#include <string_view>

/// Numbers of spreadsheets as people read them here. Pure: what a workbook keeps has a point before
/// its decimals, days are counted, and 8,5 % is 0.085.
namespace caicach::document
{

enum class NumberLook { plain, percent, day };

/// What the format of a cell makes of its number.
struct CellFormat {
    NumberLook look{};
    int digits_min{1};  ///< "007" has three

    friend bool operator==(const CellFormat&, const CellFormat&) = default;
};

/// Of a format's code ("0.0%", "dd/mm/yyyy"). One that shows but hours is plain.
[[nodiscard]] CellFormat format_of_code(std::string_view code);
/// Of the numbers that workbooks give formats without writing their codes down.
[[nodiscard]] CellFormat format_of_number(int number);

/// How the number `stored` ("92.5") reads: "92,5", "8,5%", "31/03/2026". To the fifteen digits that
/// spreadsheets know, with no points between thousands: 2026 may be a year. What is no number stays
/// as it is.
[[nodiscard]] std::string number_shown(std::string_view stored, CellFormat format = {},
                                       bool counts_from_1904 = false);

}  // namespace caicach::document
