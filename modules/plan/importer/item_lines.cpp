// The account of lines: what became of each, and where each item stands.
#include <algorithm>

#include "plan/importer/item_maker.hpp"

namespace caicach::plan::importer
{

void ItemMaker::lines_of(std::size_t paragraph, Fate fate, int item)
{
    for (const auto& piece : m_paragraphs[paragraph].pieces) {
        auto& line = m_found.lines[static_cast<std::size_t>(piece.line)];
        if (fate == Fate::field && line.fate == Fate::item) continue;
        line.fate = fate;
        line.item = item;
        line.offset = fate == Fate::item ? static_cast<int>(piece.offset) : -1;
        if (item < 0) continue;
        auto& made = at(item);
        const int number = piece.line + 1;
        if (made.first_line == 0 || number < made.first_line) made.first_line = number;
        made.last_line = std::max(made.last_line, number);
    }
}

void ItemMaker::fate_of(int node, Fate fate, int item)
{
    for (const auto paragraph : m_outline[node].paragraphs) lines_of(paragraph, fate, item);
}

void ItemMaker::mark(int node, Fate fate) { fate_of(node, fate, -1); }

// The depth of the outline is bounded (limits.hpp).
// NOLINTNEXTLINE(misc-no-recursion)
void ItemMaker::mark_all(int node, Fate fate)
{
    mark(node, fate);
    for (const int child : m_outline[node].children) mark_all(child, fate);
}

// NOLINTNEXTLINE(misc-no-recursion)
void ItemMaker::absorb(int item, int node)
{
    if (item < 0) return mark(node, Fate::unknown);
    fate_of(node, Fate::item, item);
    for (const int child : m_outline[node].children) absorb(item, child);
}

// NOLINTNEXTLINE(misc-no-recursion)
void ItemMaker::stretch(int item, int node)
{
    if (item < 0) return;
    auto& made = at(item);
    for (const auto paragraph : m_outline[node].paragraphs) {
        made.first_line = std::min(made.first_line, m_paragraphs[paragraph].first_line() + 1);
        made.last_line = std::max(made.last_line, m_paragraphs[paragraph].last_line() + 1);
    }
    for (const int child : m_outline[node].children) stretch_over(item, {child});
}

// NOLINTNEXTLINE(misc-no-recursion)
void ItemMaker::stretch_over(int item, const std::vector<int>& nodes)
{
    if (item < 0) return;
    auto& made = at(item);
    for (const int node : nodes) {
        for (const auto paragraph : m_outline[node].paragraphs) {
            made.last_line = std::max(made.last_line, m_paragraphs[paragraph].last_line() + 1);
        }
        stretch_over(item, m_outline[node].children);
    }
}

}  // namespace caicach::plan::importer
