#include "document/word_markup.hpp"

#include <fmt/format.h>

#include <array>
#include <iterator>
#include <utility>

#include "document/official_layout.hpp"
#include "text/text.hpp"

namespace caicach::document
{

namespace
{

constexpr std::string_view head =
    R"(<?xml version="1.0" encoding="UTF-8" standalone="yes"?>)"
    R"(<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" )"
    R"(xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><w:body>)";

/// Of paragraphs without words: no lower ones does Word draw.
constexpr int flat = layout::points(2);

std::string height_of(int height)
{
    return fmt::format(R"(<w:spacing w:before="0" w:after="0" w:line="{}" w:lineRule="exact"/>)",
                       height);
}

std::string letters_of(int size, bool is_bold, bool is_italic)
{
    std::string shape;
    if (is_bold) shape += "<w:b/>";
    if (is_italic) shape += "<w:i/>";
    if (size > 0) shape += fmt::format(R"(<w:sz w:val="{0}"/><w:szCs w:val="{0}"/>)", size);
    return shape.empty() ? shape : "<w:rPr>" + shape + "</w:rPr>";
}

/// In the order that the schema asks for.
std::string shape_of(const SheetParagraph& shape)
{
    std::string text;
    const auto add = std::back_inserter(text);
    const auto style = measures_of(shape.style).id;
    if (!style.empty()) fmt::format_to(add, R"(<w:pStyle w:val="{}"/>)", style);
    if (shape.keeps_with_next) text += "<w:keepNext/>";
    if (shape.before > 0 || shape.after > 0)
        fmt::format_to(add, R"(<w:spacing w:before="{}" w:after="{}"/>)", shape.before,
                       shape.after);
    if (shape.left > 0) fmt::format_to(add, R"(<w:ind w:left="{}"/>)", shape.left);
    text += alignment_tag(shape.alignment);
    return text.empty() ? text : "<w:pPr>" + text + "</w:pPr>";
}

std::string section_of(const SheetPage& page)
{
    const int width = page.is_landscape ? layout::page_height : layout::page_width;
    const int height = page.is_landscape ? layout::page_width : layout::page_height;
    return fmt::format(
        R"(<w:sectPr><w:headerReference w:type="default" r:id="rId2"/>)"
        R"(<w:pgSz w:w="{}" w:h="{}"{}/>)"
        R"(<w:pgMar w:top="{}" w:right="{}" w:bottom="{}" w:left="{}" w:header="{}")"
        R"( w:footer="{}" w:gutter="0"/><w:pgNumType w:start="1"/><w:titlePg/></w:sectPr>)",
        width, height, page.is_landscape ? R"( w:orient="landscape")" : "", layout::margin_top,
        layout::margin_right, layout::margin_bottom, layout::margin_left, layout::page_number_top,
        layout::page_number_top);
}

std::string run_of(const OfficialRun& run, const SheetParagraph& shape)
{
    std::string words = xml_text(run.text);
    words = text::replace_all(words, "\n", R"(</w:t><w:br/><w:t xml:space="preserve">)");
    words = text::replace_all(words, "\t", " ");
    return fmt::format(
        R"(<w:r>{}<w:t xml:space="preserve">{}</w:t></w:r>)",
        letters_of(shape.size, shape.is_bold || run.is_bold, shape.is_italic || run.is_italic),
        words);
}

}  // namespace

std::string alignment_tag(SheetAlignment alignment)
{
    switch (alignment) {
        case SheetAlignment::left:
            return R"(<w:jc w:val="left"/>)";
        case SheetAlignment::centre:
            return R"(<w:jc w:val="center"/>)";
        case SheetAlignment::right:
            return R"(<w:jc w:val="right"/>)";
        case SheetAlignment::both:
            return R"(<w:jc w:val="both"/>)";
        case SheetAlignment::of_style:
            break;
    }
    return {};
}

std::string xml_text(std::string_view text)
{
    auto clean = text::clean_input(text);
    constexpr std::array<std::pair<std::string_view, std::string_view>, 5> replaced{{
        {"\xEF\xBF\xBE", ""},  // U+FFFE and U+FFFF are no characters of XML
        {"\xEF\xBF\xBF", ""},
        {"&", "&amp;"},
        {"<", "&lt;"},
        {">", "&gt;"},
    }};
    for (const auto& [what, with] : replaced) clean = text::replace_all(clean, what, with);
    return clean;
}

void WordMarkup::begin_section(const SheetPage& page)
{
    // Word says at the end of a section what its pages were.
    if (m_page) m_text += "<w:p><w:pPr>" + height_of(flat) + section_of(*m_page) + "</w:pPr></w:p>";
    m_page = page;
}

