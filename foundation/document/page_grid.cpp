#include "document/page_grid.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <map>

#include "document/page_paragraphs.hpp"

namespace caicach::document
{
namespace
{

constexpr float near = 5;               // points: lines askew, double lines, rounded corners
constexpr std::size_t lines_max = 400;  // of one table, in one direction

Box scaled(const Box& box, float scale)
{
    return {box.left * scale, box.top * scale, box.right * scale, box.bottom * scale};
}

bool touch(const Box& a, const Box& b)
{
    return a.left <= b.right + near && b.left <= a.right + near && a.top <= b.bottom + near &&
           b.top <= a.bottom + near;
}

// Lines that hang together.
struct Cluster {
    Box box{};
    std::vector<Box> horizontal{};
    std::vector<Box> vertical{};
};

std::vector<Cluster> clusters_of(const Rulings& rulings, float scale)
{
    std::vector<Cluster> clusters;
    for (const auto& line : rulings.horizontal) {
        const auto box = scaled(line, scale);
        clusters.push_back({box, {box}, {}});
    }
    for (const auto& line : rulings.vertical) {
        const auto box = scaled(line, scale);
        clusters.push_back({box, {}, {box}});
    }
    if (clusters.size() > lines_max) return {};
    const auto hang_together = [](const Cluster& a, const Cluster& b) {
        if (!touch(a.box, b.box)) return false;
        const auto any = [](const std::vector<Box>& some, const std::vector<Box>& others) {
            return std::any_of(some.begin(), some.end(), [&](const Box& one) {
                return std::any_of(others.begin(), others.end(),
                                   [&](const Box& other) { return touch(one, other); });
            });
        };
        return any(a.horizontal, b.vertical) || any(a.vertical, b.horizontal);
    };
    for (std::size_t i = 0; i < clusters.size();) {
        const auto other = std::find_if(
            clusters.begin() + static_cast<std::ptrdiff_t>(i) + 1, clusters.end(),
            [&](const Cluster& candidate) { return hang_together(clusters[i], candidate); });
        if (other == clusters.end()) {
            ++i;
            continue;
        }
        auto& cluster = clusters[i];
        cluster.box.include(other->box);
        cluster.horizontal.insert(cluster.horizontal.end(), other->horizontal.begin(),
                                  other->horizontal.end());
        cluster.vertical.insert(cluster.vertical.end(), other->vertical.begin(),
                                other->vertical.end());
        clusters.erase(other);
    }
    return clusters;
}

// Places that are nearly one become one.
std::vector<float> distinct(std::vector<float> places)
{
    std::sort(places.begin(), places.end());
    std::vector<float> kept;
    for (const auto place : places) {
        if (kept.empty() || place - kept.back() > near) kept.push_back(place);
    }
    return kept;
}

Grid grid_of(const Cluster& cluster)
{
    Grid grid;
    grid.box = cluster.box;
    std::vector<float> xs;
    std::vector<float> ys;
    xs.reserve(cluster.vertical.size());
    ys.reserve(cluster.horizontal.size());
    for (const auto& line : cluster.vertical) xs.push_back(line.centre());
    for (const auto& line : cluster.horizontal) ys.push_back(line.middle());
    grid.columns = distinct(std::move(xs));
    grid.rows = distinct(std::move(ys));
    if (grid.columns.size() < 3 || grid.rows.size() < 3) return {};
    for (std::size_t row = 0; row < grid.row_count(); ++row) {
        for (std::size_t column = 0; column < grid.column_count(); ++column) {
            const auto x = (grid.columns[column] + grid.columns[column + 1]) / 2;
            const auto y = (grid.rows[row] + grid.rows[row + 1]) / 2;
            const auto left =
                std::any_of(cluster.vertical.begin(), cluster.vertical.end(), [&](const Box& line) {
                    return std::fabs(line.centre() - grid.columns[column]) <= 2 * near &&
                           line.top <= y && y <= line.bottom;
                });
            const auto top = std::any_of(
                cluster.horizontal.begin(), cluster.horizontal.end(), [&](const Box& line) {
                    return std::fabs(line.middle() - grid.rows[row]) <= 2 * near &&
                           line.left <= x && x <= line.right;
                });
            grid.has_left.push_back(column == 0 || left);
            grid.has_top.push_back(row == 0 || top);
        }
    }
    return grid;
}

std::size_t slot_at(const std::vector<float>& lines, float place)
{
    const auto after = std::upper_bound(lines.begin(), lines.end(), place);
    const auto index = static_cast<std::size_t>(after - lines.begin());
    return std::clamp<std::size_t>(index, 1, lines.size() - 1) - 1;
}

// A column that counts is known by most of its numbers; the others were misread.
void repair_ordinals(Table& table)
{
    std::map<int, int> offsets;
    const auto number_in = [](const TableRow& row) {
        const auto text = join_cell(row.cells.front().paragraphs);
        int number = 0;
        std::from_chars(text.data(), text.data() + text.size(), number);
        return number;
    };
    const auto counts = [](const TableRow& row) {
        return row.cells.size() > 1 && !row.cells.front().repeats_above &&
               std::count_if(row.cells.begin() + 1, row.cells.end(), [](const TableCell& cell) {
                   return !cell.paragraphs.empty() || cell.repeats_above;
               }) > 1;
    };
    int index = 0;
    for (const auto& row : table.rows) {
        if (!counts(row)) continue;
        if (const int number = number_in(row); number > 0) ++offsets[number - index];
        ++index;
    }
    constexpr int votes_min = 3;
    const auto most =
        std::max_element(offsets.begin(), offsets.end(),
                         [](const auto& a, const auto& b) { return a.second < b.second; });
    if (most == offsets.end() || most->second < votes_min || most->second * 2 < index) return;
    index = 0;
    for (auto& row : table.rows) {
        if (!counts(row)) continue;
        const int number = most->first + index++;
        // The head stands before the first number.
        if (number > 0) row.cells.front().paragraphs = {std::to_string(number)};
    }
}

}  // namespace

bool Grid::has_first_cell(float y) const { return has_left[slot_at(rows, y) * column_count() + 1]; }

std::vector<Grid> find_grids(const Rulings& rulings, float scale)
{
    std::vector<Grid> grids;
    for (const auto& cluster : clusters_of(rulings, scale)) {
        auto grid = grid_of(cluster);
        if (!grid.columns.empty()) grids.push_back(std::move(grid));
    }
    std::sort(grids.begin(), grids.end(),
              [](const Grid& a, const Grid& b) { return a.box.top < b.box.top; });
    return grids;
}

float find_notes_top(const Rulings& rulings, const std::vector<Grid>& grids, float scale,
                     const Box& page)
{
    constexpr float width_min = 0.1F;  // parts of the page
    constexpr float width_max = 0.45F;
    constexpr float left_max = 0.25F;
    float lowest = 0;
    for (const auto& ruling : rulings.horizontal) {
        const auto line = scaled(ruling, scale);
        const auto width = line.width() / page.width();
        const bool is_short = width > width_min && width < width_max;
        const bool is_placed =
            line.left < left_max * page.width() && line.middle() > page.height() / 2;
        const bool is_in_table = std::any_of(
            grids.begin(), grids.end(), [&](const Grid& grid) { return touch(grid.box, line); });
        if (is_short && is_placed && !is_in_table) lowest = std::max(lowest, line.middle());
    }
    return lowest;
}

Table table_of(const Grid& grid, const std::vector<Word>& words, TextRules& rules)
{
    const auto columns = grid.column_count();
    // Each slot belongs to the cell of its neighbour above or left where no line parts them.
    std::vector<std::size_t> cell_of(columns * grid.row_count());
    for (std::size_t slot = 0; slot < cell_of.size(); ++slot) {
        cell_of[slot] = !grid.has_top[slot]    ? cell_of[slot - columns]
                        : !grid.has_left[slot] ? cell_of[slot - 1]
                                               : slot;
    }
    std::vector<PageWords> inside(cell_of.size());
    for (const auto& word : words) {
        const auto slot = slot_at(grid.rows, word.box.middle()) * columns +
                          slot_at(grid.columns, word.box.centre());
        inside[cell_of[slot]].words.push_back(word);
    }
    std::vector<std::vector<TextLine>> lines(cell_of.size());
    std::vector<float> rights(columns);
    for (std::size_t slot = 0; slot < cell_of.size(); ++slot) {
        lines[slot] = page_rows(inside[slot]);
        auto& right = rights[slot % columns];
        for (const auto& line : lines[slot]) right = std::max(right, line.box.right);
    }
    Table table;
    table.has_borders = true;
    for (std::size_t row = 0; row < grid.row_count(); ++row) {
        TableRow cells;
        for (std::size_t column = 0; column < columns; ++column) {
            const auto slot = row * columns + column;
            TableCell cell;
            cell.repeats_above = !grid.has_top[slot];
            // Lines of a column are wrapped where the longest of them ends; one that spans columns
            // has its own end.
            auto measure = measure_of(lines[slot]);
            const bool spans = measure.right > grid.columns[column + 1];
            if (!spans) measure.right = std::min(rights[column], grid.columns[column + 1]);
            measure.width = measure.right - measure.left;
            cell.paragraphs = join_lines(lines[slot], measure, rules);
            cells.cells.push_back(std::move(cell));
        }
        table.rows.push_back(std::move(cells));
    }
    if (!rules.has_exact_boxes) repair_ordinals(table);
    return table;
}

}  // namespace caicach::document
