#include "document/page_table.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

#include "document/page_paragraphs.hpp"
#include "text/text.hpp"

namespace caicach::document
{
namespace
{

// "1", "12.", "IV", "a)": what a first column counts with.
bool is_ordinal(const TextLine& line)
{
    if (line.words.size() != 1) return false;
    auto word = line.words.front().text;
    if (word.ends_with('.') || word.ends_with(')')) word.remove_suffix(1);
    if (word.empty() || word.size() > 4) return false;
    const auto all_of = [&](std::string_view allowed) {
        return word.find_first_not_of(allowed) == std::string_view::npos;
    };
    return all_of("0123456789.") || all_of("IVX") || (word.size() == 1 && all_of("abcdeghik"));
}

// Cuts the height of a table into rows.
class RowCutter
{
public:
    RowCutter(const Columns& columns, float height) : m_columns(columns), m_height(height)
    {
        for (const auto& column : columns) {
            for (const auto& line : column) m_lines.push_back(&line);
        }
        std::sort(m_lines.begin(), m_lines.end(),
                  [](const auto* a, const auto* b) { return a->box.middle() < b->box.middle(); });
        m_usual_gap = usual_gap();
    }

    // The y of each cut, ascending.
    [[nodiscard]] std::vector<float> cuts() const
    {
        const auto& first = m_columns.front();
        const auto ordinals =
            static_cast<std::size_t>(std::count_if(first.begin(), first.end(), is_ordinal));
        constexpr std::size_t ordinals_min = 2;
        // All but the head must count.
        const bool counts = ordinals >= ordinals_min && ordinals + 3 >= first.size();
        return counts || (ordinals == 1 && first.size() <= 2) ? cuts_between_ordinals()
                                                              : cuts_at_gaps();
    }

private:
    // The free height at y, in the column where it is least; lines belong where their middles are.
    [[nodiscard]] float clearance(float y) const
    {
        auto least = std::numeric_limits<float>::max();
        for (const auto& column : m_columns) {
            const TextLine* above = nullptr;
            for (const auto& line : column) {
                if (line.box.middle() < y) {
                    above = &line;
                    continue;
                }
                if (above != nullptr) least = std::min(least, line.box.top - above->box.bottom);
                break;
            }
        }
        return least;
    }
    [[nodiscard]] float usual_gap() const
    {
        std::vector<float> gaps;
        for (const auto& column : m_columns) {
            for (std::size_t i = 1; i < column.size(); ++i) {
                gaps.push_back(column[i].box.top - column[i - 1].box.bottom);
            }
        }
        if (gaps.empty()) return 0;
        const auto quantile = gaps.begin() + static_cast<std::ptrdiff_t>(gaps.size() / 3);
        std::nth_element(gaps.begin(), quantile, gaps.end());
        return *quantile;
    }
    // Between the middles of two lines of the first column: where there is most room.
    [[nodiscard]] float best_cut(float from, const TextLine& below) const
    {
        constexpr float above_ordinal_bonus = 0.12F;
        auto best = below.box.top;
        auto best_score = std::numeric_limits<float>::lowest();
        const TextLine* above = nullptr;
        for (const auto* line : m_lines) {
            const auto middle = line->box.middle();
            if (above != nullptr && above->box.middle() >= from - 0.01F &&
                middle > above->box.middle() + 0.3F * m_height) {
                const auto y = (above->box.middle() + middle) / 2;
                auto score = std::min(clearance(y), 3 * m_height);
                // Most tables set their cells at the top.
                if (std::fabs(line->box.top - below.box.top) < 0.3F * m_height) {
                    score += above_ordinal_bonus * m_height;
                }
                if (score > best_score) {
                    best_score = score;
                    best = y;
                }
            }
            if (middle >= below.box.middle()) break;
            above = line;
        }
        return best;
    }
    [[nodiscard]] std::vector<float> cuts_between_ordinals() const
    {
        std::vector<float> cuts;
        const TextLine* before = nullptr;
        for (const auto& line : m_columns.front()) {
            if (is_ordinal(line)) {
                if (before != nullptr) {
                    cuts.push_back(best_cut(before->box.middle(), line));
                } else if (!m_lines.empty()) {
                    add_cut_above_first(line, cuts);
                }
            }
            if (is_ordinal(line) || before == nullptr) before = &line;
        }
        return cuts;
    }
    // What stands above the first ordinal may be the end of a row of the page before.
    void add_cut_above_first(const TextLine& first, std::vector<float>& cuts) const
    {
        if (m_lines.front()->box.middle() >= first.box.middle() - 0.5F * m_height) return;
        const auto y = best_cut(m_lines.front()->box.middle(), first);
        if (clearance(y) > m_usual_gap + 0.15F * m_height) cuts.push_back(y);
    }
    [[nodiscard]] std::vector<float> cuts_at_gaps() const
    {
        std::vector<float> cuts;
        for (std::size_t i = 1; i < m_lines.size(); ++i) {
            const auto above = m_lines[i - 1]->box.middle();
            const auto below = m_lines[i]->box.middle();
            if (below - above < 0.3F * m_height) continue;
            const auto y = (above + below) / 2;
            if (clearance(y) > m_usual_gap + 0.2F * m_height) cuts.push_back(y);
        }
        return cuts.empty() ? cuts_at_first_column() : cuts;
    }
    // No room between rows: each line of the first column begins one, where others begin with it.
    [[nodiscard]] std::vector<float> cuts_at_first_column() const
    {
        std::vector<float> cuts;
        for (const auto& line : m_columns.front()) {
            std::size_t beside = 0;
            for (const auto* other : m_lines) {
                if (std::fabs(other->box.top - line.box.top) < 0.2F * m_height) ++beside;
            }
            const bool is_top = line.box.top - m_lines.front()->box.top < 0.3F * m_height;
            if (beside * 2 > m_columns.size() && !is_top) cuts.push_back(line.box.top);
        }
        return cuts;
    }