void WordMarkup::paragraph(const SheetParagraph& shape, std::span<const OfficialRun> runs)
{
    m_text += "<w:p>" + shape_of(shape);
    for (const auto& run : runs) m_text += run_of(run, shape);
    m_text += "</w:p>";
}

void WordMarkup::rule(const SheetRule& rule)
{
    const int indent = (rule.width - rule.length) / 2;
    fmt::format_to(
        std::back_inserter(m_text),
        R"(<w:p><w:pPr><w:pBdr><w:top w:val="single" w:sz="6" w:space="0")"
        R"( w:color="000000"/></w:pBdr>{}<w:ind w:left="{}" w:right="{}"/></w:pPr></w:p>)",
        height_of(flat), indent, indent);
}

void WordMarkup::box(const SheetBox& box)
{
    const auto add = std::back_inserter(m_text);
    const int indent = (box.width - box.frame_width) / 2;
    m_text += "<w:p><w:pPr><w:pBdr>";
    for (const auto* side : {"top", "left", "bottom", "right"})
        fmt::format_to(add, R"(<w:{} w:val="single" w:sz="8" w:space="0" w:color="{}"/>)", side,
                       layout::box_colour);
    fmt::format_to(add,
                   R"(</w:pBdr><w:spacing w:before="{}" w:after="{}" w:line="{}")"
                   R"( w:lineRule="exact"/><w:ind w:left="{}" w:right="{}"/><w:jc w:val="center"/>)"
                   R"(</w:pPr><w:r><w:rPr><w:b/><w:color w:val="{}"/><w:sz w:val="{}"/>)"
                   R"(<w:szCs w:val="{}"/></w:rPr><w:t>{}</w:t></w:r></w:p>)",
                   layout::paragraph_gap, layout::paragraph_gap, box.frame_height, indent, indent,
                   layout::box_colour, box.size, box.size, xml_text(box.words));
}

void WordMarkup::gap(int height, SheetKeep keep)
{
    m_text += "<w:p><w:pPr>";
    if (keep == SheetKeep::with_next) m_text += "<w:keepNext/>";
    m_text += height_of(height) + "</w:pPr></w:p>";
}

void WordMarkup::begin_table(std::span<const int> widths, SheetLines lines)
{
    const bool has_lines = lines == SheetLines::all;
    int whole = 0;
    for (const int width : widths) whole += width;
    const auto add = std::back_inserter(m_text);
    // Word puts the words of a table on the margin and its lines outside, unless it is moved in.
    const int room = has_lines ? layout::cell_room : 0;
    fmt::format_to(add,
                   R"(<w:tbl><w:tblPr><w:tblW w:w="{}" w:type="dxa"/>)"
                   R"(<w:tblInd w:w="{}" w:type="dxa"/>)",
                   whole, room);
    if (has_lines) {
        m_text += "<w:tblBorders>";
        for (const auto* side : {"top", "left", "bottom", "right", "insideH", "insideV"})
            fmt::format_to(add, R"(<w:{} w:val="single" w:sz="4" w:space="0" w:color="000000"/>)",
                           side);
        m_text += "</w:tblBorders>";
    }
    fmt::format_to(add,
                   R"(<w:tblLayout w:type="fixed"/><w:tblCellMar><w:left w:w="{0}" w:type="dxa"/>)"
                   R"(<w:right w:w="{0}" w:type="dxa"/></w:tblCellMar></w:tblPr><w:tblGrid>)",
                   room);
    for (const int width : widths) fmt::format_to(add, R"(<w:gridCol w:w="{}"/>)", width);
    m_text += "</w:tblGrid>";
}

void WordMarkup::begin_row(SheetRow kind)
{
    m_text += "<w:tr><w:trPr><w:cantSplit/>";
    if (kind == SheetRow::head) m_text += "<w:tblHeader/>";
    m_text += "</w:trPr>";
}

void WordMarkup::begin_cell(int width)
{
    fmt::format_to(std::back_inserter(m_text),
                   R"(<w:tc><w:tcPr><w:tcW w:w="{}" w:type="dxa"/></w:tcPr>)", width);
}

std::string WordMarkup::finish()
{
    // Word opens no body that ends with a table.
    gap(flat, SheetKeep::alone);
    return std::string(head) + std::exchange(m_text, {}) +
           section_of(m_page.value_or(SheetPage{})) + "</w:body></w:document>";
}

}  // namespace caicach::document
