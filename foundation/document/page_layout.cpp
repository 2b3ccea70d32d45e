#include "document/page_layout.hpp"

#include <algorithm>

#include "document/page_columns.hpp"
#include "document/page_paragraphs.hpp"
#include "document/page_rows.hpp"
#include "document/page_table.hpp"
#include "document/page_typewriter.hpp"

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

std::ptrdiff_t offset(std::size_t index) { return static_cast<std::ptrdiff_t>(index); }

// A cell without text, other than in the first and the last column.
bool has_gaps(const Table& table)
{
    return std::any_of(table.rows.begin(), table.rows.end(), [](const TableRow& row) {
        const auto& cells = row.cells;
        return std::any_of(cells.begin() + 1, cells.end() - 1,
                           [](const TableCell& cell) { return cell.paragraphs.empty(); });
    });
}

// Boxes of recognised words follow the ink: a line without tall letters seems lower and further
// away. All lines of about the usual height get it.
void even_out(PageWords& page, float height)
{
    constexpr float taller = 1.8F;
    constexpr std::string_view specks = "_|¡¦";
    std::erase_if(page.words, [&](const Word& word) {
        return word.text.find_first_not_of(specks) == std::string_view::npos;
    });
    for (auto& word : page.words) {
        if (word.box.height() > taller * height) continue;
        const auto middle = word.box.middle();
        word.box.top = middle - height / 2;
        word.box.bottom = middle + height / 2;
    }
}

// "5", "- 5 -", "5/12", by itself at the edge of the page.
void drop_page_number(PageWords& page)
{
    constexpr float edge = 0.1F;  // part of the height
    constexpr std::size_t words_max = 3;
    const auto rows = page_rows(page);
    if (rows.size() < 2 || page.box.height() <= 0) return;
    const auto is_number = [&](const TextLine& row) {
        const auto middle = (row.box.middle() - page.box.top) / page.box.height();
        return row.words.size() <= words_max && (middle < edge || middle > 1 - edge) &&
               std::all_of(row.words.begin(), row.words.end(), [](const Word& word) {
                   return word.text.size() <= 9 &&
                          word.text.find_first_not_of("0123456789-–/") == std::string_view::npos;
               });
    };
    for (const auto* row : {&rows.front(), &rows.back()}) {
        if (!is_number(*row)) continue;
        const auto box = row->box;
        std::erase_if(page.words, [&](const Word& word) {
            return word.box.top >= box.top && word.box.bottom <= box.bottom;
        });
        return;
    }
}

class PageLayout
{
public:
    PageLayout(TextRules& rules, CanonicalText& canonical) : m_rules(rules), m_canonical(canonical)
    {
    }

    void lay_out(PageWords& page, const LayoutOptions& options)
    {
        m_canonical.set_page(page.number);
        drop_page_number(page);
        auto rows = page_rows(page);
        if (rows.empty()) return;
        m_measure = measure_of_page(rows);
        if (options.source == WordSource::text) {
            find_tables(rows);
            if (!m_has_gaps || !options.drawing) return add_rows(rows);
        }
        const auto drawing = options.drawing ? options.drawing(page) : Drawing{};
        const auto notes = take_notes(page, drawing.notes_top);
        if (drawing.grids.empty()) {
            add_words(page);
        } else {
            add_with_grids(page, drawing.grids);
        }
        for (const auto& note : notes) m_canonical.add_footnote(note);
    }

private:
    struct Region {
        ColumnRegion place{};
        Columns columns{};
        Table table{};  ///< of three columns and more
    };

