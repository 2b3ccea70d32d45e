#include "plan/importer/outline.hpp"

#include <algorithm>

#include "plan/importer/lexicon.hpp"
#include "plan/importer/limits.hpp"
#include "plan/importer/time_phrase.hpp"
#include "plan/importer/words.hpp"
#include "text/text.hpp"

namespace caicach::plan::importer
{
namespace
{

class Grower
{
public:
    Grower(const std::vector<Paragraph>& paragraphs, const Parts& parts)
        : m_paragraphs{paragraphs}, m_parts{parts}
    {
    }

    Outline run()
    {
        add_root(-1);
        for (std::size_t annex = 0; annex < m_parts.annexes.size(); ++annex) {
            add_root(static_cast<int>(annex));
        }
        find_last_markers();
        for (std::size_t i = 0; i < m_paragraphs.size(); ++i) {
            const auto& part = m_parts.of[i];
            const bool inside = part.part == Part::body || part.part == Part::annex;
            if (!inside) continue;
            const int root = part.annex + 1;
            if (m_stack.empty() || m_stack.front() != root) m_stack = {root};
            grow(i);
        }
        for (std::size_t i = 0; i < m_outline.nodes.size(); ++i) give_labels_to_bullets(i);
        return std::move(m_outline);
    }

private:
    static bool is_field(const Node& node)
    {
        if (node.kind != Node::Kind::bullet) return false;
        const Words words{std::string_view{node.text}.substr(0, 160)};
        const auto hit = label_at(words, 0);
        return hit && words.is(hit->end, ":") && hit->label != Label::content &&
               hit->label != Label::form;
    }

    /// Task, labels, task, labels, all with the same bullet: the labels belong to the task before
    /// them. Labels that come once, at the end, belong to what is above them all.
    void give_labels_to_bullets(std::size_t index)
    {
        auto& children = m_outline.nodes[index].children;
        bool label_seen = false;
        bool alternates = false;
        for (const int child : children) {
            const auto& node = m_outline[child];
            if (is_field(node))
                label_seen = true;
            else if (node.kind == Node::Kind::bullet && !begins_with_label(node.text)) {
                alternates = alternates || label_seen;
            }
        }
        if (!alternates || children.empty() || is_field(m_outline[children.front()])) return;
        std::vector<int> kept;
        for (const int child : children) {
            auto& node = m_outline.nodes[static_cast<std::size_t>(child)];
            if (is_field(node) && !kept.empty()) {
                node.parent = kept.back();
                m_outline.nodes[static_cast<std::size_t>(kept.back())].children.push_back(child);
            } else {
                if (node.kind == Node::Kind::bullet) {
                    node.ordinal = static_cast<int>(kept.size()) + 1;
                }
                kept.push_back(child);
            }
        }
        m_outline.nodes[index].children = std::move(kept);
    }

    void add_root(int annex)
    {
        Node root;
        root.annex = annex;
        root.depth = -1;
        m_outline.nodes.push_back(root);
    }

    /// The body first, then each annex.
    static std::size_t part_index(const PartOf& part)
    {
        return part.annex < 0 ? 0 : static_cast<std::size_t>(part.annex) + 1;
    }

    /// Behind the last label or bullet of a part, paragraphs close the part.
    void find_last_markers()
    {
        m_last_marker.assign(m_parts.annexes.size() + 1, 0);
        for (std::size_t i = 0; i < m_paragraphs.size(); ++i) {
            if (m_paragraphs[i].kind == Paragraph::Kind::table_row ||
                marker_of(m_paragraphs[i].text)) {
                const auto& part = m_parts.of[i];
                if (part.part != Part::body && part.part != Part::annex) continue;
                m_last_marker[part_index(part)] = i;
            }
        }
    }

    void grow(std::size_t i)
    {
        const auto& paragraph = m_paragraphs[i];
        if (paragraph.kind == Paragraph::Kind::table_row) return table(i);
        if (auto marker = marker_of(paragraph.text)) return marked(i, std::move(*marker));
        plain(i);
    }

    Node& top() { return m_outline.nodes[static_cast<std::size_t>(m_stack.back())]; }

    void marked(std::size_t i, Marker marker)
    {
        const auto& text = m_paragraphs[i].text;
        // "I)" and "V." may be Roman or letters; a letter list that has come so far settles it.
        if (marker.kind == Marker::Kind::roman && expects_letter(marker.label)) {
            marker.kind = Marker::Kind::upper;
            marker.depth = 10;
        }
        int depth = marker.depth;
        const bool open = std::ranges::any_of(m_stack, [&](int node) {
            return m_outline[node].marker && m_outline[node].marker->kind == marker.kind &&
                   m_outline[node].depth == depth;
        });
        // A list that its introduction announces lies inside it, whatever its bullets are.
        if (!open && m_stack.size() > 1 && depth <= top().depth && top().text.ends_with(':') &&
            marker.kind != Marker::Kind::roman && marker.kind != Marker::Kind::part &&
            (marker.bullet() || marker.label == "1" || marker.label == "a")) {
            depth = top().depth + 1;
        }
        while (m_stack.size() > 1 && top().depth >= depth) m_stack.pop_back();
        if (m_stack.size() >= limits::outline_depth_max) m_stack.pop_back();
        Node node;
        node.kind = marker.bullet() ? Node::Kind::bullet : Node::Kind::labelled;
        node.text = text::trim(std::string_view{text}.substr(marker.length));
        node.depth = depth;
        node.heading = m_paragraphs[i].heading;
        node.marker = std::move(marker);
        m_stack.push_back(attach(std::move(node), i, m_stack.back()));
    }

