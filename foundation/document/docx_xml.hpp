#pragma once
#include <optional>

#include "document/docx_styles.hpp"
#include "document/xml.hpp"

/// Small questions about WordprocessingML that several files ask.
namespace caicach::document
{

/// A switch such as <w:caps/>: on unless its value says otherwise; off where there is none.
[[nodiscard]] bool is_on(pugi::xml_node node);
/// True where one of the sides (the children) draws a line.
[[nodiscard]] bool has_visible_border(pugi::xml_node borders);
/// Of a <w:numPr>.
[[nodiscard]] std::optional<ListReference> list_reference(pugi::xml_node number_properties);

}  // namespace caicach::document
