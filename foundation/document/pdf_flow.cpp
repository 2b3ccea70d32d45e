#include "document/pdf_flow.hpp"

#include <algorithm>
#include <numeric>

namespace caicach::document
{

namespace
{

/// Of a paragraph that is cut: no line stands alone.
constexpr std::size_t lines_together = 2;

int height_of(const FlowBlock& block, std::size_t first, std::size_t count)
{
    const auto begin = block.pieces.begin() + static_cast<std::ptrdiff_t>(first);
    return std::accumulate(begin, begin + static_cast<std::ptrdiff_t>(count), 0);
}
int height_of(const FlowBlock& block) { return height_of(block, 0, block.pieces.size()); }

class Flow
{
public:
    Flow(std::span<const FlowBlock> blocks, int height) : m_blocks(blocks), m_height(height) {}

    std::vector<FlowPage> pages()
    {
        for (std::size_t at = 0; at < m_blocks.size(); ++at) {
            if (!is_fresh() && m_used + height_needed(at) > m_height) begin_page(at);
            place(at);
        }
        m_pages.push_back(std::move(m_page));
        return std::move(m_pages);
    }

private:
    /// Nothing but repeated heads stands on the page.
    [[nodiscard]] bool is_fresh() const { return m_page.size() == m_repeated; }

    /// The room above a block: the end of the last one and its own beginning are one.
    [[nodiscard]] int gap_before(std::size_t at, int after_last) const
    {
        return std::max(after_last, m_blocks[at].before);
    }

    /// How many of its pieces must stand together at its beginning.
    [[nodiscard]] std::size_t count_together(const FlowBlock& block) const
    {
        const auto count = block.pieces.size();
        if (block.kind != FlowKind::paragraph) return height_of(block) <= m_height ? count : 1;
        if (block.keeps_with_next && height_of(block) <= m_height) return count;
        return count < 2 * lines_together ? count : lines_together;
    }

    /// From here to where a page may end, room above included. What keeps with its next and
    /// cannot stand on one page with it stands where it is.
    [[nodiscard]] int height_needed(std::size_t at) const
    {
        int needed = 0;
        int after_last = m_after;
        for (auto next = at; next < m_blocks.size(); ++next) {
            const auto& block = m_blocks[next];
            needed += gap_before(next, after_last) + height_of(block, 0, count_together(block));
            if (needed > m_height) break;
            if (!block.keeps_with_next) return needed;
            after_last = block.after;
        }
        return needed <= m_height ? needed
                                  : gap_before(at, m_after) +
                                        height_of(m_blocks[at], 0, count_together(m_blocks[at]));
    }

    /// For the block that goes on there, or begins.
    void begin_page(std::size_t at)
    {
        m_pages.push_back(std::move(m_page));
        m_page.clear();
        m_used = 0;
        m_after = 0;
        m_repeated = 0;
        const auto& block = m_blocks[at];
        if (block.kind != FlowKind::row) return;
        int heads = 0;
        std::vector<std::size_t> repeated;
        for (auto before = at; before > 0 && m_blocks[before - 1].table == block.table; --before) {
            if (m_blocks[before - 1].kind != FlowKind::head) continue;
            repeated.push_back(before - 1);
            heads += height_of(m_blocks[before - 1]);
        }
        if (heads + height_of(block, 0, count_together(block)) > m_height) return;
        std::ranges::reverse(repeated);
        for (const auto head : repeated) add(head, 0, m_blocks[head].pieces.size());
        m_repeated = m_page.size();
    }

    void add(std::size_t at, std::size_t first, std::size_t count)
    {
        m_page.push_back({.block = at, .first = first, .count = count, .top = m_used});
        m_used += height_of(m_blocks[at], first, count);
    }

    /// How many of the pieces that fit may stand on this page, where not all that are left do.
    [[nodiscard]] std::size_t cut(const FlowBlock& block, std::size_t first,
                                  std::size_t fitting) const
    {
        if (block.kind != FlowKind::paragraph) return height_of(block) <= m_height ? 0 : fitting;
        const auto left = block.pieces.size() - first;
        const auto count =
            left - fitting < lines_together ? left - std::min(left, lines_together) : fitting;
        return first == 0 && count < lines_together ? 0 : count;
    }

    void place(std::size_t at)
    {
        const auto& block = m_blocks[at];
        const bool is_first_page = m_pages.empty();
        if (!is_fresh() || is_first_page) m_used += gap_before(at, m_after);
        for (std::size_t first = 0; first < block.pieces.size();) {
            const auto left = block.pieces.size() - first;
            std::size_t fitting = 0;
            for (int used = m_used; fitting < left; ++fitting) {
                used += block.pieces[first + fitting];
                if (used > m_height) break;
            }
            auto count = fitting == left ? left : cut(block, first, fitting);
            if (count == 0 && is_fresh()) count = std::max<std::size_t>(fitting, 1);
            if (count > 0) add(at, first, count);
            first += count;
            if (first < block.pieces.size()) begin_page(at);
        }
        m_after = block.after;
    }

    std::span<const FlowBlock> m_blocks;
    int m_height;
    std::vector<FlowPage> m_pages{};
    FlowPage m_page{};
    std::size_t m_repeated{};  ///< heads at the top of the page
    int m_used{};
    int m_after{};  ///< room that the last block asks for below itself
};

}  // namespace

std::vector<FlowPage> pages_of(std::span<const FlowBlock> blocks, int height)
{
    return Flow{blocks, height}.pages();
}

}  // namespace caicach::document
