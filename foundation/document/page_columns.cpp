#include "document/page_columns.hpp"

#include <algorithm>

namespace caicach::document
{
namespace
{

// All in heights of the body text.
constexpr float wide_gap_min = 0.45F;    // in one row: more than the space between words …
constexpr float wide_gap_spaces = 1.6F;  // … in spaces: typewriters set words further apart
constexpr float gutter_min = 0.3F;       // common to all rows
constexpr float side_gutter_min = 0.7F;  // between two texts side by side
constexpr float row_distance_max = 2.2F;

// What is wider is no space between words. The narrowest fifth of all gaps tells how wide those
// are: tables have wide gaps, and justified text wider ones than it needs.
float wide_gap_of(const std::vector<TextLine>& rows, float height)
{
    std::vector<float> gaps;
    for (const auto& row : rows) {
        for (std::size_t i = 1; i < row.words.size(); ++i) {
            gaps.push_back(row.words[i].box.left - row.words[i - 1].box.right);
        }
    }
    if (gaps.empty()) return wide_gap_min * height;
    const auto fifth = gaps.begin() + static_cast<std::ptrdiff_t>(gaps.size() / 5);
    std::nth_element(gaps.begin(), fifth, gaps.end());
    return std::max(wide_gap_min * height, wide_gap_spaces * *fifth);
}

// Has the row a gap by which a row of a table is known?
bool is_gappy(const TextLine& row, float wide_gap)
{
    for (std::size_t i = 1; i < row.words.size(); ++i) {
        if (row.words[i].box.left - row.words[i - 1].box.right > wide_gap) return true;
    }
    return false;
}

// How many of the rows cover each point of the width; words of a row that stand close are one.
class Coverage
{
public:
    Coverage(float left, float right)
        : m_left(left), m_counts(static_cast<std::size_t>(std::max(right - left, 0.0F)) + 2)
    {
    }
    void add(const TextLine& row, float wide_gap)
    {
        auto begin = row.words.front().box.left;
        auto end = row.words.front().box.right;
        for (const auto& word : row.words) {
            if (word.box.left - end > wide_gap) {
                count(begin, end);
                begin = word.box.left;
            }
            end = std::max(end, word.box.right);
        }
        count(begin, end);
        ++m_rows;
    }
    // The middles of the free stretches between covered ones.
    [[nodiscard]] std::vector<float> gutters(float width_min) const
    {
        // A heading cell that spans columns may cross a gutter.
        const auto tolerated = m_rows < 5 ? 0 : std::max(m_rows / 8, 1);
        std::vector<float> found;
        std::size_t free_from = 0;
        bool has_text_before = false;
        for (std::size_t x = 0; x < m_counts.size(); ++x) {
            if (m_counts[x] <= tolerated) continue;
            const auto width = static_cast<float>(x - free_from);
            if (has_text_before && width >= width_min) {
                found.push_back(m_left + static_cast<float>(free_from) + width / 2);
            }
            has_text_before = true;
            free_from = x + 1;
        }
        return found;
    }

private:
    void count(float begin, float end)
    {
        const auto size = m_counts.size();
        const auto from = static_cast<std::size_t>(std::max(begin - m_left, 0.0F));
        const auto to = static_cast<std::size_t>(std::max(end - m_left, 0.0F));
        for (auto x = from; x <= to && x < size; ++x) ++m_counts[x];
    }

    float m_left;
    std::vector<int> m_counts;
    int m_rows{};
};

std::size_t crossings(const TextLine& row, const std::vector<float>& gutters, float wide_gap)
{
    std::size_t count = 0;
    for (const auto gutter : gutters) {
        for (std::size_t i = 0; i < row.words.size(); ++i) {
            const auto& box = row.words[i].box;
            const bool covers = box.left < gutter && gutter < box.right;
            const bool spans = i > 0 && row.words[i - 1].box.right <= gutter &&
                               gutter <= box.left &&
                               box.left - row.words[i - 1].box.right < wide_gap;
            if (covers || spans) {
                ++count;
                break;
            }
        }
    }
    return count;
}

class Finder
{
public:
    Finder(const std::vector<TextLine>& rows, float height)
        : m_rows(rows), m_height(height), m_wide_gap(wide_gap_of(rows, height))
    {
        for (const auto& row : rows) m_page.include(row.box);
    }

