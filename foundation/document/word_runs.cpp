#include "document/word_runs.hpp"

#include <algorithm>
#include <iterator>
#include <ranges>

#include "base/result.hpp"

namespace caicach::document
{

namespace
{

std::string name_like(pugi::xml_node node, std::string_view local)
{
    const std::string_view name = node.name();
    const auto colon = name.find(':');
    const auto prefix =
        colon == std::string_view::npos ? std::string_view{} : name.substr(0, colon + 1);
    return std::string(prefix) + std::string(local);
}

std::string words_of(pugi::xml_node node)
{
    std::string words;
    for (const auto one : node.children()) words += one.value();
    return words;
}

/// A run formed like that one, without its words, behind `before`.
pugi::xml_node insert_run_like(pugi::xml_node run, pugi::xml_node before)
{
    auto made = before.parent().insert_child_after(run.name(), before);
    if (const auto shape = child(run, "rPr")) made.append_copy(shape);
    return made;
}

bool holds_words(pugi::xml_node run)
{
    return std::ranges::any_of(run.children(), [](pugi::xml_node one) {
        const auto name = local_name(one);
        if (name == "t") return !words_of(one).empty();
        return name != "rPr" && name != "lastRenderedPageBreak";
    });
}

}  // namespace

pugi::xml_node append_like(pugi::xml_node parent, std::string_view local)
{
    return parent.append_child(name_like(parent, local).c_str());
}

void set_words(pugi::xml_node node, std::string_view words)
{
    while (node.first_child()) node.remove_child(node.first_child());
    node.append_child(pugi::node_pcdata).set_value(std::string(words).c_str());
    auto space = node.attribute("xml:space");
    if (!space) space = node.append_attribute("xml:space");
    space.set_value("preserve");
}

WordRuns::WordRuns(pugi::xml_node paragraph) { read(paragraph); }

// NOLINTNEXTLINE(misc-no-recursion): bounded by limits::xml_depth_max
void WordRuns::read(pugi::xml_node node)
{
    for (const auto one : node.children()) {
        const auto name = local_name(one);
        // What was deleted is no text; what stands beside it is read as text of its own.
        if (name == "pPr" || name == "rPr" || name == "del" || name == "p" ||
            name == "AlternateContent" || name == "pict" || name == "drawing")
            continue;
        if (name == "t") {
            const auto words = words_of(one);
            m_pieces.push_back({one, m_text.size(), words.size()});
            m_text += words;
        } else if (name == "tab" || name == "br" || name == "cr") {
            m_pieces.push_back({one, m_text.size(), 1});
            m_text += name == "tab" ? '\t' : '\n';
        } else {
            read(one);
        }
    }
}

std::size_t WordRuns::piece_at(std::size_t at) const
{
    const auto next = std::ranges::upper_bound(m_pieces, at, {}, &Piece::from);
    VERIFY(next != m_pieces.begin());
    // Empty pieces stand where the next one begins.
    return static_cast<std::size_t>(std::distance(m_pieces.begin(), next)) - 1;
}

pugi::xml_node WordRuns::holder_at(std::size_t at) const
{
    return m_pieces[piece_at(at)].node.parent().parent();
}

pugi::xml_node WordRuns::take_out(const WordTag& tag)
{
    const auto first = piece_at(tag.from);
    const auto last = piece_at(tag.to - 1);
    auto node = m_pieces[first].node;
    auto run = node.parent();
    const auto before = words_of(node).substr(0, tag.from - m_pieces[first].from);
    const auto end_node = m_pieces[last].node;
    const auto behind = words_of(end_node).substr(tag.to - m_pieces[last].from);

    auto own = insert_run_like(run, run);
    set_words(append_like(own, "t"), m_text.substr(tag.from, tag.to - tag.from));
    for (auto at = first + 1; at < last; ++at) set_words(m_pieces[at].node, "");
    if (first != last) set_words(end_node, behind);
    if (end_node.parent() == run) {
        auto rest = insert_run_like(run, own);
        if (first == last) set_words(append_like(rest, "t"), behind);
        for (auto moved = first == last ? node.next_sibling() : end_node; moved;) {
            const auto next = moved.next_sibling();
            rest.append_move(moved);
            moved = next;
        }
        if (!holds_words(rest)) rest.parent().remove_child(rest);
    }
    set_words(node, before);
    return own;
}

std::vector<pugi::xml_node> WordRuns::set_apart(const WordTags& tags)
{
    std::vector<pugi::xml_node> runs;
    auto escape = tags.escapes.rbegin();
    const auto take_escapes = [&](std::size_t from) {
        for (; escape != tags.escapes.rend() && *escape >= from; ++escape) {
            const auto& piece = m_pieces[piece_at(*escape)];
            auto words = words_of(piece.node);
            words.erase(*escape - piece.from, 1);
            set_words(piece.node, words);
        }
    };
    std::vector<pugi::xml_node> touched;
    // From the end on: what stands before stays where it was read.
    for (const auto& tag : std::views::reverse(tags.tags)) {
        take_escapes(tag.to);
        touched.push_back(m_pieces[piece_at(tag.from)].node.parent());
        for (auto at = piece_at(tag.from) + 1; at <= piece_at(tag.to - 1); ++at)
            touched.push_back(m_pieces[at].node.parent());
        runs.push_back(take_out(tag));
    }
    take_escapes(0);
    std::ranges::sort(touched);
    const auto repeated = std::ranges::unique(touched);
    touched.erase(repeated.begin(), repeated.end());
    for (auto run : touched) {
        if (run && !holds_words(run)) run.parent().remove_child(run);
    }
    std::ranges::reverse(runs);
    return runs;
}

}  // namespace caicach::document
