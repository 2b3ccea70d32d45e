#pragma once
#include <map>
#include <optional>
#include <string>
#include <string_view>

#include "base/result.hpp"

namespace caicach::document
{

/// Which list a paragraph belongs to, and how deep. List 0 is none.
struct ListReference {
    int list{};
    std::optional<int> level{};
    std::string style{};  ///< the style that says so; the list may name the level for it
};

/// What word/styles.xml says that changes the text: lists of paragraph styles, borders of table
/// styles, capitals.
class DocxStyles
{
public:
    [[nodiscard]] static Result<DocxStyles> parse(std::string styles_xml);

    /// The list of a paragraph style or of those that it is based on.
    [[nodiscard]] std::optional<ListReference> list_of(std::string_view style) const;
    [[nodiscard]] bool has_borders(std::string_view table_style) const;
    [[nodiscard]] bool is_capitals(std::string_view style) const;

private:
    struct Style {
        std::string base{};
        std::optional<ListReference> list{};
        bool has_borders{};
        std::optional<bool> is_capitals{};
    };
    // Calls `seen` with the style and then with its bases until it answers true.
    template <class Seen>
    void walk(std::string_view style, Seen seen) const;

    std::map<std::string, Style, std::less<>> m_styles{};
};

}  // namespace caicach::document
