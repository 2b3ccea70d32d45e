#pragma once
#include <span>
#include <string>
#include <string_view>

namespace caicach::document
{

/// Rows of a table as CSV (RFC 4180) that Excel opens right: UTF-8 with a byte order mark, CRLF,
/// commas. A text that a spreadsheet would run as a formula (it begins with = + - @, TAB or CR)
/// gets an apostrophe in front; plain numbers are left alone.
class CsvWriter
{
public:
    void add_row(std::span<const std::string> cells);
    void add_row(std::span<const std::string_view> cells);

    [[nodiscard]] const std::string& text() const { return m_text; }
    /// What was written since the last call, for answers that are sent piece by piece.
    [[nodiscard]] std::string take();

private:
    std::string m_text{"\xEF\xBB\xBF"};
};

}  // namespace caicach::document
