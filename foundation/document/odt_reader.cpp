#include "document/odt_reader.hpp"

#include <algorithm>

#include "document/canonical_text.hpp"
#include "document/limits.hpp"
#include "document/odt_numbering.hpp"
#include "document/xml.hpp"
#include "text/text.hpp"

namespace caicach::document
{
namespace
{

// Parts of a paragraph that are no text of it.
bool is_dropped(std::string_view name)
{
    return name == "annotation" || name == "tracked-changes" || name == "desc" || name == "title" ||
           name == "binary-data";
}

// Walks the text in order. Recursion follows the nesting of the XML, which parse_xml has bounded.
class OdtReader
{
public:
    explicit OdtReader(const OdtStyles& styles) : m_styles(styles), m_numbering(styles) {}

    void read_body(pugi::xml_node text)
    {
        m_has_pages = static_cast<bool>(text.find_node(
            [](pugi::xml_node node) { return local_name(node) == "soft-page-break"; }));
        read_blocks(text, nullptr);
    }
    Result<SourceText> finish() { return m_canonical.finish("odt"); }

private:
    // Blocks go to `cell` where there is one, else to the document.
    using Paragraphs = std::vector<std::string>;

    void read_blocks(pugi::xml_node parent, Paragraphs* cell);
    void read_list(pugi::xml_node node, Paragraphs* cell);
    void read_paragraph(pugi::xml_node node, Paragraphs* cell);
    void read_inline(pugi::xml_node node, bool capitals, std::string& text);
    void read_note(pugi::xml_node node, std::string& text);
    Table read_table(pugi::xml_node node);
    void read_rows(pugi::xml_node parent, Table& table, std::vector<int>& spans);
    int read_cell(pugi::xml_node node, std::size_t column, Table& table, std::vector<int>& spans,
                  TableCell& cell);
    void read_row(pugi::xml_node node, Table& table, std::vector<int>& spans);
    [[nodiscard]] int page() const { return m_has_pages ? m_page : 0; }

