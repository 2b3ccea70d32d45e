#pragma once
#include <array>
#include <map>
#include <string>
#include <string_view>

#include "document/list_label.hpp"

namespace pugi
{
class xml_node;  // NOLINT(readability-identifier-naming): named by the library
}

namespace caicach::document
{

/// One level of a list of OpenDocument.
struct OdtListLevel {
    bool is_bullet{};
    std::string bullet{};
    NumberFormat format{NumberFormat::none};
    std::string prefix{};
    std::string suffix{};
    int start{1};
    int shown_levels{1};  ///< 2 shows "1.2"
};

inline constexpr std::size_t odt_level_count = 10;
using OdtList = std::array<OdtListLevel, odt_level_count>;

/// What the styles of an OpenDocument file say that changes the text; of content.xml and styles.xml
/// together.
class OdtStyles
{
public:
    /// Adds all styles below the root of one part.
    void add(const pugi::xml_node& root);

    [[nodiscard]] const OdtList* list(std::string_view name) const;
    [[nodiscard]] bool is_capitals(std::string_view style) const;
    [[nodiscard]] bool is_hidden(std::string_view style) const;
    [[nodiscard]] bool has_borders(std::string_view cell_style) const;

private:
    struct Style {
        std::string parent{};
        bool is_capitals{};
        bool is_hidden{};
        bool has_borders{};
    };
    void add_style(const pugi::xml_node& node);
    void add_list(const pugi::xml_node& node);
    [[nodiscard]] bool any(std::string_view style, bool Style::* flag) const;

    std::map<std::string, Style, std::less<>> m_styles{};
    std::map<std::string, OdtList, std::less<>> m_lists{};
};

}  // namespace caicach::document
