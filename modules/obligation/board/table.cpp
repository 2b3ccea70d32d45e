#include "obligation/board/table.hpp"

#include <algorithm>
#include <cmath>
#include <filesystem>
#include <fstream>
#include <system_error>
#include <utility>

#include "document/csv_writer.hpp"
#include "document/xlsx_writer.hpp"
#include "http/temporary_file.hpp"
#include "text/number.hpp"

namespace caicach::obligation
{
namespace
{

/// A tenth of a percent is what people read; more digits would claim more than is known.
double rounded(double percent) { return std::round(percent * 10) / 10; }

Result<void> write_workbook(const BoardTable& table, const std::string& path)
{
    std::vector<document::SheetColumn> heads;
    heads.reserve(table.columns.size());
    for (const auto& column : table.columns) heads.push_back({column.name, column.width});
    auto writer = TRY(document::XlsxWriter::create(path, table.title, heads));
    std::vector<document::SheetCell> cells(table.columns.size());
    for (const auto& row : table.rows) {
        std::ranges::transform(row, cells.begin(), [](const BoardCell& cell) {
            return document::SheetCell{.text = cell.text, .number = cell.number, .day = cell.day};
        });
        TRY(writer.add_row(cells));
    }
    return writer.finish();
}

/// Numbers of a file carry no points between thousands.
std::string plain(const BoardCell& cell)
{
    if (!cell.number) return cell.text;
    const auto whole = static_cast<std::int64_t>(*cell.number);
    if (static_cast<double>(whole) == *cell.number) return std::to_string(whole);
    return text::format_decimal(*cell.number, cell.digits);
}

}  // namespace

BoardCell text_cell(std::string text, std::string path)
{
    return {.text = std::move(text), .path = std::move(path)};
}

BoardCell number_cell(std::int64_t number, std::string path)
{
    return {.text = text::format_integer(number),
            .number = static_cast<double>(number),
            .path = number == 0 ? std::string{} : std::move(path)};
}

BoardCell day_cell(std::optional<Date> day)
{
    return {.text = day ? day->vietnamese() : std::string{}, .day = day};
}

BoardCell percent_cell(const Sums& sums, std::string path)
{
    BoardCell cell{.text = percent_text(sums), .bar = sums};
    if (const auto percent = sums.percent()) {
        cell.number = rounded(*percent);
        cell.path = std::move(path);
    }
    return cell;
}

std::string csv_of(const BoardTable& table)
{
    document::CsvWriter writer;
    std::vector<std::string> line;
    line.reserve(table.columns.size());
    for (const auto& column : table.columns) line.push_back(column.name);
    writer.add_row(line);
    for (const auto& row : table.rows) {
        line.clear();
        for (const auto& cell : row) line.push_back(plain(cell));
        writer.add_row(line);
    }
    return writer.take();
}

Result<std::string> xlsx_of(const BoardTable& table, const std::string& folder)
{
    auto file = TRY(http::TemporaryFile::create(folder));
    TRY(write_workbook(table, file.path()));
    std::error_code error;
    const auto size = std::filesystem::file_size(file.path(), error);
    std::string bytes(error ? 0 : size, '\0');
    std::ifstream stream{file.path(), std::ios::binary};
    if (error || !stream.read(bytes.data(), static_cast<std::streamsize>(bytes.size())))
        return internal_failure("cannot read the workbook back");
    return bytes;
}

}  // namespace caicach::obligation