    const Columns& m_columns;
    float m_height;
    std::vector<const TextLine*> m_lines{};
    float m_usual_gap{};
};

// A cell that is empty amid a column of full ones is the lower part of one that spans rows. The
// first column counts, and remarks in the last one are rare: there an empty cell is empty.
void repeat_spanning_cells(Table& table)
{
    if (table.rows.size() < 3) return;
    const auto columns = table.rows.front().cells.size();
    for (std::size_t column = 1; column + 1 < columns; ++column) {
        std::size_t empty = 0;
        for (const auto& row : table.rows) empty += row.cells[column].paragraphs.empty() ? 1U : 0U;
        if (empty * 3 > table.rows.size()) continue;
        for (std::size_t row = 2; row < table.rows.size(); ++row) {
            auto& cell = table.rows[row].cells[column];
            const bool is_item = !table.rows[row].cells.front().paragraphs.empty();
            const bool is_heading = table.rows[row].cells[1].paragraphs.empty();
            if (cell.paragraphs.empty() && is_item && !is_heading) cell.repeats_above = true;
        }
    }
}

}  // namespace

Table table_of(const Columns& columns, TextRules& rules)
{
    Table table;
    table.has_borders = true;
    const auto cuts = RowCutter{columns, rules.body_height}.cuts();
    for (std::size_t row = 0; row <= cuts.size(); ++row) {
        const auto from = row == 0 ? std::numeric_limits<float>::lowest() : cuts[row - 1];
        const auto to = row == cuts.size() ? std::numeric_limits<float>::max() : cuts[row];
        TableRow cells;
        for (const auto& column : columns) {
            std::vector<TextLine> lines;
            for (const auto& line : column) {
                if (line.box.middle() >= from && line.box.middle() < to) lines.push_back(line);
            }
            TableCell cell;
            cell.paragraphs = join_lines(lines, measure_of(column), rules);
            cells.cells.push_back(std::move(cell));
        }
        table.rows.push_back(std::move(cells));
    }
    repeat_spanning_cells(table);
    return table;
}

}  // namespace caicach::document
