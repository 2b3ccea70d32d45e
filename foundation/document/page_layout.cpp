#include "document/page_layout.hpp"

#include <algorithm>

#include "document/page_columns.hpp"
#include "document/page_paragraphs.hpp"
#include "document/page_rows.hpp"
#include "document/page_table.hpp"

namespace caicach::document
{
namespace
{

// The same without the few lines that stick out of the text of the page.
Measure measure_of_page(const std::vector<TextLine>& rows)
{
    auto measure = measure_of(rows);
    std::vector<float> lefts;
    std::vector<float> rights;
    for (const auto& row : rows) {
        lefts.push_back(row.box.left);
        rights.push_back(row.box.right);
    }
    std::sort(lefts.begin(), lefts.end());
    std::sort(rights.begin(), rights.end());
    const auto skipped = rows.size() / 50;
    measure.left = lefts[skipped];
    measure.right = rights[rows.size() - 1 - skipped];
    measure.width = measure.right - measure.left;
    return measure;
}

class PageLayout
{
public:
    PageLayout(TextRules& rules, CanonicalText& canonical) : m_rules(rules), m_canonical(canonical)
    {
    }

    void lay_out(PageWords& page)
    {
        m_canonical.set_page(page.number);
        const auto rows = page_rows(page);
        if (rows.empty()) return;
        m_measure = measure_of_page(rows);
        std::size_t done = 0;
        for (const auto& region : find_columns(rows, m_rules.body_height)) {
            add_lines({rows.begin() + offset(done), rows.begin() + offset(region.row_begin)},
                      m_measure);
            add_region(rows, region);
            done = region.row_end;
        }
        add_lines({rows.begin() + offset(done), rows.end()}, m_measure);
    }

private:
    static std::ptrdiff_t offset(std::size_t index) { return static_cast<std::ptrdiff_t>(index); }

    void add_lines(const std::vector<TextLine>& lines, Measure measure)
    {
        for (const auto& paragraph : join_lines(lines, measure, m_rules)) {
            m_canonical.add_paragraph(paragraph);
        }
    }
    void add_region(const std::vector<TextLine>& rows, const ColumnRegion& region)
    {
        Columns columns(region.gutters.size() + 1);
        for (auto row = region.row_begin; row < region.row_end; ++row) {
            auto cells = split_row(rows[row], region.gutters);
            for (std::size_t column = 0; column < cells.size(); ++column) {
                if (!cells[column].words.empty()) columns[column].push_back(cells[column]);
            }
        }
        constexpr std::size_t table_columns_min = 3;
        if (columns.size() >= table_columns_min) {
            m_canonical.add_table(table_of(columns, m_rules));
            return;
        }
        add_side_by_side(columns.front(), columns.back());
    }
    // Centred lines may be as wide as the page leaves room beside the other text.
    void add_side_by_side(const std::vector<TextLine>& left, const std::vector<TextLine>& right)
    {
        auto left_measure = measure_of(left);
        auto right_measure = measure_of(right);
        left_measure.width = right_measure.left - m_measure.left;
        right_measure.width = m_measure.right - left_measure.right;
        add_lines(left, left_measure);
        add_lines(right, right_measure);
    }

    TextRules& m_rules;
    CanonicalText& m_canonical;
    Measure m_measure{};
};

}  // namespace

void lay_out(std::vector<PageWords>& pages, WordSource source, CanonicalText& canonical)
{
    TextRules rules;
    rules.marks_notes = source == WordSource::text;
    for (auto& page : pages) {
        // A page of few words says little about the size of the text.
        constexpr std::size_t words_min = 40;
        if (rules.body_height == 0 || page.words.size() >= words_min) {
            rules.body_height = body_height(page);
        }
        PageLayout{rules, canonical}.lay_out(page);
    }
}

}  // namespace caicach::document