    // Takes the words below the line that parts off footnotes, if they are such: each begins with
    // its number, which is too rough here to be known by its size.
    std::vector<std::string> take_notes(PageWords& page, float notes_top)
    {
        if (notes_top <= 0) return {};
        PageWords below;
        for (const auto& word : page.words) {
            if (word.box.middle() > notes_top) below.words.push_back(word);
        }
        const auto rows = page_rows(below);
        std::vector<std::string> notes;
        for (const auto& paragraph : join_lines(rows, measure_of(rows), m_rules)) {
            const auto digits =
                std::min(paragraph.find_first_not_of("0123456789"), paragraph.size());
            const bool is_note = digits > 0 && digits <= 2 && paragraph.substr(digits, 1) == " ";
            if (is_note) {
                notes.push_back("<sup>" + paragraph.substr(0, digits) + "</sup>" +
                                paragraph.substr(digits));
            } else if (notes.empty()) {
                return {};
            } else {
                notes.back() += " " + paragraph;
            }
        }
        std::erase_if(page.words, [&](const Word& word) { return word.box.middle() > notes_top; });
        return notes;
    }
    void find_tables(const std::vector<TextLine>& rows)
    {
        constexpr std::size_t table_columns_min = 3;
        m_regions.clear();
        for (auto& place : find_columns(rows, m_rules.body_height)) {
            Region region;
            region.columns.resize(place.gutters.size() + 1);
            for (auto row = place.row_begin; row < place.row_end; ++row) {
                auto cells = split_row(rows[row], place.gutters);
                for (std::size_t column = 0; column < cells.size(); ++column) {
                    if (!cells[column].words.empty()) {
                        region.columns[column].push_back(cells[column]);
                    }
                }
            }
            region.place = std::move(place);
            if (region.columns.size() >= table_columns_min) {
                region.table = table_of(region.columns, m_rules);
                m_has_gaps = m_has_gaps || has_gaps(region.table);
            }
            m_regions.push_back(std::move(region));
        }
    }
    void add_rows(const std::vector<TextLine>& rows)
    {
        std::size_t done = 0;
        for (const auto& region : m_regions) {
            add_lines({rows.begin() + offset(done), rows.begin() + offset(region.place.row_begin)},
                      m_measure);
            if (region.table.rows.empty()) {
                add_side_by_side(region.columns.front(), region.columns.back());
            } else {
                m_canonical.add_table(region.table);
            }
            done = region.place.row_end;
        }
        add_lines({rows.begin() + offset(done), rows.end()}, m_measure);
    }
    // The words above each grid, then its table, at last those below.
    void add_with_grids(const PageWords& page, const std::vector<Grid>& grids)
    {
        auto rest = page.words;
        for (const auto& grid : grids) {
            PageWords above;
            std::vector<Word> inside;
            std::vector<Word> below;
            for (const auto& word : rest) {
                const auto y = word.box.middle();
                const auto x = word.box.centre();
                const bool is_inside = y > grid.box.top && y < grid.box.bottom &&
                                       x > grid.box.left && x < grid.box.right;
                (is_inside ? inside : y < grid.box.top ? above.words : below).push_back(word);
            }
            add_words(above);
            if (!inside.empty()) m_canonical.add_table(table_of(grid, inside, m_rules));
            rest = std::move(below);
        }
        PageWords last{.words = std::move(rest)};
        add_words(last);
    }
    void add_words(PageWords& words)
    {
        const auto rows = page_rows(words);
        find_tables(rows);
        add_rows(rows);
    }
    void add_lines(const std::vector<TextLine>& lines, Measure measure)
    {
        for (const auto& paragraph : join_lines(lines, measure, m_rules)) {
            if (paragraph.starts_with("<sup>")) {
                m_canonical.add_footnote(paragraph);
            } else {
                m_canonical.add_paragraph(paragraph);
            }
        }
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
    std::vector<Region> m_regions{};
    bool m_has_gaps{};
};

}  // namespace

void lay_out(std::vector<PageWords>& pages, const LayoutOptions& options, CanonicalText& canonical)
{
    TextRules rules;
    rules.has_exact_boxes = options.source == WordSource::text;
    for (auto& page : pages) {
        // A page of few words says little about the size of the text.
        constexpr std::size_t words_min = 40;
        if (rules.body_height == 0 || page.words.size() >= words_min) {
            rules.body_height = body_height(page);
        }
        if (rules.has_exact_boxes) {
            space_like_a_typewriter(page);
        } else {
            even_out(page, rules.body_height);
        }
        PageLayout{rules, canonical}.lay_out(page, options);
    }
}

}  // namespace caicach::document
