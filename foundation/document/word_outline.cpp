#include "document/word_outline.hpp"

#include <algorithm>
#include <optional>
#include <utility>

#include "document/limits.hpp"
#include "document/word_runs.hpp"
#include "text/text.hpp"

namespace caicach::document
{

namespace
{

constexpr std::size_t quote_letters = 60;

/// Letters around that place, whole ones.
std::string quote_of(std::string_view text, std::size_t at)
{
    const auto is_inside = [&](std::size_t byte) {
        return byte > 0 && byte < text.size() &&
               (static_cast<unsigned char>(text[byte]) & 0xC0U) == 0x80U;
    };
    auto from = at > quote_letters / 3 ? at - quote_letters / 3 : 0;
    while (is_inside(from)) --from;
    return text::shorten(text::squeeze(text.substr(from)), quote_letters);
}

pugi::xml_node around(pugi::xml_node node, std::string_view name)
{
    for (auto one = node.parent(); one; one = one.parent()) {
        if (local_name(one) == name) return one;
    }
    return {};
}

/// Reads a part from its beginning to its end and says where it is.
class Reader
{
public:
    explicit Reader(std::string_view label) : m_label(label) {}

    // NOLINTNEXTLINE(misc-no-recursion): bounded by limits::xml_depth_max
    void read(pugi::xml_node node)
    {
        for (const auto one : node.children()) {
            const auto name = local_name(one);
            if (name == "p") {
                if (m_table_depth == 0) ++m_paragraph;
                read_paragraph(one);
            } else if (name == "tbl") {
                read_table(one);
            } else if (name == "instrText" || name == "delText") {
                if (has_signs(one.child_value()))
                    fault(one.child_value(), 0, "document.template.hidden");
            } else if (name == "ins" || name == "del" || name == "moveFrom" || name == "moveTo") {
                m_has_changes = true;
                read(one);
            } else {
                read(one);
            }
        }
    }

    WordOutline finish()
    {
        if (m_has_changes)
            m_outline.faults.push_back(
                {.place = std::string(m_label), .key = "document.template.changes"});
        match();
        return std::move(m_outline);
    }

private:
    static bool has_signs(std::string_view text)
    {
        return text.find("((") != std::string_view::npos;
    }

    [[nodiscard]] std::string place() const
    {
        auto text = std::string(m_label);
        if (m_table_depth > 0)
            return text + ", bảng " + std::to_string(m_table) + ", dòng " + std::to_string(m_row) +
                   ", ô " + std::to_string(m_cell);
        return text + ", đoạn " + std::to_string(m_paragraph);
    }
    void fault(std::string_view text, std::size_t at, std::string key,
               std::vector<std::string> arguments = {})
    {
        if (m_outline.faults.size() >= limits::template_faults_max) return;
        m_outline.faults.push_back({.place = place(),
                                    .quote = quote_of(text, at),
                                    .key = std::move(key),
                                    .arguments = std::move(arguments)});
    }

    // NOLINTNEXTLINE(misc-no-recursion): bounded by limits::xml_depth_max
    void read_table(pugi::xml_node table)
    {
        if (m_table_depth > 0) {  // a table in a cell is the cell
            read(table);
            return;
        }
        ++m_table;
        ++m_table_depth;
        m_row = 0;
        for (const auto row : table.children()) {
            if (local_name(row) != "tr") {
                m_cell = 0;
                read(row);
                continue;
            }
            ++m_row;
            m_cell = 0;
            for (const auto cell : row.children()) {
                if (local_name(cell) == "tc") ++m_cell;
                read(cell);
            }
        }
        --m_table_depth;
    }

    // NOLINTNEXTLINE(misc-no-recursion): bounded by limits::xml_depth_max
    void read_paragraph(pugi::xml_node paragraph)
    {
        const WordRuns runs{paragraph};
        const auto found = word_tags(runs.text());
        for (const auto at : found.unclosed) fault(runs.text(), at, "document.template.unclosed");
        const bool is_boxed = around(paragraph, "txbxContent") || around(paragraph, "textbox");
        if (!is_boxed && !(found.tags.empty() && found.escapes.empty()))
            m_outline.paragraphs.push_back(paragraph);
        for (const auto& tag : found.tags) {
            if (is_boxed) {
                fault(runs.text(), tag.from, "document.template.boxed");
                continue;
            }
            if (m_outline.tags.size() >= limits::template_tags_max) {
                m_has_too_many = true;
                continue;
            }
            m_outline.tags.push_back({.tag = tag,
                                      .paragraph = paragraph,
                                      .place = place(),
                                      .quote = quote_of(runs.text(), tag.from),
                                      .partner = m_outline.tags.size()});
            m_holders.push_back(runs.holder_at(tag.from));
            m_is_alone.push_back(found.tags.size() == 1 && found.escapes.empty() &&
                                 text::trim(runs.text()).size() == tag.to - tag.from);
        }
        if (m_has_too_many && !m_said_too_many) {
            m_said_too_many = true;
            fault(runs.text(), 0, "document.template.too_many",
                  {std::to_string(limits::template_tags_max)});
        }
        // Boxes, fields and changes within it.
        read(paragraph);
    }

