#include "document/sheet_reader.hpp"

#include <algorithm>
#include <charconv>
#include <map>
#include <vector>

#include "calendar/date.hpp"
#include "document/canonical_text.hpp"
#include "document/limits.hpp"
#include "document/sheet_number.hpp"
#include "document/xml.hpp"
#include "text/text.hpp"

namespace caicach::document
{
namespace
{

constexpr int sheets_max = 100;
constexpr int sheet_rows_max = 1 << 20;  // of Excel and Calc alike

// All text below a node: the runs of a rich string, the paragraphs of a cell.
std::string text_below(pugi::xml_node node)
{
    struct Collector : pugi::xml_tree_walker {
        std::string text{};
        bool for_each(pugi::xml_node& inner) override
        {
            const bool is_text =
                inner.type() == pugi::node_pcdata || inner.type() == pugi::node_cdata;
            // Phonetic readings of Asian names are no text of the cell.
            if (is_text && local_name(inner.parent().parent()) != "rPh") text += inner.value();
            return true;
        }
    };
    Collector collector;
    node.traverse(collector);
    return std::move(collector.text);
}

// "BC12" stands in column 54 (from 0).
std::size_t column_of(std::string_view reference)
{
    std::size_t column = 0;
    for (const char c : reference) {
        if (c < 'A' || c > 'Z' || column > limits::table_columns_max) break;
        column = column * 26 + static_cast<std::size_t>(c - 'A') + 1;
    }
    return column == 0 ? 0 : column - 1;
}

void put(RecordRow& row, std::size_t column, std::string text)
{
    if (column >= limits::table_columns_max) return;
    if (row.cells.size() <= column) row.cells.resize(column + 1);
    row.cells[column] = std::move(text);
}

Table table_of(std::vector<RecordRow> rows)
{
    Table table{.has_borders = true};
    for (auto& row : rows) {
        TableRow cells;
        for (auto& text : row.cells) cells.cells.push_back({.paragraphs = {std::move(text)}});
        table.rows.push_back(std::move(cells));
    }
    return table;
}

Result<Xml> part_xml(const Archive& archive, const std::string& name)
{
    auto text = TRY(archive.part_or_empty(name));
    return parse_xml(std::move(text));
}

Result<std::vector<std::string>> shared_strings(const Archive& archive)
{
    const auto xml = TRY(part_xml(archive, "xl/sharedStrings.xml"));
    std::vector<std::string> strings;
    for (const auto& node : xml.root().children()) {
        if (local_name(node) == "si") strings.push_back(text_below(node));
    }
    return strings;
}

/// What the styles that cells name make of their numbers, in their order.
Result<std::vector<CellFormat>> number_formats(const Archive& archive)
{
    const auto xml = TRY(part_xml(archive, "xl/styles.xml"));
    std::map<int, CellFormat> written;
    for (const auto& node : child(xml.root(), "numFmts").children())
        written[integer(node, "numFmtId", 0)] = format_of_code(attribute(node, "formatCode"));
    std::vector<CellFormat> formats;
    for (const auto& node : child(xml.root(), "cellXfs").children()) {
        if (local_name(node) != "xf") continue;
        const int number = integer(node, "numFmtId", 0);
        const auto found = written.find(number);
        formats.push_back(found == written.end() ? format_of_number(number) : found->second);
    }
    return formats;
}

/// What all sheets of a workbook share.
struct Workbook {
    Xml xml{};
    std::vector<std::string> strings{};
    std::vector<CellFormat> formats{};
    bool counts_from_1904{};

