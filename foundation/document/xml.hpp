#pragma once
#include <memory>
#include <pugixml.hpp>
#include <string>
#include <string_view>

#include "base/result.hpp"

/// XML of office files. Only the .cpp files of foundation/document include this header: it is the
/// one place that shows pugixml.
namespace caicach::document
{

/// A parsed part. The text lives as long as the document, which points into it.
struct Xml {
    std::string text{};
    std::unique_ptr<pugi::xml_document> document{};
    [[nodiscard]] pugi::xml_node root() const { return document->document_element(); }
};

/// Parses a part of an office file, with its white space. Refuses document types (entities are the
/// door of most attacks on XML), nesting beyond the limit, and what is no XML. The empty text gives
/// an empty document.
[[nodiscard]] Result<Xml> parse_xml(std::string text);

/// The name without its prefix: "p" of "w:p". Office files may name prefixes as they like.
[[nodiscard]] std::string_view local_name(pugi::xml_node node);
/// The value of the attribute of that local name, or empty.
[[nodiscard]] std::string_view attribute(pugi::xml_node node, std::string_view name);
/// The first child of that local name, or an empty node.
[[nodiscard]] pugi::xml_node child(pugi::xml_node node, std::string_view name);
/// `child(child(node, a), b)`.
[[nodiscard]] pugi::xml_node child(pugi::xml_node node, std::string_view a, std::string_view b);
/// The attribute as a whole number, or `fallback` where it is none or beyond ±1,000,000.
[[nodiscard]] int integer(pugi::xml_node node, std::string_view name, int fallback);

}  // namespace caicach::document
