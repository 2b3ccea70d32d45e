#include "document/docx_xml.hpp"

namespace caicach::document
{

bool is_on(pugi::xml_node node)
{
    if (!node) return false;
    const auto value = attribute(node, "val");
    return value != "0" && value != "false" && value != "off";
}

bool has_visible_border(pugi::xml_node borders)
{
    for (const auto& side : borders.children()) {
        const auto value = attribute(side, "val");
        if (!value.empty() && value != "none" && value != "nil") return true;
    }
    return false;
}

std::optional<ListReference> list_reference(pugi::xml_node number_properties)
{
    if (!number_properties) return std::nullopt;
    ListReference reference;
    const auto list = child(number_properties, "numId");
    if (!list) return std::nullopt;
    reference.list = integer(list, "val", 0);
    if (const auto level = child(number_properties, "ilvl")) {
        reference.level = integer(level, "val", 0);
    }
    return reference;
}

}  // namespace caicach::document