    [[nodiscard]] bool expects_letter(std::string_view label) const
    {
        for (const int node : m_stack) {
            const auto& marker = m_outline[node].marker;
            if (!marker || marker->kind != Marker::Kind::upper || marker->label.size() != 1)
                continue;
            return label.size() == 1 && label[0] == marker->label[0] + 1;
        }
        return false;
    }

    void plain(std::size_t i)
    {
        const auto& paragraph = m_paragraphs[i];
        Node node;
        node.kind = Node::Kind::plain;
        node.text = paragraph.text;
        node.heading = paragraph.heading;
        if (begins_with_label(paragraph.text)) {
            // "Cơ quan chủ trì: …" without a bullet belongs to the nearest statement.
            node.depth = 80;
            attach(std::move(node), i, holder_of_field());
            return;
        }
        const auto part = part_index(m_parts.of[i]);
        const bool closing = i > m_last_marker[part] && !waits_for_body(paragraph.text) &&
                             !says_only_when(paragraph.text);
        if (closing) {
            while (m_stack.size() > 2) m_stack.pop_back();
        } else if (paragraph.text.ends_with(':')) {
            // An introduction to the list that follows, not a part of the bullet above.
            while (m_stack.size() > 1 && is_small_bullet(top())) {
                m_stack.pop_back();
            }
        }
        node.depth = 80;
        attach(std::move(node), i, m_stack.back());
    }

    /// A bullet other than a star, which may head a group.
    static bool is_small_bullet(const Node& node)
    {
        const auto& marker = node.marker;
        return node.kind == Node::Kind::bullet && marker && marker->kind != Marker::Kind::star;
    }

    /// "Hoàn thành trước ngày 30/6/2026." belongs to what stands before it.
    static bool says_only_when(std::string_view text)
    {
        constexpr std::size_t longest = 120;
        constexpr std::size_t most_words = 2;
        if (text.size() > longest) return false;
        const auto parted = part_time(text);
        return !parted.time.empty() && Words{parted.rest}.size() <= most_words;
    }

    /// The last heading has nothing under it yet; behind a whole sentence only who does it comes.
    [[nodiscard]] bool waits_for_body(std::string_view text) const
    {
        const auto& node = m_outline[m_stack.back()];
        return node.kind == Node::Kind::labelled && node.children.empty() &&
               (!node.text.ends_with('.') || assigns_work(text));
    }

    /// "Giao Sở A thực hiện.", "Sở A chủ trì, …"; of the whole plan it would name the plan.
    static bool assigns_work(std::string_view text)
    {
        constexpr std::size_t longest = 400;
        constexpr std::size_t reach = 12;
        const Words words{text.substr(0, longest)};
        if (text.size() >= longest || words.empty()) return false;
        bool assigns = words.is(0, "giao");
        for (std::size_t at = 0; at < words.size(); ++at) {
            if (words.match(at, "ke hoach") != 0) return false;
            assigns = assigns || (at < reach && words.match(at, "chu tri") != 0);
        }
        return assigns;
    }

    /// A labelled line that follows another bulleted field belongs to the same statement.
    [[nodiscard]] int holder_of_field() const
    {
        for (auto at = m_stack.size(); at-- > 1;) {
            const auto& node = m_outline[m_stack[at]];
            if (node.kind == Node::Kind::bullet && begins_with_label(node.text)) continue;
            return m_stack[at];
        }
        return m_stack.front();
    }

    void table(std::size_t i)
    {
        while (m_stack.size() > 1 && top().kind == Node::Kind::bullet) m_stack.pop_back();
        auto& children = top().children;
        if (!children.empty()) {
            auto& last = m_outline.nodes[static_cast<std::size_t>(children.back())];
            if (last.kind == Node::Kind::table) {
                last.paragraphs.push_back(i);
                return;
            }
        }
        Node node;
        node.kind = Node::Kind::table;
        node.depth = 80;
        attach(std::move(node), i, m_stack.back());
    }

    int attach(Node node, std::size_t paragraph, int parent)
    {
        const int index = static_cast<int>(m_outline.nodes.size());
        node.parent = parent;
        node.paragraphs.push_back(paragraph);
        node.annex = m_parts.of[paragraph].annex;
        auto& siblings = m_outline.nodes[static_cast<std::size_t>(parent)].children;
        if (node.kind == Node::Kind::bullet) {
            for (const int sibling : siblings) {
                node.ordinal += m_outline[sibling].kind == Node::Kind::bullet ? 1 : 0;
            }
            ++node.ordinal;
        }
        siblings.push_back(index);
        m_outline.nodes.push_back(std::move(node));
        return index;
    }

    const std::vector<Paragraph>& m_paragraphs;
    const Parts& m_parts;
    Outline m_outline{};
    std::vector<int> m_stack{};
    std::vector<std::size_t> m_last_marker{};
};

}  // namespace

Outline outline_of(const std::vector<Paragraph>& paragraphs, const Parts& parts)
{
    return Grower{paragraphs, parts}.run();
}

}  // namespace caicach::plan::importer
