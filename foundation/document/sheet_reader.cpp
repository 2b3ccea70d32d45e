#include "document/sheet_reader.hpp"

#include <algorithm>
#include <charconv>
#include <vector>

#include "document/canonical_text.hpp"
#include "document/limits.hpp"
#include "document/xml.hpp"

namespace caicach::document
{
namespace
{

constexpr int sheets_max = 100;

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

void put(TableRow& row, std::size_t column, std::string text)
{
    if (column >= limits::table_columns_max) return;
    if (row.cells.size() <= column) row.cells.resize(column + 1);
    row.cells[column].paragraphs = {std::move(text)};
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

Table xlsx_table(const Xml& sheet, const std::vector<std::string>& strings)
{
    Table table{.has_borders = true};
    for (const auto& row_node : child(sheet.root(), "sheetData").children()) {
        if (local_name(row_node) != "row") continue;
        TableRow row;
        for (const auto& cell : row_node.children()) {
            if (local_name(cell) != "c") continue;
            const auto type = attribute(cell, "t");
            auto value = text_below(child(cell, type == "inlineStr" ? "is" : "v"));
            if (type == "s") {
                std::size_t index = strings.size();
                std::from_chars(value.data(), value.data() + value.size(), index);
                value = index < strings.size() ? strings[index] : std::string{};
            }
            put(row, column_of(attribute(cell, "r")), std::move(value));
        }
        table.rows.push_back(std::move(row));
    }
    return table;
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

TableRow ods_row(pugi::xml_node node)
{
    TableRow row;
    std::size_t column = 0;
    for (const auto& cell : node.children()) {
        if (!local_name(cell).ends_with("table-cell")) continue;
        const auto text = cell_text(cell);
        const int repeated = std::max(integer(cell, "number-columns-repeated", 1), 1);
        const auto end =
            std::min(column + static_cast<std::size_t>(repeated), limits::table_columns_max);
        for (; column < end; ++column) {
            if (!text.empty()) put(row, column, text);
        }
    }
    return row;
}

Table ods_table(pugi::xml_node sheet)
{
    Table table{.has_borders = true};
    for (const auto& node : sheet.children()) {
        if (local_name(node) == "table-row") table.rows.push_back(ods_row(node));
    }
    return table;
}

}  // namespace

Result<SourceText> read_xlsx(const Archive& archive)
{
    const auto strings = TRY(shared_strings(archive));
    const auto workbook = TRY(part_xml(archive, "xl/workbook.xml"));
    CanonicalText canonical;
    int number = 0;
    for (const auto& sheet : child(workbook.root(), "sheets").children()) {
        if (local_name(sheet) != "sheet" || ++number > sheets_max) continue;
        // Writers number the parts in the order of the sheets.
        const auto name = "xl/worksheets/sheet" + std::to_string(number) + ".xml";
        const auto xml = TRY(part_xml(archive, name));
        if (attribute(sheet, "state") == "hidden") continue;
        canonical.add_paragraph(attribute(sheet, "name"));
        canonical.add_table(xlsx_table(xml, strings));
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
        canonical.add_table(ods_table(sheet));
    }
    return canonical.finish("ods");
}

}  // namespace caicach::document
