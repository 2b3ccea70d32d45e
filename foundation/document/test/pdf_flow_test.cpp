#include "document/pdf_flow.hpp"

#include <doctest/doctest.h>

#include <vector>

namespace caicach::document::testing
{

namespace
{

FlowBlock lines(std::size_t count, bool keeps_with_next = false)
{
    return {.pieces = std::vector<int>(count, 10), .keeps_with_next = keeps_with_next};
}
FlowBlock row(int height) { return {.kind = FlowKind::row, .pieces = {height}, .table = 1}; }
FlowBlock head(int height)
{
    return {.kind = FlowKind::head, .pieces = {height}, .table = 1, .keeps_with_next = true};
}
/// The blocks on each page, a part of one as often as it has pieces there.
std::vector<std::vector<std::size_t>> on_pages(const std::vector<FlowBlock>& blocks, int height)
{
    std::vector<std::vector<std::size_t>> pages;
    for (const auto& page : pages_of(blocks, height)) {
        auto& blocks_there = pages.emplace_back();
        for (const auto& placed : page)
            blocks_there.insert(blocks_there.end(), placed.count, placed.block);
    }
    return pages;
}
using Pages = std::vector<std::vector<std::size_t>>;

}  // namespace

TEST_CASE("nothing makes one empty page, what fits exactly stands on one")
{
    CHECK(on_pages({}, 100) == Pages{{}});
    CHECK(on_pages({lines(4), lines(6)}, 100).size() == 1);
    CHECK(on_pages({lines(4), lines(7)}, 100).size() == 2);
}

TEST_CASE("of two rooms that meet the larger counts, none stands at the top of a new page")
{
    auto first = lines(2);
    first.before = 5;
    first.after = 6;
    auto second = lines(2);
    second.before = 4;
    const auto one = pages_of(std::vector{first, second}, 100);
    CHECK(one == std::vector<FlowPage>{{{.block = 0, .first = 0, .count = 2, .top = 5},
                                        {.block = 1, .first = 0, .count = 2, .top = 31}}});
    const auto two = pages_of(std::vector{first, second}, 40);
    CHECK(two.back() == FlowPage{{.block = 1, .first = 0, .count = 2, .top = 0}});
}

TEST_CASE("no line of a paragraph stands alone above or below the end of a page")
{
    // One line would fit: it goes over with the others.
    CHECK(on_pages({lines(9), lines(4)}, 100) ==
          Pages{std::vector<std::size_t>(9, 0), {1, 1, 1, 1}});
    // Three would fit, one would be left: two go over.
    CHECK(on_pages({lines(7), lines(4)}, 100) == Pages{{0, 0, 0, 0, 0, 0, 0, 1, 1}, {1, 1}});
    // Three lines can be cut nowhere.
    CHECK(on_pages({lines(8), lines(3)}, 100).front().size() == 8);
    // A long one goes over many pages.
    const auto pages = on_pages({lines(25)}, 100);
    CHECK(pages.size() == 3);
    CHECK(pages.back().size() == 5);
    CHECK(on_pages({lines(21)}, 100).back().size() == 2);
}

TEST_CASE("a heading stands with what follows, a chain of them too")
{
    CHECK(on_pages({lines(8), lines(1, true), lines(4)}, 100) ==
          Pages{std::vector<std::size_t>(8, 0), {1, 2, 2, 2, 2}});
    CHECK(on_pages({lines(7), lines(1, true), lines(1, true), lines(2)}, 100).front().size() == 7);
    CHECK(on_pages({lines(7), lines(1, true), lines(4)}, 100).front().size() == 10);
    // What fits on no page keeps with nothing.
    CHECK(on_pages({lines(2), lines(9, true), lines(2)}, 100) ==
          Pages{{0, 0}, std::vector<std::size_t>(9, 1), {2, 2}});
}

TEST_CASE("no signature stands on a page alone")
{
    const FlowBlock signature{.kind = FlowKind::row, .pieces = {30}, .table = 1};
    const auto pages = on_pages({lines(8), lines(2, true), signature}, 100);
    CHECK(pages == Pages{std::vector<std::size_t>(8, 0), {1, 1, 2}});
}

TEST_CASE("rows are whole, their head is repeated on each page")
{
    std::vector<FlowBlock> blocks{head(20)};
    for (int number = 0; number < 5; ++number) blocks.push_back(row(30));
    CHECK(on_pages(blocks, 100) == Pages{{0, 1, 2}, {0, 3, 4}, {0, 5}});
    const auto pages = pages_of(blocks, 100);
    CHECK(pages[1][1].top == 20);
}

TEST_CASE("a head stands with its first row, and not where it leaves no room for one")
{
    CHECK(on_pages({lines(7), head(20), row(30)}, 100) == Pages{{0, 0, 0, 0, 0, 0, 0}, {1, 2}});
    CHECK(on_pages({head(80), row(15), row(30)}, 100) == Pages{{0, 1}, {2}});
}

TEST_CASE("a row that is higher than a page is cut, a piece that is runs over its end")
{
    const FlowBlock high{.kind = FlowKind::row, .pieces = std::vector<int>(15, 10), .table = 1};
    CHECK(on_pages({head(20), high}, 100) ==
          Pages{{0, 1, 1, 1, 1, 1, 1, 1, 1}, {0, 1, 1, 1, 1, 1, 1, 1}});
    CHECK(on_pages({lines(1), row(500), lines(1)}, 100) == Pages{{0}, {1}, {2}});
}

}  // namespace caicach::document::testing
