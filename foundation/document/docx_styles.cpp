#include "document/docx_styles.hpp"

#include "document/docx_xml.hpp"

namespace caicach::document
{

template <class Seen>
void DocxStyles::walk(std::string_view style, Seen seen) const
{
    // Bases may form a circle in a damaged file.
    constexpr int bases_max = 20;
    for (int i = 0; i < bases_max; ++i) {
        const auto found = m_styles.find(style);
        if (found == m_styles.end() || seen(found->second)) return;
        style = found->second.base;
    }
}

Result<DocxStyles> DocxStyles::parse(std::string styles_xml)
{
    const auto xml = TRY(parse_xml(std::move(styles_xml)));
    DocxStyles styles;
    for (const auto& node : xml.root().children()) {
        if (local_name(node) != "style") continue;
        Style style;
        style.base = attribute(child(node, "basedOn"), "val");
        style.list = list_reference(child(node, "pPr", "numPr"));
        if (style.list) style.list->style = attribute(node, "styleId");
        style.has_borders = has_visible_border(child(child(node, "tblPr"), "tblBorders"));
        if (const auto capitals = child(node, "rPr", "caps")) style.is_capitals = is_on(capitals);
        styles.m_styles.emplace(attribute(node, "styleId"), std::move(style));
    }
    return styles;
}

std::optional<ListReference> DocxStyles::list_of(std::string_view style) const
{
    std::optional<ListReference> found;
    walk(style, [&](const Style& candidate) {
        found = candidate.list;
        return found.has_value();
    });
    return found;
}

bool DocxStyles::has_borders(std::string_view table_style) const
{
    bool found = false;
    walk(table_style, [&](const Style& candidate) {
        found = candidate.has_borders;
        return found;
    });
    return found;
}

bool DocxStyles::is_capitals(std::string_view style) const
{
    bool found = false;
    walk(style, [&](const Style& candidate) {
        found = candidate.is_capitals.value_or(false);
        return candidate.is_capitals.has_value();
    });
    return found;
}

}  // namespace caicach::document
