#include "document/docx_reader.hpp"

#include <algorithm>
#include <array>

#include "document/canonical_text.hpp"
#include "document/docx_numbering.hpp"
#include "document/docx_xml.hpp"
#include "text/text.hpp"
#include "text/utf8.hpp"

namespace caicach::document
{
namespace
{

template <std::size_t count>
bool is_one_of(std::string_view name, const std::array<std::string_view, count>& names)
{
    return std::find(names.begin(), names.end(), name) != names.end();
}

// What is never shown: deletions, comments, and the older twin of a drawing.
constexpr std::array<std::string_view, 9> dropped{"del",     "moveFrom", "instrText",
                                                  "delText", "Fallback", "annotation",
                                                  "pPr",     "rPr",      "delInstrText"};

// Walks the parts of one document in order. Recursion follows the nesting of the XML, which
// parse_xml has bounded.
class DocxReader
{
public:
    DocxReader(DocxStyles styles, DocxNumbering numbering)
        : m_styles(std::move(styles)), m_numbering(std::move(numbering))
    {
    }

    void read_body(pugi::xml_node body)
    {
        m_has_pages = static_cast<bool>(body.find_node(
            [](pugi::xml_node node) { return local_name(node) == "lastRenderedPageBreak"; }));
        read_blocks(body);
    }
    void read_notes(pugi::xml_node notes, const std::vector<std::string>& ids,
                    std::string_view element)
    {
        for (const auto& note : notes.children()) {
            if (local_name(note) != element) continue;
            const auto found = std::find(ids.begin(), ids.end(), attribute(note, "id"));
            if (found == ids.end()) continue;
            const auto number = m_numbers[std::string{element} + *found];
            const auto text = text::join(paragraphs_of(note), " ");
            m_canonical.add_footnote("<sup>" + std::to_string(number) + "</sup> " +
                                     text::squeeze(text));
        }
    }
    [[nodiscard]] const std::vector<std::string>& footnotes() const { return m_footnotes; }
    [[nodiscard]] const std::vector<std::string>& endnotes() const { return m_endnotes; }
    Result<SourceText> finish() { return m_canonical.finish("docx"); }

private:
    struct Paragraph {
        std::string text{};
        std::vector<std::string> boxes{};  ///< paragraphs of text boxes that hang on it
        bool is_capitals{};
        int page{};  ///< where its first letter stands
    };

    void read_blocks(pugi::xml_node parent);
    void read_inline(pugi::xml_node node, Paragraph& paragraph);
    void read_run(pugi::xml_node run, Paragraph& paragraph);
    void read_run_part(pugi::xml_node part, std::string_view name, bool capitals,
                       Paragraph& paragraph);
    Paragraph read_paragraph(pugi::xml_node node);
    Table read_table(pugi::xml_node node);
    TableCell read_cell(pugi::xml_node node, bool& has_borders);
    std::vector<std::string> paragraphs_of(pugi::xml_node parent);
    void collect(pugi::xml_node parent, std::vector<std::string>& paragraphs);
    std::string reference(std::string_view element, pugi::xml_node node,
                          std::vector<std::string>& ids);
    [[nodiscard]] int page() const { return m_has_pages ? m_page : 0; }

