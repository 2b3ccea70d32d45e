// A picture of a page: its lines, and the grid that they draw.
#include <cstddef>
#include <cstdint>
#include <string>

#include "document/page_grid.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    using namespace caicach::document;
    auto raster = Raster::parse(std::string{reinterpret_cast<const char*>(data), size});
    if (!raster) return 0;
    const auto grids = find_grids(take_out_rulings(*raster, 8), 1);
    TextRules rules{.body_height = 10, .has_exact_boxes = false};
    const std::vector<Word> words{{{1, 1, 9, 9}, "a"}, {{20, 20, 30, 30}, "1"}};
    for (const auto& grid : grids) static_cast<void>(table_of(grid, words, rules));
    return 0;
}
