#pragma once
#include <array>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "document/odt_styles.hpp"

namespace caicach::document
{

/// Where the reader stands in the nested lists of an OpenDocument text, and how far each counted.
class OdtNumbering
{
public:
    explicit OdtNumbering(const OdtStyles& styles) : m_styles(styles) {}

    /// What a <text:list> says of itself.
    struct ListStart {
        std::string_view style{};
        std::string_view id{};
        std::string_view continues{};  ///< the id of the list that it goes on with
        bool continues_last{};
    };
    void begin_list(const ListStart& start);
    void end_list();
    /// The next item of the innermost list; `start` 0 counts on. It counts once it has a paragraph
    /// of its own: items that only hold an inner list do not.
    void begin_item(int start);
    /// The label of the item just begun; empty for its second and later paragraphs, outside of
    /// lists, and where the level shows nothing.
    [[nodiscard]] std::string take_label();

private:
    using Counters = std::array<int, odt_level_count>;

    struct OpenList {
        std::string style{};
        bool owes_label{};
        int start{};  ///< of the item that owes its label; 0 counts on
    };
    void count();
    [[nodiscard]] std::string label() const;

    const OdtStyles& m_styles;
    std::vector<OpenList> m_open{};  ///< outermost first
    std::string m_root_id{};
    Counters m_counters{};
    std::map<std::string, Counters, std::less<>> m_by_id{};
    std::map<std::string, Counters, std::less<>> m_by_style{};
};

}  // namespace caicach::document