    DocxStyles m_styles;
    DocxNumbering m_numbering;
    CanonicalText m_canonical{};
    std::vector<std::string> m_footnotes{};
    std::vector<std::string> m_endnotes{};
    std::map<std::string, int> m_numbers{};
    int m_page{1};
    bool m_has_pages{};
};

// NOLINTNEXTLINE(misc-no-recursion): bounded by limits::xml_depth_max
void DocxReader::read_blocks(pugi::xml_node parent)
{
    for (const auto& node : parent.children()) {
        const auto name = local_name(node);
        if (name == "p") {
            const auto paragraph = read_paragraph(node);
            m_canonical.set_page(paragraph.page);
            m_canonical.add_paragraph(paragraph.text);
            for (const auto& box : paragraph.boxes) m_canonical.add_paragraph(box);
        } else if (name == "tbl") {
            m_canonical.set_page(page());
            m_canonical.add_table(read_table(node));
        } else if (!is_one_of(name, dropped)) {
            read_blocks(node);
        }
    }
}

// NOLINTNEXTLINE(misc-no-recursion): bounded by limits::xml_depth_max
DocxReader::Paragraph DocxReader::read_paragraph(pugi::xml_node node)
{
    Paragraph paragraph;
    const auto properties = child(node, "pPr");
    const auto style = attribute(child(properties, "pStyle"), "val");
    paragraph.is_capitals = m_styles.is_capitals(style);
    auto list = list_reference(child(properties, "numPr"));
    if (!list) list = m_styles.list_of(style);
    paragraph.page = page();
    read_inline(node, paragraph);
    if (list && list->list != 0) {
        // An empty item is counted, as it is in print, but leaves no line.
        const auto label = m_numbering.next_label(*list);
        const bool is_empty = text::trim(paragraph.text).empty();
        if (!label.empty() && !is_empty) paragraph.text.insert(0, label + " ");
    }
    return paragraph;
}

// NOLINTNEXTLINE(misc-no-recursion): bounded by limits::xml_depth_max
void DocxReader::read_inline(pugi::xml_node node, Paragraph& paragraph)
{
    for (const auto& part : node.children()) {
        const auto name = local_name(part);
        if (name == "r") {
            read_run(part, paragraph);
        } else if (!is_one_of(name, dropped)) {
            read_inline(part, paragraph);
        }
    }
}

// NOLINTNEXTLINE(misc-no-recursion): bounded by limits::xml_depth_max
void DocxReader::read_run(pugi::xml_node run, Paragraph& paragraph)
{
    const auto properties = child(run, "rPr");
    if (is_on(child(properties, "vanish"))) return;
    const auto own = child(properties, "caps");
    bool capitals = own ? is_on(own) : paragraph.is_capitals;
    if (const auto style = child(properties, "rStyle"); style && !own) {
        capitals = capitals || m_styles.is_capitals(attribute(style, "val"));
    }
    for (const auto& part : run.children()) {
        read_run_part(part, local_name(part), capitals, paragraph);
    }
}

// NOLINTNEXTLINE(misc-no-recursion): bounded by limits::xml_depth_max
void DocxReader::read_run_part(pugi::xml_node part, std::string_view name, bool capitals,
                               Paragraph& paragraph)
{
    auto& text = paragraph.text;
    if (name == "t") {
        const std::string_view letters = part.child_value();
        text += capitals ? text::upper(letters) : std::string{letters};
    } else if (name == "tab" || name == "ptab") {
        text += '\t';
    } else if (name == "br" || name == "cr") {
        // Where Word noted its pages, a page break is noted besides.
        text += '\n';
    } else if (name == "lastRenderedPageBreak") {
        ++m_page;
        if (text::trim(text).empty()) paragraph.page = page();
    } else if (name == "noBreakHyphen") {
        text += '-';
    } else if (name == "sym") {
        text += plain_bullet("\uF0B7");
    } else if (name == "footnoteReference") {
        text += reference("footnote", part, m_footnotes);
    } else if (name == "endnoteReference") {
        text += reference("endnote", part, m_endnotes);
    } else if (name == "txbxContent") {
        collect(part, paragraph.boxes);
    } else if (!is_one_of(name, dropped)) {
        for (const auto& inner : part.children()) {
            read_run_part(inner, local_name(inner), capitals, paragraph);
        }
    }
}

std::string DocxReader::reference(std::string_view element, pugi::xml_node node,
                                  std::vector<std::string>& ids)
{
    ids.emplace_back(attribute(node, "id"));
    const auto number = static_cast<int>(ids.size());
    m_numbers[std::string{element} + ids.back()] = number;
    return "<sup>" + std::to_string(number) + "</sup>";
}

// NOLINTNEXTLINE(misc-no-recursion): bounded by limits::xml_depth_max
std::vector<std::string> DocxReader::paragraphs_of(pugi::xml_node parent)
{
    std::vector<std::string> paragraphs;
    collect(parent, paragraphs);
    return paragraphs;
}

// NOLINTNEXTLINE(misc-no-recursion): bounded by limits::xml_depth_max
void DocxReader::collect(pugi::xml_node parent, std::vector<std::string>& paragraphs)
{
    for (const auto& node : parent.children()) {
        const auto name = local_name(node);
        if (name == "p") {
            auto paragraph = read_paragraph(node);
            paragraphs.push_back(std::move(paragraph.text));
            std::move(paragraph.boxes.begin(), paragraph.boxes.end(),
                      std::back_inserter(paragraphs));
        } else if (!is_one_of(name, dropped)) {
            collect(node, paragraphs);
        }
    }
}

// NOLINTNEXTLINE(misc-no-recursion): bounded by limits::xml_depth_max
TableCell DocxReader::read_cell(pugi::xml_node node, bool& has_borders)
{
    const auto properties = child(node, "tcPr");
    has_borders = has_borders || has_visible_border(child(properties, "tcBorders"));
    TableCell cell;
    cell.columns = std::max(integer(child(properties, "gridSpan"), "val", 1), 1);
    const auto merge = child(properties, "vMerge");
    cell.repeats_above = merge && attribute(merge, "val") != "restart";
    cell.paragraphs = paragraphs_of(node);
    return cell;
}

// NOLINTNEXTLINE(misc-no-recursion): bounded by limits::xml_depth_max
Table DocxReader::read_table(pugi::xml_node node)
{
    Table table;
    const auto properties = child(node, "tblPr");
    table.has_borders = has_visible_border(child(properties, "tblBorders")) ||
                        m_styles.has_borders(attribute(child(properties, "tblStyle"), "val"));
    // Rows and cells may be wrapped in content controls.
    const auto unwrapped = [](pugi::xml_node wrapper, std::string_view name, auto&& each) {
        for (const auto& inner : wrapper.children()) {
            if (local_name(inner) == name) each(inner);
            if (local_name(inner) != "sdt") continue;
            for (const auto& held : child(inner, "sdtContent").children()) {
                if (local_name(held) == name) each(held);
            }
        }
    };
    unwrapped(node, "tr", [&](pugi::xml_node row_node) {
        const auto row_properties = child(row_node, "trPr");
        if (child(row_properties, "del")) return;
        TableRow row;
        row.page = page();
        const int skipped = integer(child(row_properties, "gridBefore"), "val", 0);
        if (skipped > 0) row.cells.push_back({.columns = skipped});
        unwrapped(row_node, "tc", [&](pugi::xml_node cell) {
            row.cells.push_back(read_cell(cell, table.has_borders));
        });
        table.rows.push_back(std::move(row));
    });
    return table;
}

// The main part is where the package's relations say; nearly always word/document.xml.
Result<std::string> main_part(const Archive& archive)
{
    auto relations_text = TRY(archive.part_or_empty("_rels/.rels"));
    const auto relations = TRY(parse_xml(std::move(relations_text)));
    for (const auto& relation : relations.root().children()) {
        if (!attribute(relation, "Type").ends_with("/officeDocument")) continue;
        auto target = attribute(relation, "Target");
        if (target.starts_with('/')) target.remove_prefix(1);
        return std::string{target};
    }
    return std::string{"word/document.xml"};
}

Result<Xml> part_xml(const Archive& archive, const std::string& name)
{
    auto text = TRY(archive.part_or_empty(name));
    return parse_xml(std::move(text));
}

}  // namespace

Result<SourceText> read_docx(const Archive& archive)
{
    const auto main = TRY(main_part(archive));
    auto document_text = TRY(archive.part(main));
    const auto document = TRY(parse_xml(std::move(document_text)));
    auto styles_text = TRY(archive.part_or_empty("word/styles.xml"));
    auto styles = TRY(DocxStyles::parse(std::move(styles_text)));
    auto numbering_text = TRY(archive.part_or_empty("word/numbering.xml"));
    auto numbering = TRY(DocxNumbering::parse(std::move(numbering_text)));
    const auto footnotes = TRY(part_xml(archive, "word/footnotes.xml"));
    const auto endnotes = TRY(part_xml(archive, "word/endnotes.xml"));

    DocxReader reader{std::move(styles), std::move(numbering)};
    reader.read_body(child(document.root(), "body"));
    reader.read_notes(footnotes.root(), reader.footnotes(), "footnote");
    reader.read_notes(endnotes.root(), reader.endnotes(), "endnote");
    return reader.finish();
}

}  // namespace caicach::document