    [[nodiscard]] pugi::xml_node sheets() const { return child(xml.root(), "sheets"); }
};

Result<Workbook> workbook_of(const Archive& archive)
{
    Workbook book;
    book.xml = TRY(part_xml(archive, "xl/workbook.xml"));
    book.strings = TRY(shared_strings(archive));
    book.formats = TRY(number_formats(archive));
    const auto from_1904 = attribute(child(book.xml.root(), "workbookPr"), "date1904");
    book.counts_from_1904 = from_1904 == "1" || from_1904 == "true";
    return book;
}

std::string truth_shown(bool is_so) { return is_so ? "TRUE" : "FALSE"; }

std::string xlsx_text(pugi::xml_node cell, const Workbook& book)
{
    const auto type = attribute(cell, "t");
    auto value = text_below(child(cell, type == "inlineStr" ? "is" : "v"));
    if (value.empty()) return value;
    if (type.empty() || type == "n") {
        const auto style = static_cast<std::size_t>(std::max(integer(cell, "s", 0), 0));
        const auto format = style < book.formats.size() ? book.formats[style] : CellFormat{};
        return number_shown(value, format, book.counts_from_1904);
    }
    if (type == "b") return truth_shown(value == "1");
    if (type != "s") return value;
    std::size_t index = book.strings.size();
    std::from_chars(value.data(), value.data() + value.size(), index);
    return index < book.strings.size() ? book.strings[index] : std::string{};
}

std::vector<RecordRow> xlsx_rows(const Xml& sheet, const Workbook& book)
{
    std::vector<RecordRow> rows;
    int number = 0;
    for (const auto& row_node : child(sheet.root(), "sheetData").children()) {
        if (local_name(row_node) != "row") continue;
        number = integer(row_node, "r", number + 1);
        RecordRow row{.number = number};
        for (const auto& cell : row_node.children()) {
            if (local_name(cell) == "c")
                put(row, column_of(attribute(cell, "r")), xlsx_text(cell, book));
        }
        rows.push_back(std::move(row));
    }
    return rows;
}

std::string cell_text(pugi::xml_node cell)
{
    std::string text;
    for (const auto& paragraph : cell.children()) {
        if (local_name(paragraph) != "p") continue;
        if (!text.empty()) text += ' ';
        text += text_below(paragraph);
    }
    return text;
}

/// "007" of a seven: what the cell shows says no other number, and says it better.
bool is_padded(std::string_view shown, std::string_view number)
{
    return shown.size() > number.size() && shown.ends_with(number) &&
           shown.substr(0, shown.size() - number.size()).find_first_not_of('0') ==
               std::string_view::npos;
}

/// What is shown is in the file's language; numbers and days are kept beside it in nobody's.
std::string ods_text(pugi::xml_node cell)
{
    auto shown = cell_text(cell);
    const auto type = attribute(cell, "value-type");
    const auto value = attribute(cell, "value");
    const bool is_percentage = type == "percentage";
    if (!value.empty() && (is_percentage || type == "float" || type == "currency")) {
        auto number =
            number_shown(value, {.look = is_percentage ? NumberLook::percent : NumberLook::plain});
        return is_padded(shown, number) ? shown : number;
    }
    if (type == "boolean") return truth_shown(attribute(cell, "boolean-value") == "true");
    if (type != "date") return shown;
    constexpr std::size_t iso_length = 10;  // an hour may stand behind
    const auto day = Date::from_iso(attribute(cell, "date-value").substr(0, iso_length));
    return day ? day->vietnamese() : shown;
}

RecordRow ods_row(pugi::xml_node node)
{
    RecordRow row;
    std::size_t column = 0;
    for (const auto& cell : node.children()) {
        if (!local_name(cell).ends_with("table-cell")) continue;
        const auto text = ods_text(cell);
        const int repeated = std::max(integer(cell, "number-columns-repeated", 1), 1);
        const auto end =
            std::min(column + static_cast<std::size_t>(repeated), limits::table_columns_max);
        for (; column < end; ++column) {
            if (!text.empty()) put(row, column, text);
        }
    }
    return row;
}

/// Rows that repeat stand once: those below the table repeat a million times, and are empty.
std::vector<RecordRow> ods_rows(pugi::xml_node sheet)
{
    std::vector<RecordRow> rows;
    int number = 1;
    for (const auto& node : sheet.children()) {
        if (local_name(node) != "table-row") continue;
        rows.push_back(ods_row(node));
        rows.back().number = number;
        number += std::clamp(integer(node, "number-rows-repeated", 1), 1, sheet_rows_max);
    }
    return rows;
}

/// Cleaned, without the rows that hold nothing.
Result<std::vector<RecordRow>> kept(std::vector<RecordRow> rows)
{
    for (auto& row : rows)
        for (auto& cell : row.cells) cell = text::trim(text::clean_input(cell));
    std::erase_if(rows, [](const RecordRow& row) {
        return std::ranges::all_of(row.cells, [](const auto& cell) { return cell.empty(); });
    });
    if (rows.size() > limits::record_rows_max) {
        return failure(Failure::too_large, "document.limit.rows", {},
                       {std::to_string(limits::record_rows_max)});
    }
    return rows;
}

/// Writers number the parts in the order of the sheets.
std::string part_of_sheet(int number)
{
    return "xl/worksheets/sheet" + std::to_string(number) + ".xml";
}

bool is_hidden(pugi::xml_node sheet)  // or "veryHidden"
{
    return attribute(sheet, "state").ends_with("idden");
}

}  // namespace

Result<SourceText> read_xlsx(const Archive& archive)
{
    const auto book = TRY(workbook_of(archive));
    CanonicalText canonical;
    int number = 0;
    for (const auto& sheet : book.sheets().children()) {
        if (local_name(sheet) != "sheet" || ++number > sheets_max) continue;
        const auto xml = TRY(part_xml(archive, part_of_sheet(number)));
        if (attribute(sheet, "state") == "hidden") continue;
        canonical.add_paragraph(attribute(sheet, "name"));
        canonical.add_table(table_of(xlsx_rows(xml, book)));
    }
    return canonical.finish("xlsx");
}

Result<SourceText> read_ods(const Archive& archive)
{
    const auto content = TRY(part_xml(archive, "content.xml"));
    CanonicalText canonical;
    int number = 0;
    for (const auto& sheet : child(child(content.root(), "body"), "spreadsheet").children()) {
        if (local_name(sheet) != "table" || ++number > sheets_max) continue;
        canonical.add_paragraph(attribute(sheet, "name"));
        canonical.add_table(table_of(ods_rows(sheet)));
    }
    return canonical.finish("ods");
}

Result<std::vector<RecordRow>> xlsx_records(const Archive& archive)
{
    const auto book = TRY(workbook_of(archive));
    int number = 0;
    for (const auto& sheet : book.sheets().children()) {
        if (local_name(sheet) != "sheet" || ++number > sheets_max) continue;
        if (is_hidden(sheet)) continue;
        const auto xml = TRY(part_xml(archive, part_of_sheet(number)));
        return kept(xlsx_rows(xml, book));
    }
    return std::vector<RecordRow>{};
}

Result<std::vector<RecordRow>> ods_records(const Archive& archive)
{
    const auto content = TRY(part_xml(archive, "content.xml"));
    for (const auto& sheet : child(child(content.root(), "body"), "spreadsheet").children()) {
        if (local_name(sheet) == "table") return kept(ods_rows(sheet));
    }
    return std::vector<RecordRow>{};
}

Result<std::vector<WorkbookSheet>> xlsx_sheets(const Archive& archive)
{
    const auto book = TRY(workbook_of(archive));
    std::vector<WorkbookSheet> sheets;
    int number = 0;
    for (const auto& sheet : book.sheets().children()) {
        if (local_name(sheet) != "sheet" || ++number > sheets_max || is_hidden(sheet)) continue;
        const auto xml = TRY(part_xml(archive, part_of_sheet(number)));
        auto rows = TRY(kept(xlsx_rows(xml, book)));
        sheets.push_back({std::string{attribute(sheet, "name")}, std::move(rows)});
    }
    return sheets;
}

Result<std::vector<WorkbookSheet>> ods_sheets(const Archive& archive)
{
    const auto content = TRY(part_xml(archive, "content.xml"));
    std::vector<WorkbookSheet> sheets;
    int number = 0;
    for (const auto& sheet : child(child(content.root(), "body"), "spreadsheet").children()) {
        if (local_name(sheet) != "table" || ++number > sheets_max) continue;
        auto rows = TRY(kept(ods_rows(sheet)));
        sheets.push_back({std::string{attribute(sheet, "name")}, std::move(rows)});
    }
    return sheets;
}

}  // namespace caicach::document
