#include "report/bringing/report_sheet.hpp"

#include <algorithm>
#include <charconv>
#include <utility>

#include "base/file.hpp"
#include "document/workbook.hpp"
#include "document/xlsx_writer.hpp"
#include "http/temporary_file.hpp"
#include "report/filling/cell.hpp"
#include "report/form/form_words.hpp"
#include "report/limits.hpp"
#include "text/text.hpp"

namespace caicach::report
{
namespace
{

using document::SheetCell;
using document::SheetColumn;

// What a sheet is of: the title of its hidden column.
constexpr std::string_view numbers_mark = "#so-lieu";
constexpr std::string_view texts_mark = "#loi-van";
constexpr std::string_view table_mark = "#bang ";

constexpr std::string_view typed_title = "Cơ quan nhập";
constexpr std::string_view below_title = "Trên tổng số";
constexpr std::string_view text_title = "Nội dung";

constexpr double narrow = 12;
constexpr double wide = 60;

SheetColumn marking(std::string_view mark)
{
    return {.title = std::string{mark}, .width = narrow, .is_hidden = true};
}

/// As a number of Excel where nothing is lost by it.
SheetCell number_cell(std::int64_t amount)
{
    constexpr std::int64_t exact = 1'000'000'000'000'000;
    if (amount > exact || amount < -exact) return {.text = shown(amount)};
    return {.number = static_cast<double>(amount) / static_cast<double>(ten_thousandths_of_one)};
}

SheetCell cell_of(bool is_number, const std::string& value)
{
    const auto amount = is_number ? cell_amount(value) : std::nullopt;
    return amount ? number_cell(*amount) : SheetCell{.text = value};
}

class ReportBook
{
public:
    ReportBook(document::XlsxWriter& writer, const Filled& filled)
        : m_writer(writer), m_filled(filled)
    {
    }

    static std::vector<SheetColumn> number_columns()
    {
        return {marking(numbers_mark),
                {.title = "Chỉ tiêu", .width = wide},
                {.title = "Đơn vị", .width = narrow},
                {.title = "Hệ thống tính", .width = narrow},
                {.title = std::string{typed_title}, .width = narrow},
                {.title = std::string{below_title}, .width = narrow}};
    }

    Result<void> write()
    {
        for (const auto& one : m_filled.indicators) TRY(number(one));
        TRY(m_writer.begin_sheet("Lời văn", {marking(texts_mark),
                                             {.title = "Phần", .width = 40},
                                             {.title = std::string{text_title}, .width = wide}}));
        for (const auto& section : m_filled.definition->sections)
            for (const auto& part : section.parts)
                if (const auto* words = std::get_if<Narrative>(&part)) TRY(text(*words));
        int place = 0;
        for (const auto& section : m_filled.definition->sections)
            for (const auto& part : section.parts)
                if (const auto* table = std::get_if<FormTable>(&part)) TRY(rows(*table, ++place));
        return {};
    }

private:
    Result<void> number(const FilledIndicator& one)
    {
        const auto& indicator = *one.indicator;
        const bool is_open = indicator.source != Source::computed;
        std::vector<SheetCell> cells(6);
        if (is_open) cells[0].text = indicator.key;
        cells[1].text = indicator.text;
        cells[2].text = indicator.unit;
        if (one.computed && one.computed->amount.denominator)
            cells[3].text = shown(indicator, one.computed->amount);
        else if (one.computed)
            cells[3] = number_cell(one.computed->amount.numerator);
        if (is_open) {
            const bool is_ratio = indicator.adding == Adding::ratio;
            if (one.typed && !is_ratio) cells[4] = number_cell(one.typed->numerator);
            if (is_ratio) {
                cells[4] = half(indicator.key);
                cells[5] = half(indicator.key + std::string{denominator_part});
            }
        }
        return m_writer.add_row(cells);
    }

    [[nodiscard]] SheetCell half(const std::string& field) const
    {
        const auto found = m_filled.halves.find(field);
        return found == m_filled.halves.end() ? SheetCell{} : number_cell(found->second);
    }

    Result<void> text(const Narrative& words)
    {
        const auto found = m_filled.texts.find(words.key);
        const std::vector<SheetCell> cells{
            {.text = words.key},
            {.text = words.text},
            {.text = found == m_filled.texts.end() ? std::string{} : found->second}};
        return m_writer.add_row(cells);
    }

    Result<void> rows(const FormTable& table, int place)
    {
        const bool is_fixed = table.rows_of == RowsOf::fixed;
        std::vector<SheetColumn> columns{marking(std::string{table_mark} + table.key)};
        if (is_fixed) columns.push_back({.title = std::string{text_title}, .width = 40});
        for (const auto& one : table.columns)
            columns.push_back({.title = one.text, .width = one.is_number ? narrow : 30});
        // Numbered, for Excel wants names that differ.
        TRY(m_writer.begin_sheet(std::to_string(place) + ". " + table.text, columns));
        for (const auto& row : m_filled.tables.at(table.key)) {
            std::vector<SheetCell> cells{{.text = std::to_string(row.number)}};
            if (is_fixed) cells.push_back({.text = row.name});
            for (std::size_t i = 0; i < table.columns.size(); ++i)
                cells.push_back(cell_of(table.columns[i].is_number, row.cells[i]));
            TRY(m_writer.add_row(cells));
        }
        return {};
    }

