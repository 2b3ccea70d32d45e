#pragma once
#include <array>
#include <map>
#include <string>
#include <string_view>

#include "base/result.hpp"
#include "document/docx_styles.hpp"
#include "document/list_label.hpp"

namespace pugi
{
class xml_node;  // NOLINT(readability-identifier-naming): named by the library
}

namespace caicach::document
{

/// The lists of word/numbering.xml, and how far each has counted. Labels must be asked for in the
/// order of the document.
class DocxNumbering
{
public:
    [[nodiscard]] static Result<DocxNumbering> parse(std::string numbering_xml);

    /// Counts on and gives the label as Word prints it: "II.", "1.2.", "a)", "-"; empty where the
    /// list is unknown or its level shows nothing.
    [[nodiscard]] std::string next_label(const ListReference& reference);

private:
    static constexpr std::size_t level_count = 9;

    struct Level {
        NumberFormat format{NumberFormat::decimal};
        std::string text{};  ///< "%1.%2."
        std::string style{};
        int start{1};
        int restart_after{-1};  ///< restarts when a level up to this (from 1) counts; -1: any above
        bool is_bullet{};
        bool is_legal{};  ///< all numbers decimal
    };
    struct Definition {
        std::array<Level, level_count> levels{};
    };
    struct Counters {
        std::array<int, level_count> values{};
        std::array<bool, level_count> is_started{};
    };
    struct List {
        int definition{};
        std::map<std::size_t, Level> overridden{};
        std::map<std::size_t, int> starts{};
        bool is_used{};
    };

    void read_definition(int id, const pugi::xml_node& node);
    void read_list(const pugi::xml_node& node);
    [[nodiscard]] const Level* level_of(const List& list, std::size_t level) const;
    void count(List& list, std::size_t level);
    [[nodiscard]] std::string label(const List& list, std::size_t level);

    std::map<int, Definition> m_definitions{};
    std::map<int, Counters> m_counters{};
    std::map<int, List> m_lists{};
};

}  // namespace caicach::document