    void fault_at(std::size_t number, std::string key, std::vector<std::string> arguments = {})
    {
        const auto& tag = m_outline.tags[number];
        if (m_outline.faults.size() >= limits::template_faults_max) return;
        m_outline.faults.push_back({.place = tag.place,
                                    .quote = tag.quote,
                                    .key = std::move(key),
                                    .arguments = std::move(arguments)});
    }

    /// Which end belongs to which beginning, and what lies between.
    void match()
    {
        auto& tags = m_outline.tags;
        std::vector<std::size_t> open;
        for (std::size_t at = 0; at < tags.size(); ++at) {
            auto& one = tags[at];
            for (const auto begin : open) {
                if (tags[begin].tag.kind == WordTagKind::repeat) one.within.push_back(begin);
            }
            if (one.tag.kind == WordTagKind::field) continue;
            if (one.tag.kind == WordTagKind::end) {
                close(open, at);
                continue;
            }
            if (open.size() == limits::template_depth_max)
                fault_at(at, "document.template.too_deep");
            open.push_back(at);
        }
        for (const auto left : open)
            fault_at(left, "document.template.no_end", {tags[left].tag.name});
    }

    /// The end of the innermost of its name; what began behind that one has none.
    void close(std::vector<std::size_t>& open, std::size_t end)
    {
        const auto& tags = m_outline.tags;
        const auto& name = tags[end].tag.name;
        auto begin = open.end();
        for (auto number = open.begin(); number != open.end(); ++number) {
            if (tags[*number].tag.name == name) begin = number;
        }
        if (begin == open.end()) return fault_at(end, "document.template.end_alone", {name});
        for (auto crossed = begin + 1; crossed != open.end(); ++crossed)
            fault_at(*crossed, "document.template.crossed", {tags[*crossed].tag.name, name});
        pair(*begin, end);
        open.erase(begin, open.end());
    }

    void pair(std::size_t begin, std::size_t end)
    {
        auto& first = m_outline.tags[begin];
        auto& last = m_outline.tags[end];
        first.partner = end;
        last.partner = begin;
        std::erase(last.within, begin);
        const auto row = around(first.paragraph, "tr");
        const bool is_one_row = row && row == around(last.paragraph, "tr");
        const bool is_one_cell = around(first.paragraph, "tc") == around(last.paragraph, "tc");
        std::optional<WordBlockShape> shape;
        if (first.paragraph == last.paragraph) {
            if (m_holders[begin] == m_holders[end]) shape = WordBlockShape::words;
        } else if (m_is_alone[begin] && m_is_alone[end] &&
                   first.paragraph.parent() == last.paragraph.parent()) {
            shape = WordBlockShape::paragraphs;
        } else if (is_one_row && !is_one_cell) {
            shape = WordBlockShape::row;
        }
        if (!shape) {
            const bool is_near = first.paragraph.parent() == last.paragraph.parent();
            fault_at(begin, is_near ? "document.template.not_alone" : "document.template.across",
                     {first.tag.name});
            return;
        }
        first.shape = *shape;
        last.shape = *shape;
    }

    std::string_view m_label;
    WordOutline m_outline{};
    std::vector<pugi::xml_node> m_holders{};
    std::vector<bool> m_is_alone{};
    int m_paragraph{};
    int m_table{};
    int m_row{};
    int m_cell{};
    int m_table_depth{};
    bool m_has_changes{};
    bool m_has_too_many{};
    bool m_said_too_many{};
};

}  // namespace

WordOutline word_outline(pugi::xml_node root, std::string_view label)
{
    Reader reader{label};
    reader.read(root);
    return reader.finish();
}

}  // namespace caicach::document
