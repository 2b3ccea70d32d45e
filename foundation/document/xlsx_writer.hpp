#pragma once
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "base/result.hpp"
#include "calendar/date.hpp"

namespace caicach::document
{

struct SheetColumn {
    std::string title{};
    double width{20};  ///< in characters
    bool is_hidden{};  ///< for programs alone: keys by which rows are known again
};

/// A number or a day where there is one, else a text. Texts are never formulas.
struct SheetCell {
    std::string text{};
    std::optional<double> number{};
    std::optional<Date> day{};  ///< shown as 31/03/2026, sorted and filtered as a day
};

/// Sheets of an Excel workbook, one behind the other, each written row by row: memory holds one
/// row, whatever their number.
class XlsxWriter
{
public:
    /// Begins the file at `path` with a row of bold titles that stays in view. The sheet's name is
    /// cut to the 31 characters that Excel allows.
    [[nodiscard]] static Result<XlsxWriter> create(const std::string& path,
                                                   const std::string& sheet,
                                                   const std::vector<SheetColumn>& columns);
    /// The next sheet; what is added from here on stands in it. Names of sheets differ within a
    /// workbook.
    [[nodiscard]] Result<void> begin_sheet(const std::string& sheet,
                                           const std::vector<SheetColumn>& columns);
    XlsxWriter(XlsxWriter&&) noexcept;
    XlsxWriter& operator=(XlsxWriter&&) noexcept;
    XlsxWriter(const XlsxWriter&) = delete;
    XlsxWriter& operator=(const XlsxWriter&) = delete;
    ~XlsxWriter();

    /// Fails as too_large beyond Excel's 1,048,576 rows (document.limit.sheet). Texts beyond its
    /// 32,767 characters a cell are cut.
    [[nodiscard]] Result<void> add_row(std::span<const SheetCell> cells);
    /// Completes the file; it is not there before.
    [[nodiscard]] Result<void> finish();

private:
    struct Book;
    explicit XlsxWriter(std::unique_ptr<Book> book);

    std::unique_ptr<Book> m_book;
};

}  // namespace caicach::document
