#pragma once
#include <cstddef>
#include <span>
#include <vector>

/// Which page each piece of a text stands on. Pure: heights in, pages out.
namespace caicach::document
{

enum class FlowKind {
    paragraph,  ///< its pieces are lines: at least two of them stand on each page
    row,        ///< of a table: cut only where it is higher than a page
    head,       ///< a row that is repeated where its table goes on on a new page
};

/// What stands on the sheet from side to side: a paragraph, a row, a rule.
struct FlowBlock {
    FlowKind kind{FlowKind::paragraph};
    std::vector<int> pieces{};  ///< their heights; a page ends between pieces only
    int before{};               ///< room above; none at the top of a page but the first
    int after{};                ///< room below; of two that meet, the larger one counts
    int table{};                ///< rows of one table have the same number; 0: no row
    bool keeps_with_next{};     ///< its end and the beginning of the next stand on one page
};

/// Some pieces of a block, one below the other.
struct FlowPlaced {
    std::size_t block{};
    std::size_t first{};  ///< of its pieces
    std::size_t count{};
    int top{};  ///< from the top of the page's text

    friend bool operator==(const FlowPlaced&, const FlowPlaced&) = default;
};
using FlowPage = std::vector<FlowPlaced>;

/// At least one page. A piece that is higher than a page stands alone and runs over its end.
[[nodiscard]] std::vector<FlowPage> pages_of(std::span<const FlowBlock> blocks, int height);

}  // namespace caicach::document