    document::XlsxWriter& m_writer;
    const Filled& m_filled;
};

using Row = document::RecordRow;

/// What stands in a column, of a row that may be shorter.
std::string at(const Row& row, std::size_t column)
{
    return column < row.cells.size() ? row.cells[column] : std::string{};
}

/// Where a title stands; past the end where it does not.
std::size_t column_titled(const Row& head, std::string_view title)
{
    const auto wanted = text::fold(title);
    const auto found = std::ranges::find_if(
        head.cells, [&](const std::string& cell) { return text::fold(cell) == wanted; });
    return static_cast<std::size_t>(found - head.cells.begin());
}

class BookReading
{
public:
    explicit BookReading(const Definition& definition) : m_definition(definition) {}

    Result<BroughtSheets> run(std::string_view bytes)
    {
        const auto sheets = TRY(document::sheets_of(bytes));
        std::size_t rows = 0;
        for (const auto& sheet : sheets) rows += sheet.rows.size();
        if (rows > limits::brought_rows_max)
            return failure(Failure::too_large, "report.import.too_long", "file",
                           {std::to_string(limits::brought_rows_max)});
        for (const auto& sheet : sheets)
            if (!take(sheet)) m_read.unused.push_back(sheet.name);
        if (!m_is_ours) return failure(Failure::invalid, "report.import.no_sheet", "file");
        return std::move(m_read);
    }

private:
    bool take(const document::WorkbookSheet& sheet)
    {
        if (sheet.rows.empty()) return true;
        const auto& head = sheet.rows.front();
        const std::span<const Row> rows{sheet.rows.begin() + 1, sheet.rows.end()};
        const auto mark = at(head, 0);
        if (mark == numbers_mark) return numbers(head, rows);
        if (mark == texts_mark) return texts(head, rows);
        if (mark.starts_with(table_mark)) return table(head, rows, mark.substr(table_mark.size()));
        return false;
    }

    bool numbers(const Row& head, std::span<const Row> rows)
    {
        m_is_ours = true;
        const auto typed = column_titled(head, typed_title);
        const auto below = column_titled(head, below_title);
        for (const auto& row : rows) {
            const auto key = at(row, 0);
            cell(key, at(row, typed), row.number);
            cell(key + std::string{denominator_part}, at(row, below), row.number);
        }
        return true;
    }

    bool texts(const Row& head, std::span<const Row> rows)
    {
        m_is_ours = true;
        const auto said = column_titled(head, text_title);
        for (const auto& row : rows) cell(at(row, 0), at(row, said), row.number);
        return true;
    }

    void cell(std::string field, std::string value, int line)
    {
        if (value.empty()) return;
        m_read.brought.cells.push_back(
            {.field = std::move(field), .value = std::move(value), .line = line});
    }

    [[nodiscard]] const FormTable* table_of(std::string_view key) const
    {
        for (const auto& section : m_definition.sections)
            for (const auto& part : section.parts)
                if (const auto* table = std::get_if<FormTable>(&part); table && table->key == key)
                    return table;
        return nullptr;
    }

    bool table(const Row& head, std::span<const Row> rows, std::string_view key)
    {
        const auto* table = table_of(key);
        if (table == nullptr) return false;
        m_is_ours = true;
        const auto places = columns_of(*table, head);
        for (const auto& row : rows) {
            BroughtRow one{.table = table->key, .line = row.number};
            const auto number = at(row, 0);
            const auto read =
                std::from_chars(number.data(), number.data() + number.size(), one.row);
            if (!number.empty() && (read.ec != std::errc{} || one.row < 1)) {
                m_read.brought.faults.push_back(
                    {row.number,
                     table->text,
                     {Failure::invalid, "report.import.row_gone", {}, {}, {}}});
                continue;
            }
            for (const auto place : places) one.cells.push_back(at(row, place));
            m_read.brought.rows.push_back(std::move(one));
        }
        return true;
    }

    /// Columns of one title are told apart by their order. What is no column of the table is told.
    std::vector<std::size_t> columns_of(const FormTable& table, const Row& head)
    {
        std::vector<bool> is_used(head.cells.size(), false);
        std::vector<std::size_t> places;
        places.reserve(table.columns.size());
        for (const auto& column : table.columns) {
            const auto wanted = text::fold(column.text);
            auto place = head.cells.size();
            for (std::size_t i = head.cells.size(); i-- > 1;)
                if (!is_used[i] && text::fold(head.cells[i]) == wanted) place = i;
            if (place < is_used.size()) is_used[place] = true;
            places.push_back(place);
        }
        for (std::size_t i = 1; i < head.cells.size(); ++i)
            if (!is_used[i] && !head.cells[i].empty() && head.cells[i] != text_title)
                m_read.unused.push_back(table.text + ": " + head.cells[i]);
        return places;
    }

    const Definition& m_definition;
    BroughtSheets m_read{};
    bool m_is_ours{};
};

}  // namespace

Result<std::string> workbook_of(const Filled& filled, const std::string& folder)
{
    const auto file = TRY(http::TemporaryFile::create(folder));
    auto writer =
        TRY(document::XlsxWriter::create(file.path(), "Số liệu", ReportBook::number_columns()));
    TRY(ReportBook(writer, filled).write());
    TRY(writer.finish());
    return read_file(file.path());
}

Result<BroughtSheets> brought_by_workbook(std::string_view bytes, const Definition& definition)
{
    return BookReading{definition}.run(bytes);
}

}  // namespace caicach::report
