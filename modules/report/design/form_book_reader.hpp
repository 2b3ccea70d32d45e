#pragma once
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/result.hpp"
#include "document/workbook.hpp"
#include "json/value.hpp"
#include "report/design/form_book.hpp"

/// A form out of the workbook that form_book_writer.hpp made. Pure.
namespace caicach::report
{

/// A row of a workbook, as a spreadsheet shows it.
struct BookRow {
    FormSheet sheet{};
    int number{};
};

struct FormBookRead {
    json::Value value{};  ///< to be read by definition_from
    /// Each with its place in words: "Chỉ tiêu, dòng 5, cột “Đơn vị tính”".
    std::vector<Error> faults{};
    /// Which row a part of the value came from, by its JSON pointer.
    std::vector<std::pair<std::string, BookRow>> rows{};

    /// Where that stands which a JSON pointer of the value names.
    [[nodiscard]] std::string place_of(std::string_view pointer) const;
};

/// What the sheets say, whatever the order of sheets and columns; sheets that are none of ours are
/// passed over. Keys that are not there are made of words, as on the page. Faults are invalid
/// "report.book.{no_sheet,no_column,no_row,unknown_column,unknown_row,twice,flag,choice,section,
/// table,order}".
[[nodiscard]] FormBookRead read_form_book(std::span<const document::WorkbookSheet> sheets);
/// Of a file. Fails as document::sheets_of does; unsupported "report.book.kind" for a workbook that
/// is no XLSX, too_large "report.import.too_long".
[[nodiscard]] Result<FormBookRead> form_of_book(std::string_view bytes);

}  // namespace caicach::report
