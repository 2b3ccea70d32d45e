#include "document/xml.hpp"

#include <charconv>

#include "document/limits.hpp"
#include "text/legacy.hpp"

namespace caicach::document
{
namespace
{

tl::unexpected<Error> damaged() { return failure(Failure::invalid, "document.xml.damaged"); }

// One pass over the tags before the parser sees them: nesting and number stay within the limits.
// Comments and CDATA may hold what looks like tags; that only makes the check stricter.
Result<void> check_shape(std::string_view text)
{
    std::size_t depth = 0;
    std::size_t nodes = 0;
    auto at = text.find('<');
    while (at != std::string_view::npos) {
        const auto tag = text.substr(at, 10);
        if (tag.starts_with("<!DOCTYPE") || tag.starts_with("<!ENTITY") ||
            tag.starts_with("<!doctype")) {
            return failure(Failure::invalid, "document.xml.has_document_type");
        }
        const auto next = text.find('<', at + 1);
        if (tag.starts_with("</")) {
            if (depth > 0) --depth;
        } else if (!tag.starts_with("<!") && !tag.starts_with("<?")) {
            // The first '>' even if an attribute holds it: a tag may count as open that is not, but
            // never the other way round.
            const auto end = text.find('>', at);
            const bool closes_itself = end != std::string_view::npos && text[end - 1] == '/';
            if (!closes_itself) ++depth;
            ++nodes;
        }
        if (depth > limits::xml_depth_max || nodes > limits::xml_nodes_max) {
            return failure(Failure::too_large, "document.limit.xml");
        }
        at = next;
    }
    return {};
}

// A part in UTF-16 would slip past the check of the shape. False where zeros mean nothing known.
bool to_utf8(std::string& text)
{
    using namespace std::string_view_literals;
    const bool is_little = text.starts_with("\xFF\xFE"sv) || text.starts_with("<\0"sv);
    const bool is_big = text.starts_with("\xFE\xFF"sv) || text.starts_with("\0<"sv);
    if (is_little) text = text::to_utf8(text, text::Encoding::utf16le);
    if (is_big) text = text::to_utf8(text, text::Encoding::utf16be);
    return text.find('\0') == std::string::npos;
}

}  // namespace

Result<Xml> parse_xml(std::string text)
{
    Xml xml;
    if (!to_utf8(text)) return damaged();
    TRY(check_shape(text));
    xml.text = std::move(text);
    xml.document = std::make_unique<pugi::xml_document>();
    if (xml.text.empty()) return xml;
    constexpr auto options = pugi::parse_default | pugi::parse_ws_pcdata;
    const auto parsed = xml.document->load_buffer_inplace(xml.text.data(), xml.text.size(), options,
                                                          pugi::encoding_utf8);
    if (!parsed) return damaged();
    return xml;
}

std::string_view local_name(pugi::xml_node node)
{
    const std::string_view name = node.name();
    const auto colon = name.find(':');
    return colon == std::string_view::npos ? name : name.substr(colon + 1);
}

std::string_view attribute(pugi::xml_node node, std::string_view name)
{
    for (const auto& candidate : node.attributes()) {
        std::string_view full = candidate.name();
        const auto colon = full.find(':');
        if (colon != std::string_view::npos) full.remove_prefix(colon + 1);
        if (full == name) return candidate.value();
    }
    return {};
}

pugi::xml_node child(pugi::xml_node node, std::string_view name)
{
    for (const auto& candidate : node.children()) {
        if (local_name(candidate) == name) return candidate;
    }
    return {};
}

pugi::xml_node child(pugi::xml_node node, std::string_view a, std::string_view b)
{
    return child(child(node, a), b);
}

int integer(pugi::xml_node node, std::string_view name, int fallback)
{
    constexpr int value_max = 1'000'000;
    const auto text = attribute(node, name);
    int value = 0;
    const auto parsed = std::from_chars(text.data(), text.data() + text.size(), value);
    const bool is_whole = parsed.ec == std::errc{} && parsed.ptr == text.data() + text.size();
    return is_whole && value <= value_max && value >= -value_max ? value : fallback;
}

}  // namespace caicach::document
