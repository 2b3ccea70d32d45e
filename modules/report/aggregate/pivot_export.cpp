#include "report/aggregate/pivot_export.hpp"

#include <algorithm>
#include <filesystem>
#include <utility>

#include "document/csv_writer.hpp"
#include "document/xlsx_writer.hpp"
#include "http/temporary_answer.hpp"
#include "report/filling/filled.hpp"
#include "report/limits.hpp"
#include "text/text.hpp"

namespace caicach::report
{
namespace
{

/// A row with what it is called.
struct NamedRow {
    std::string name{};
    const PivotRow* row{};
};

/// In the order of the page.
std::vector<NamedRow> named_rows(const PivotPage& page)
{
    std::vector<NamedRow> rows;
    if (page.by != PivotBy::agency) {
        for (const auto& row : page.rows) rows.push_back({caption_of(*row.indicator), &row});
        return rows;
    }
    for (const auto& agency : page.agencies) {
        const auto found = std::ranges::find(page.rows, agency.id, &PivotRow::agency);
        if (found != page.rows.end()) rows.push_back({agency.name, &*found});
    }
    return rows;
}

std::vector<std::string> titles_of(const PivotPage& page)
{
    std::vector<std::string> titles{page.by == PivotBy::agency ? "Cơ quan" : "Chỉ tiêu"};
    titles.reserve(page.periods.size() + 1);
    for (const auto& period : page.periods) titles.push_back(period.title);
    return titles;
}

Result<void> write_workbook(const PivotPage& page, const std::string& path)
{
    std::vector<document::SheetColumn> heads;
    for (auto& title : titles_of(page)) heads.push_back({.title = std::move(title)});
    auto writer = TRY(document::XlsxWriter::create(path, "Các kỳ", heads));
    for (const auto& [name, row] : named_rows(page)) {
        std::vector<document::SheetCell> cells(heads.size());
        cells.front().text = name;
        for (std::size_t at = 0; at < row->amounts.size(); ++at)
            if (const auto& amount = row->amounts[at])
                cells[at + 1].number = length_of(*row->indicator, *amount);
        TRY(writer.add_row(cells));
    }
    return writer.finish();
}

}  // namespace

std::string pivot_title(const PivotPage& page)
{
    const bool is_one = page.by != PivotBy::area && page.indicator != nullptr;
    const auto title = is_one ? page.indicator->text + ", các kỳ" : page.form.title + ", các kỳ";
    return text::shorten(title, limits::file_name_length);
}

std::string pivot_csv(const PivotPage& page)
{
    document::CsvWriter writer;
    writer.add_row(titles_of(page));
    for (const auto& [name, row] : named_rows(page)) {
        std::vector<std::string> cells{name};
        for (const auto& amount : row->amounts)
            cells.push_back(amount ? shown(*row->indicator, *amount) : std::string{});
        writer.add_row(cells);
    }
    return writer.take();
}

Result<http::Response> pivot_xlsx(const PivotPage& page, const std::string& folder)
{
    std::error_code ignored;  // where it cannot be made, the file cannot either, and says so
    std::filesystem::create_directories(folder, ignored);
    auto file = TRY(http::TemporaryFile::create(folder));
    file.close();
    TRY(write_workbook(page, file.path()));
    return http::temporary_answer(
        std::move(file), "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
}

}  // namespace caicach::report
