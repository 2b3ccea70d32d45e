#include "document/xlsx_writer.hpp"

#include <xlsxwriter.h>

#include <cstdio>
#include <string_view>
#include <utility>

#include "text/text.hpp"

namespace caicach::document
{
namespace
{

constexpr std::size_t sheet_name_length_max = 31;
constexpr std::size_t cell_length_max = 32'767;
constexpr lxw_row_t rows_max = 1'048'576;
constexpr int first_year = 1901;  // Excel counts a day of 1900 that never was, and none before

// Characters that Excel forbids in the name of a sheet.
std::string sheet_name(const std::string& name)
{
    constexpr std::string_view forbidden = "[]:*?/\\'";
    auto clean = name;
    for (auto& c : clean) {
        if (forbidden.find(c) != std::string_view::npos) c = ' ';
    }
    clean = text::shorten(text::squeeze(clean), sheet_name_length_max);
    return clean.empty() ? "Sheet1" : clean;
}

tl::unexpected<Error> cannot_write(const std::string& path)
{
    return internal_failure("cannot write the workbook " + path);
}

}  // namespace

struct XlsxWriter::Book {
    std::string path{};
    lxw_workbook* workbook{};
    lxw_worksheet* sheet{};
    lxw_format* bold{};
    lxw_format* day{};
    lxw_row_t row{};

    Book() = default;
    Book(const Book&) = delete;
    Book& operator=(const Book&) = delete;
    ~Book()
    {
        // The library frees only with closing, which writes: an unfinished file is taken away.
        if (workbook == nullptr) return;
        workbook_close(workbook);
        std::remove(path.c_str());
    }
};

XlsxWriter::XlsxWriter(std::unique_ptr<Book> book) : m_book(std::move(book)) {}
XlsxWriter::XlsxWriter(XlsxWriter&&) noexcept = default;
XlsxWriter& XlsxWriter::operator=(XlsxWriter&&) noexcept = default;
XlsxWriter::~XlsxWriter() = default;

Result<XlsxWriter> XlsxWriter::create(const std::string& path, const std::string& sheet,
                                      const std::vector<SheetColumn>& columns)
{
    auto book = std::make_unique<Book>();
    lxw_workbook_options options{};
    options.constant_memory = LXW_TRUE;
    book->path = path;
    book->workbook = workbook_new_opt(path.c_str(), &options);
    if (book->workbook == nullptr) return cannot_write(path);
    book->bold = workbook_add_format(book->workbook);
    format_set_bold(book->bold);
    format_set_text_wrap(book->bold);
    book->day = workbook_add_format(book->workbook);
    format_set_num_format(book->day, "dd/mm/yyyy");
    XlsxWriter writer{std::move(book)};
    TRY(writer.begin_sheet(sheet, columns));
    return writer;
}

Result<void> XlsxWriter::begin_sheet(const std::string& sheet,
                                     const std::vector<SheetColumn>& columns)
{
    VERIFY(m_book && m_book->workbook != nullptr);
    m_book->sheet = workbook_add_worksheet(m_book->workbook, sheet_name(sheet).c_str());
    if (m_book->sheet == nullptr) return cannot_write(m_book->path);
    lxw_row_col_options hidden{};
    hidden.hidden = LXW_TRUE;
    lxw_col_t column = 0;
    for (const auto& head : columns) {
        if (head.is_hidden)
            worksheet_set_column_opt(m_book->sheet, column, column, head.width, nullptr, &hidden);
        else
            worksheet_set_column(m_book->sheet, column, column, head.width, nullptr);
        worksheet_write_string(m_book->sheet, 0, column, head.title.c_str(), m_book->bold);
        ++column;
    }
    worksheet_freeze_panes(m_book->sheet, 1, 0);
    m_book->row = 1;
    return {};
}

Result<void> XlsxWriter::add_row(std::span<const SheetCell> cells)
{
    VERIFY(m_book && m_book->workbook != nullptr);
    if (m_book->row >= rows_max) {
        return failure(Failure::too_large, "document.limit.sheet", {}, {std::to_string(rows_max)});
    }
    lxw_col_t column = 0;
    for (const auto& cell : cells) {
        if (cell.number) {
            worksheet_write_number(m_book->sheet, m_book->row, column, *cell.number, nullptr);
        } else if (cell.day && cell.day->year() >= first_year) {
            lxw_datetime day{};
            day.year = cell.day->year();
            day.month = cell.day->month();
            day.day = cell.day->day();
            worksheet_write_datetime(m_book->sheet, m_book->row, column, &day, m_book->day);
        } else if (const auto said = cell.day ? cell.day->vietnamese() : cell.text; !said.empty()) {
            const auto shown =
                said.size() > cell_length_max ? text::shorten(said, cell_length_max) : said;
            worksheet_write_string(m_book->sheet, m_book->row, column, shown.c_str(), nullptr);
        }
        ++column;
    }
    ++m_book->row;
    return {};
}

Result<void> XlsxWriter::finish()
{
    VERIFY(m_book && m_book->workbook != nullptr);
    auto* workbook = std::exchange(m_book->workbook, nullptr);
    if (workbook_close(workbook) != LXW_NO_ERROR) return cannot_write(m_book->path);
    return {};
}

}  // namespace caicach::document