    const OdtStyles& m_styles;
    OdtNumbering m_numbering;
    CanonicalText m_canonical{};
    Paragraphs m_boxes{};
    int m_page{1};
    bool m_has_pages{};
};

// NOLINTNEXTLINE(misc-no-recursion): bounded by limits::xml_depth_max
void OdtReader::read_blocks(pugi::xml_node parent, Paragraphs* cell)
{
    for (const auto& node : parent.children()) {
        const auto name = local_name(node);
        if (name == "p" || name == "h") {
            read_paragraph(node, cell);
        } else if (name == "list") {
            read_list(node, cell);
        } else if (name == "table") {
            const int at_page = page();
            auto table = read_table(node);
            if (cell == nullptr) {
                m_canonical.set_page(at_page);
                m_canonical.add_table(table);
                continue;
            }
            for (auto& row : table.rows) {
                for (auto& inner : row.cells) cell->push_back(join_cell(inner.paragraphs));
            }
        } else if (name == "soft-page-break") {
            ++m_page;
        } else if (name != "tracked-changes" && name != "forms" && name != "annotation" &&
                   name != "sequence-decls" && name != "index-title-template") {
            read_blocks(node, cell);
        }
    }
}

// NOLINTNEXTLINE(misc-no-recursion): bounded by limits::xml_depth_max
void OdtReader::read_list(pugi::xml_node node, Paragraphs* cell)
{
    m_numbering.begin_list({.style = attribute(node, "style-name"),
                            .id = attribute(node, "id"),
                            .continues = attribute(node, "continue-list"),
                            .continues_last = attribute(node, "continue-numbering") == "true"});
    for (const auto& item : node.children()) {
        if (local_name(item) == "soft-page-break") ++m_page;
        if (local_name(item) == "list-item")
            m_numbering.begin_item(integer(item, "start-value", 0));
        read_blocks(item, cell);
    }
    m_numbering.end_list();
}

// NOLINTNEXTLINE(misc-no-recursion): bounded by limits::xml_depth_max
void OdtReader::read_paragraph(pugi::xml_node node, Paragraphs* cell)
{
    const int at_page = page();
    std::string text;
    // Before the text, whose footnotes hold paragraphs too. An empty item is counted, as it is in
    // print, but leaves no line.
    const auto label = m_numbering.take_label();
    read_inline(node, m_styles.is_capitals(attribute(node, "style-name")), text);
    if (!label.empty() && !text::trim(text).empty()) text.insert(0, label + " ");
    const auto boxes = std::exchange(m_boxes, {});
    if (cell != nullptr) {
        cell->push_back(std::move(text));
        cell->insert(cell->end(), boxes.begin(), boxes.end());
        return;
    }
    m_canonical.set_page(at_page);
    m_canonical.add_paragraph(text);
    for (const auto& box : boxes) m_canonical.add_paragraph(box);
}

// NOLINTNEXTLINE(misc-no-recursion): bounded by limits::xml_depth_max
void OdtReader::read_inline(pugi::xml_node node, bool capitals, std::string& text)
{
    constexpr int spaces_max = 100;
    for (const auto& part : node.children()) {
        const auto name = local_name(part);
        if (part.type() == pugi::node_pcdata || part.type() == pugi::node_cdata) {
            text += capitals ? text::upper(part.value()) : std::string{part.value()};
        } else if (name == "s") {
            const auto count = std::clamp(integer(part, "c", 1), 1, spaces_max);
            text.append(static_cast<std::size_t>(count), ' ');
        } else if (name == "tab") {
            text += '\t';
        } else if (name == "line-break") {
            text += '\n';
        } else if (name == "soft-page-break") {
            ++m_page;
        } else if (name == "note") {
            read_note(part, text);
        } else if (name == "text-box") {
            Paragraphs inside;
            read_blocks(part, &inside);
            m_boxes.insert(m_boxes.end(), inside.begin(), inside.end());
        } else if (!is_dropped(name)) {
            const auto style = attribute(part, "style-name");
            if (m_styles.is_hidden(style)) continue;
            read_inline(part, capitals || m_styles.is_capitals(style), text);
        }
    }
}

// NOLINTNEXTLINE(misc-no-recursion): bounded by limits::xml_depth_max
void OdtReader::read_note(pugi::xml_node node, std::string& text)
{
    std::string citation;
    read_inline(child(node, "note-citation"), false, citation);
    const auto mark = "<sup>" + text::squeeze(citation) + "</sup>";
    text += mark;
    Paragraphs body;
    const auto boxes = std::exchange(m_boxes, {});
    read_blocks(child(node, "note-body"), &body);
    m_boxes = boxes;
    m_canonical.add_footnote(mark + " " + text::squeeze(text::join(body, " ")));
}

// NOLINTNEXTLINE(misc-no-recursion): bounded by limits::xml_depth_max
Table OdtReader::read_table(pugi::xml_node node)
{
    Table table;
    std::vector<int> spans;
    read_rows(node, table, spans);
    return table;
}

// NOLINTNEXTLINE(misc-no-recursion): bounded by limits::xml_depth_max
void OdtReader::read_rows(pugi::xml_node parent, Table& table, std::vector<int>& spans)
{
    for (const auto& node : parent.children()) {
        const auto name = local_name(node);
        if (name == "table-row") {
            read_row(node, table, spans);
        } else if (name == "table-header-rows" || name == "table-rows" ||
                   name == "table-row-group") {
            read_rows(node, table, spans);
        } else if (name == "soft-page-break") {
            ++m_page;
        }
    }
}

// Answers how many columns the cell spans.
// NOLINTNEXTLINE(misc-no-recursion): bounded by limits::xml_depth_max
int OdtReader::read_cell(pugi::xml_node node, std::size_t column, Table& table,
                         std::vector<int>& spans, TableCell& cell)
{
    table.has_borders = table.has_borders || m_styles.has_borders(attribute(node, "style-name"));
    read_blocks(node, &cell.paragraphs);
    constexpr auto columns_max = static_cast<int>(limits::table_columns_max);
    const int columns = std::clamp(integer(node, "number-columns-spanned", 1), 1, columns_max);
    const int rows_below = std::max(integer(node, "number-rows-spanned", 1) - 1, 0);
    const auto end = column + static_cast<std::size_t>(columns);
    if (spans.size() < end) spans.resize(end);
    std::fill(spans.begin() + static_cast<std::ptrdiff_t>(column),
              spans.begin() + static_cast<std::ptrdiff_t>(end), rows_below);
    return columns;
}

// `spans` tells for each column how many more rows the cell above reaches down.
// NOLINTNEXTLINE(misc-no-recursion): bounded by limits::xml_depth_max
void OdtReader::read_row(pugi::xml_node node, Table& table, std::vector<int>& spans)
{
    TableRow row;
    row.page = page();
    std::size_t column = 0;
    int covered_beside = 0;
    for (const auto& cell_node : node.children()) {
        const auto name = local_name(cell_node);
        const bool is_covered = name == "covered-table-cell";
        if (name != "table-cell" && !is_covered) continue;
        const int repeated = integer(cell_node, "number-columns-repeated", 1);
        for (int i = 0; i < repeated && column < limits::table_columns_max; ++i, ++column) {
            if (spans.size() <= column) spans.resize(column + 1);
            TableCell cell;
            if (covered_beside > 0 && is_covered) {
                --covered_beside;
            } else if (is_covered) {
                cell.repeats_above = spans[column] > 0;
                if (spans[column] > 0) --spans[column];
            } else {
                covered_beside = read_cell(cell_node, column, table, spans, cell) - 1;
            }
            row.cells.push_back(std::move(cell));
        }
    }
    table.rows.push_back(std::move(row));
}

}  // namespace

Result<SourceText> read_odt(const Archive& archive)
{
    auto content_text = TRY(archive.part("content.xml"));
    const auto content = TRY(parse_xml(std::move(content_text)));
    auto styles_text = TRY(archive.part_or_empty("styles.xml"));
    const auto styles_xml = TRY(parse_xml(std::move(styles_text)));
    OdtStyles styles;
    styles.add(styles_xml.root());
    styles.add(content.root());
    OdtReader reader{styles};
    reader.read_body(child(child(content.root(), "body"), "text"));
    return reader.finish();
}

}  // namespace caicach::document