    [[nodiscard]] std::vector<ColumnRegion> find() const
    {
        std::vector<ColumnRegion> regions;
        std::size_t begin = 0;
        while (begin < m_rows.size()) {
            if (!is_gappy(m_rows[begin], m_wide_gap)) {
                ++begin;
                continue;
            }
            const auto floor = regions.empty() ? 0 : regions.back().row_end;
            auto region = region_from(begin, floor);
            begin = std::max(region.row_end, begin + 1);
            if (!region.gutters.empty()) regions.push_back(std::move(region));
        }
        return regions;
    }

private:
    [[nodiscard]] bool is_near(std::size_t row) const
    {
        return m_rows[row].box.top - m_rows[row - 1].box.bottom < row_distance_max * m_height;
    }
    [[nodiscard]] bool is_narrow(const TextLine& row) const
    {
        return row.box.width() < 0.6F * m_page.width();
    }
    // Grows from a gappy row over gappy and narrow ones, then keeps what the gutters allow.
    [[nodiscard]] ColumnRegion region_from(std::size_t begin, std::size_t floor) const
    {
        ColumnRegion region{begin, begin + 1, {}};
        Coverage coverage{m_page.left, m_page.right};
        coverage.add(m_rows[begin], m_wide_gap);
        auto gutters = coverage.gutters(gutter_min * m_height);
        std::size_t gappy = 1;
        for (auto row = begin + 1; row < m_rows.size() && is_near(row); ++row) {
            if (is_gappy(m_rows[row], m_wide_gap)) {
                auto grown = coverage;
                grown.add(m_rows[row], m_wide_gap);
                auto left = grown.gutters(gutter_min * m_height);
                // A row that closes most gutters is no row of this table.
                if (left.empty() || left.size() * 3 < gutters.size()) break;
                coverage = std::move(grown);
                gutters = std::move(left);
                ++gappy;
                region.row_end = row + 1;
            } else if (!is_narrow(m_rows[row]) || ends_table(row, gutters)) {
                break;
            }
        }
        if (gappy < 2 || !is_plausible(region, gutters)) return region;
        region.gutters = std::move(gutters);
        take_in_neighbours(region, floor);
        return region;
    }
    // A narrow row across the middle, such as a title between two tables.
    [[nodiscard]] bool ends_table(std::size_t row, const std::vector<float>& gutters) const
    {
        return crossings(m_rows[row], gutters, m_wide_gap) * 2 > gutters.size();
    }
    [[nodiscard]] bool is_plausible(const ColumnRegion& region,
                                    const std::vector<float>& gutters) const
    {
        if (gutters.size() != 1) return !gutters.empty();
        // Two columns: texts side by side are well apart, and the left one is no list of numbers.
        constexpr float narrow_column = 0.12F;
        auto left_end = m_page.left;
        auto right_begin = m_page.right;
        for (auto i = region.row_begin; i < region.row_end; ++i) {
            for (const auto& word : m_rows[i].words) {
                if (word.box.right <= gutters[0]) left_end = std::max(left_end, word.box.right);
                if (word.box.left >= gutters[0]) {
                    right_begin = std::min(right_begin, word.box.left);
                }
            }
        }
        return right_begin - left_end >= side_gutter_min * m_height &&
               left_end - m_page.left > narrow_column * m_page.width();
    }
    // Rows of one column only above and below, such as the rest of a cell that goes on.
    void take_in_neighbours(ColumnRegion& region, std::size_t floor) const
    {
        constexpr float near = 0.5F;
        const auto gap_below = [&](std::size_t row) {
            return row + 1 < m_rows.size() ? m_rows[row + 1].box.top - m_rows[row].box.bottom
                                           : row_distance_max * m_height;
        };
        const auto fits = [&](std::size_t row) {
            return is_narrow(m_rows[row]) &&
                   crossings(m_rows[row], region.gutters, m_wide_gap) == 0;
        };
        // … and no nearer to what stands on its other side.
        constexpr float slack = 0.2F;
        while (region.row_begin > floor) {
            const auto row = region.row_begin - 1;
            const auto gap = gap_below(row);
            const auto other = row > 0 ? gap_below(row - 1) : gap;
            if (!fits(row) || gap > near * m_height || gap > other + slack * m_height) break;
            --region.row_begin;
        }
        while (region.row_end < m_rows.size()) {
            const auto row = region.row_end;
            const auto gap = gap_below(row - 1);
            if (!fits(row) || gap > near * m_height || gap > gap_below(row) + slack * m_height) {
                break;
            }
            ++region.row_end;
        }
    }

    const std::vector<TextLine>& m_rows;
    float m_height;
    float m_wide_gap;
    Box m_page{1e6F, 1e6F, -1e6F, -1e6F};
};

}  // namespace

std::vector<ColumnRegion> find_columns(const std::vector<TextLine>& rows, float body_height)
{
    if (rows.empty()) return {};
    return Finder{rows, body_height}.find();
}

std::vector<TextLine> split_row(const TextLine& row, const std::vector<float>& gutters)
{
    std::vector<TextLine> columns(gutters.size() + 1);
    std::size_t begin = 0;
    for (std::size_t column = 0; column <= gutters.size(); ++column) {
        auto end = begin;
        while (end < row.words.size() &&
               (column == gutters.size() || row.words[end].box.centre() < gutters[column])) {
            ++end;
        }
        if (end > begin) {
            auto& line = columns[column];
            line.words = row.words.subspan(begin, end - begin);
            line.box = line.words.front().box;
            for (const auto& word : line.words) line.box.include(word.box);
        }
        begin = end;
    }
    return columns;
}

}  // namespace caicach::document
