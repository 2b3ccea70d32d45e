#include "document/word_parts.hpp"

#include <fmt/format.h>

#include <iterator>
#include <string>

#include "document/official_layout.hpp"
#include "document/word_markup.hpp"

namespace caicach::document
{

namespace
{

constexpr std::string_view xml_head = R"(<?xml version="1.0" encoding="UTF-8" standalone="yes"?>)";
constexpr std::string_view types =
    R"(<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">)"
    R"(<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.)"
    R"(relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>)"
    R"(<Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-)"
    R"(officedocument.wordprocessingml.document.main+xml"/>)"
    R"(<Override PartName="/word/styles.xml" ContentType="application/vnd.openxmlformats-)"
    R"(officedocument.wordprocessingml.styles+xml"/>)"
    R"(<Override PartName="/word/header1.xml" ContentType="application/vnd.openxmlformats-)"
    R"(officedocument.wordprocessingml.header+xml"/>)"
    R"(<Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-)"
    R"(package.core-properties+xml"/></Types>)";
constexpr std::string_view relationships_head =
    R"(<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">)";
constexpr std::string_view package_relationships =
    R"(<Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/)"
    R"(relationships/officeDocument" Target="word/document.xml"/>)"
    R"(<Relationship Id="rId2" Type="http://schemas.openxmlformats.org/package/2006/)"
    R"(relationships/metadata/core-properties" Target="docProps/core.xml"/></Relationships>)";
constexpr std::string_view document_relationships =
    R"(<Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/)"
    R"(relationships/styles" Target="styles.xml"/>)"
    R"(<Relationship Id="rId2" Type="http://schemas.openxmlformats.org/officeDocument/2006/)"
    R"(relationships/header" Target="header1.xml"/></Relationships>)";
constexpr std::string_view word_space =
    R"(xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main")";

/// In the order that the schema asks for.
std::string style_part(const StyleMeasures& style)
{
    std::string text;
    const auto add = std::back_inserter(text);
    fmt::format_to(add,
                   R"(<w:style w:type="paragraph" w:customStyle="1" w:styleId="{}">)"
                   R"(<w:name w:val="{}"/><w:basedOn w:val="Normal"/><w:qFormat/><w:pPr>)",
                   style.id, style.name);
    if (style.keeps_with_next) text += "<w:keepNext/>";
    text += "<w:spacing";
    if (style.before > 0) fmt::format_to(add, R"( w:before="{}")", style.before);
    fmt::format_to(add, R"( w:after="{}")", style.after);
    if (style.line_height != layout::line_height_single)
        fmt::format_to(add, R"( w:line="{}" w:lineRule="auto")", style.line_height);
    text += "/>";
    if (style.first_line > 0) fmt::format_to(add, R"(<w:ind w:firstLine="{}"/>)", style.first_line);
    if (style.alignment != plain_style.alignment) text += alignment_tag(style.alignment);
    if (style.outline_level >= 0)
        fmt::format_to(add, R"(<w:outlineLvl w:val="{}"/>)", style.outline_level);
    text += "</w:pPr><w:rPr>";
    if (style.is_bold) text += "<w:b/>";
    if (style.is_italic) text += "<w:i/>";
    if (style.size != plain_style.size)
        fmt::format_to(add, R"(<w:sz w:val="{0}"/><w:szCs w:val="{0}"/>)", style.size);
    return text + "</w:rPr></w:style>";
}

std::string styles_part()
{
    std::string text;
    const auto add = std::back_inserter(text);
    fmt::format_to(add,
                   R"({0}<w:styles {1}><w:docDefaults><w:rPrDefault><w:rPr>)"
                   R"(<w:rFonts w:ascii="{2}" w:hAnsi="{2}" w:eastAsia="{2}" w:cs="{2}"/>)"
                   R"(<w:sz w:val="{3}"/><w:szCs w:val="{3}"/><w:lang w:val="vi-VN"/>)"
                   R"(</w:rPr></w:rPrDefault><w:pPrDefault/></w:docDefaults>)"
                   R"(<w:style w:type="paragraph" w:default="1" w:styleId="Normal">)"
                   R"(<w:name w:val="Normal"/></w:style>)",
                   xml_head, word_space, layout::font, plain_style.size);
    for (const auto& style : official_styles) text += style_part(style);
    return text + "</w:styles>";
}

std::string header_part()
{
    return fmt::format(
        R"({}<w:hdr {}><w:p><w:pPr><w:jc w:val="center"/></w:pPr><w:fldSimple w:instr=" PAGE ">)"
        R"(<w:r><w:rPr><w:sz w:val="{}"/></w:rPr><w:t>2</w:t></w:r></w:fldSimple></w:p></w:hdr>)",
        xml_head, word_space, layout::page_number_size);
}

std::string properties_part(std::string_view title)
{
    return fmt::format(
        R"({}<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/)"
        R"(metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/">)"
        R"(<dc:title>{}</dc:title><dc:language>vi-VN</dc:language></cp:coreProperties>)",
        xml_head, xml_text(title));
}

}  // namespace

void add_fixed_parts(ArchiveWriter& archive, std::string_view title)
{
    const std::string head{xml_head};
    // First of all: who tells kinds of files by their first bytes looks for it there.
    archive.add("[Content_Types].xml", head + std::string(types));
    archive.add("_rels/.rels",
                head + std::string(relationships_head) + std::string(package_relationships));
    archive.add("word/_rels/document.xml.rels",
                head + std::string(relationships_head) + std::string(document_relationships));
    archive.add("word/styles.xml", styles_part());
    archive.add("word/header1.xml", header_part());
    archive.add("docProps/core.xml", properties_part(title));
}

}  // namespace caicach::document
