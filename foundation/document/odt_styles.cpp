#include "document/odt_styles.hpp"

#include "document/xml.hpp"

namespace caicach::document
{
namespace
{

NumberFormat format_named(std::string_view name)
{
    if (name == "1") return NumberFormat::decimal;
    if (name == "I") return NumberFormat::upper_roman;
    if (name == "i") return NumberFormat::lower_roman;
    if (name == "A") return NumberFormat::upper_letter;
    if (name == "a") return NumberFormat::lower_letter;
    return name.starts_with("01") ? NumberFormat::decimal_zero : NumberFormat::none;
}

bool draws_line(pugi::xml_node cell_properties)
{
    for (const auto side :
         {"border", "border-left", "border-right", "border-top", "border-bottom"}) {
        const auto value = attribute(cell_properties, side);
        if (!value.empty() && value != "none" && value != "hidden") return true;
    }
    return false;
}

}  // namespace

void OdtStyles::add(const pugi::xml_node& root)
{
    for (const auto& section : root.children()) {
        const auto name = local_name(section);
        if (name != "automatic-styles" && name != "styles") continue;
        for (const auto& node : section.children()) {
            if (local_name(node) == "style") add_style(node);
            if (local_name(node) == "list-style") add_list(node);
        }
    }
}

void OdtStyles::add_style(const pugi::xml_node& node)
{
    Style style;
    style.parent = attribute(node, "parent-style-name");
    const auto text = child(node, "text-properties");
    style.is_capitals = attribute(text, "text-transform") == "uppercase";
    style.is_hidden = attribute(text, "display") == "none";
    style.has_borders = draws_line(child(node, "table-cell-properties"));
    m_styles.insert_or_assign(std::string{attribute(node, "name")}, std::move(style));
}

void OdtStyles::add_list(const pugi::xml_node& node)
{
    OdtList list;
    for (const auto& level_node : node.children()) {
        const auto index = static_cast<std::size_t>(integer(level_node, "level", 0)) - 1;
        if (index >= odt_level_count) continue;
        auto& level = list[index];
        level.is_bullet = local_name(level_node) == "list-level-style-bullet";
        level.bullet = attribute(level_node, "bullet-char");
        level.format = format_named(attribute(level_node, "num-format"));
        level.prefix = attribute(level_node, "num-prefix");
        level.suffix = attribute(level_node, "num-suffix");
        level.start = integer(level_node, "start-value", 1);
        level.shown_levels = integer(level_node, "display-levels", 1);
    }
    m_lists.insert_or_assign(std::string{attribute(node, "name")}, std::move(list));
}

const OdtList* OdtStyles::list(std::string_view name) const
{
    const auto found = m_lists.find(name);
    return found == m_lists.end() ? nullptr : &found->second;
}

bool OdtStyles::any(std::string_view style, bool Style::* flag) const
{
    // Parents may form a circle in a damaged file.
    constexpr int parents_max = 20;
    for (int i = 0; i < parents_max; ++i) {
        const auto found = m_styles.find(style);
        if (found == m_styles.end()) return false;
        if (found->second.*flag) return true;
        style = found->second.parent;
    }
    return false;
}

bool OdtStyles::is_capitals(std::string_view style) const
{
    return any(style, &Style::is_capitals);
}
bool OdtStyles::is_hidden(std::string_view style) const { return any(style, &Style::is_hidden); }
bool OdtStyles::has_borders(std::string_view style) const
{
    return any(style, &Style::has_borders);
}

}  // namespace caicach::document
