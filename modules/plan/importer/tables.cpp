#include "plan/importer/tables.hpp"

#include <algorithm>

#include "plan/importer/limits.hpp"
#include "plan/importer/words.hpp"
#include "text/text.hpp"

namespace caicach::plan::importer
{
namespace
{

std::vector<std::string> cells_of(std::string_view text)
{
    std::vector<std::string> cells;
    for (const auto cell : text::split(text, '\t')) {
        if (cells.size() == limits::table_columns_max) break;
        cells.emplace_back(text::trim(cell));
    }
    return cells;
}

std::optional<Label> label_of_heading(std::string_view cell)
{
    if (cell.empty() || cell.size() > 160) return std::nullopt;
    const Words words{cell};
    const auto hit = columns().find(words, 0);
    if (!hit) return std::nullopt;
    return *hit->value;
}

/// A header row: two or more cells that name columns, one of them the number or the statement.
bool is_header(const std::vector<std::string>& cells)
{
    int known = 0;
    int long_cells = 0;
    bool anchor = false;
    for (const auto& cell : cells) {
        const auto label = label_of_heading(cell);
        known += label ? 1 : 0;
        long_cells += cell.size() > 120 ? 1 : 0;
        anchor = anchor || label == Label::ordinal || label == Label::statement ||
                 label == Label::target;
    }
    return known >= 2 && anchor && long_cells == 0;
}

bool is_ordinal(std::string_view cell)
{
    const Words words{cell};
    if (words.empty() || words.size() > 7) return false;
    return words[0].digits || roman_value(cell.substr(0, cell.find('.'))) ||
           (words[0].letters && words[0].folded.size() == 1);
}

/// "(1) (2) (3)" under the headings counts the columns.
bool counts_columns(const std::vector<std::string>& cells)
{
    int number = 0;
    for (const auto& cell : cells) {
        const Words words{cell};
        ++number;
        const bool plain = words.size() == 1 && words[0].digits;
        const bool bracketed = words.size() == 3 && words[1].digits;
        if (!plain && !bracketed) return false;
        if (small_number(words[plain ? 0 : 1].folded) != number) return false;
    }
    return number > 2;
}

/// "nt", "-nt-", "Như trên", a ditto mark: the cell says what the one above says.
bool is_ditto(std::string_view cell)
{
    if (cell.size() > 16) return false;
    const Words words{cell};
    std::string said;
    for (std::size_t at = 0; at < words.size(); ++at) {
        if (words[at].letters) said += words[at].folded;
    }
    return said == "nt" || said == "nhutren" || cell == "^" || cell == "^^" || cell == "\"" ||
           cell == "”" || cell == "″";
}

/// Two pieces of one wrapped cell; a piece that begins with an agency of its own is another one.
void join_cell(std::string& above, std::string_view more)
{
    if (more.empty()) return;
    if (!above.empty()) {
        const Words words{more.substr(0, 40)};
        const bool open = above.ends_with(',') || above.ends_with(';') || above.ends_with(" và");
        const bool another = !open && begins_with_capital(more) && is_agency_head(words[0].folded);
        above += another ? "; " : " ";
    }
    above += more;
}

class TableReader
{
public:
    TableReader(const std::vector<Paragraph>& paragraphs, const std::vector<std::size_t>& rows)
        : m_paragraphs{paragraphs}, m_rows{rows}
    {
    }

    std::optional<Table> run()
    {
        for (std::size_t i = 0; i < m_rows.size(); ++i) {
            auto cells = cells_of(m_paragraphs[m_rows[i]].text);
            if (i + 1 < m_rows.size() && breaks_cell(cells, m_rows[i + 1])) {
                m_broken = std::move(cells);
                m_broken_rows.push_back(m_rows[i]);
                continue;
            }
            if (!m_broken.empty()) cells = mended(std::move(cells));
            take(m_rows[i], std::move(cells));
            for (const auto row : m_broken_rows) rest_of_row(row);
            m_broken_rows.clear();
        }
        if (m_table.columns.empty()) return std::nullopt;
        return std::move(m_table);
    }

private:
    void take(std::size_t paragraph, std::vector<std::string> cells)
    {
        TableRow row;
        row.paragraph = paragraph;
        if (is_header(cells)) {
            row.kind = TableRow::Kind::header;
            if (m_table.columns.empty() || cells != m_table.headings) head(cells);
        } else if ((m_table.columns.empty() && completes_header(cells)) ||
                   m_table.columns.empty() || counts_columns(cells) || second_header(cells)) {
            row.kind = TableRow::Kind::header;
        } else {
            cells.resize(std::max(cells.size(), m_table.columns.size()));
            row.kind = kind_of(cells);
            if (row.kind == TableRow::Kind::group) note_group(cells);
            look_up(row.kind, cells);
        }
        row.cells = std::move(cells);
        if (row.kind == TableRow::Kind::item) m_item = m_table.rows.size();
        if (row.kind == TableRow::Kind::group) m_item.reset();
        m_table.rows.push_back(std::move(row));
    }

    /// A line end inside a cell parts its row in two, which together have all the columns.
    [[nodiscard]] bool breaks_cell(const std::vector<std::string>& cells, std::size_t next) const
    {
        const auto count = m_table.columns.size();
        const auto below = cells_of(m_paragraphs[next].text);
        const auto other = below.size();
        if (!is_ordinal(cells.front()) || below.front().empty() || is_ordinal(below.front())) {
            return false;
        }
        return m_broken.empty() && count > 2 && cells.size() > 1 && cells.size() < count &&
               other < count && cells.size() + other == count + 1;
    }

    std::vector<std::string> mended(std::vector<std::string> rest)
    {
        auto cells = std::move(m_broken);
        m_broken.clear();
        cells.back() += " " + rest.front();
        cells.insert(cells.end(), rest.begin() + 1, rest.end());
        return cells;
    }

    /// The upper half of a mended row goes where the row went.
    void rest_of_row(std::size_t paragraph)
    {
        TableRow row;
        row.paragraph = paragraph;
        row.kind = m_table.rows.back().kind == TableRow::Kind::item ? TableRow::Kind::continued
                                                                    : m_table.rows.back().kind;
        m_table.rows.push_back(std::move(row));
    }

    /// Gives dittos the words of the row above, and that row the rest of its wrapped cells.
    void look_up(TableRow::Kind kind, std::vector<std::string>& cells)
    {
        if (!m_item) return;
        auto& above = m_table.rows[*m_item].cells;
        const auto ordinal = m_table.column(Label::ordinal);
        for (std::size_t i = 0; i < cells.size() && i < above.size(); ++i) {
            if (kind == TableRow::Kind::continued) join_cell(above[i], cells[i]);
            if (kind == TableRow::Kind::item && i != ordinal && is_ditto(cells[i])) {
                cells[i] = above[i];
            }
        }
    }

    /// A header whose halves name too little each: "TT, Việc, Trách nhiệm" above "Chủ trì, …".
    bool completes_header(const std::vector<std::string>& cells)
    {
        auto both = m_table.rows.empty() ? std::vector<std::string>{} : m_table.rows.back().cells;
        both.resize(std::max(both.size(), cells.size()));
        for (std::size_t i = 0; i < cells.size(); ++i) {
            if (!cells[i].empty()) both[i] = cells[i];
        }
        if (m_table.rows.empty() || !is_header(both)) return false;
        head(both);
        return true;
    }

    void head(const std::vector<std::string>& cells)
    {
        m_table.headings = cells;
        m_table.columns.clear();
        for (const auto& cell : cells) m_table.columns.push_back(label_of_heading(cell));
        give_rows_their_statement();
        give_values_their_column();
    }

    /// What stands beside the ordinal is what the rows are about, whatever its heading.
    void give_rows_their_statement()
    {
        const bool aims = m_table.column(Label::unit) || m_table.column(Label::value);
        if (m_table.column(Label::statement) || m_table.column(Label::target)) return;
        for (auto& label : m_table.columns) {
            if (label == Label::ordinal) continue;
            if (!label) label = aims ? Label::target : Label::statement;
            return;
        }
    }

    /// A column named for the year alone ("Năm 2025") beside targets holds the value.
    void give_values_their_column()
    {
        const bool targets = m_table.column(Label::target) || m_table.column(Label::unit);
        const bool has_value = m_table.column(Label::value).has_value();
        const auto newest = newest_year();
        for (std::size_t i = 0; i < m_table.columns.size(); ++i) {
            const auto folded = text::fold(m_table.headings[i]);
            const bool level = names_level(m_table.headings[i]);
            const bool year = folded.starts_with("nam ");
            if (m_table.columns[i] || !targets || !(level || year)) continue;
            // "Năm 2025" beside "Kế hoạch 2026": what was, not what is aimed at.
            const bool past = year && (has_value || folded != newest);
            m_table.columns[i] = past ? Label::baseline : Label::value;
        }
    }

    /// Of columns headed "Năm 2025", "Năm 2026" the last year's, folded.
    [[nodiscard]] std::string newest_year() const
    {
        std::string newest;
        for (const auto& heading : m_table.headings) {
            const auto folded = text::fold(heading);
            if (folded.starts_with("nam ") && folded > newest) newest = folded;
        }
        return newest;
    }

    /// The lower half of a header over two rows: the upper headings repeated or empty, and new
    /// ones under a merged cell.
    bool second_header(const std::vector<std::string>& cells)
    {
        if (m_table.rows.empty() || m_table.rows.back().kind != TableRow::Kind::header)
            return false;
        bool any = false;
        for (std::size_t i = 0; i < cells.size(); ++i) {
            const auto& upper = i < m_table.headings.size() ? m_table.headings[i] : std::string{};
            if (cells[i].empty() || cells[i] == upper) continue;
            auto label = label_of_heading(cells[i]);
            if (!label && names_level(cells[i])) label = Label::value;
            if (!label) return false;
            any = true;
            if (i < m_table.columns.size()) {
                m_table.columns[i] = label;
                m_table.headings[i] = cells[i];
            }
        }
        return any;
    }

    [[nodiscard]] TableRow::Kind kind_of(const std::vector<std::string>& cells) const
    {
        const auto filled = std::ranges::count_if(cells, [](const auto& c) { return !c.empty(); });
        if (filled == 0) return TableRow::Kind::blank;
        std::vector<std::string> distinct;
        for (const auto& cell : cells) {
            if (!cell.empty() && std::ranges::find(distinct, cell) == distinct.end()) {
                distinct.push_back(cell);
            }
        }
        const auto ordinal = m_table.column(Label::ordinal);
        const auto number = ordinal ? std::string_view{cells[*ordinal]} : std::string_view{};
        const auto words = distinct.size() - (number.empty() ? 0 : 1);
        // A row that says one thing only, over all columns, heads those below it.
        if (words <= 1) {
            // Where groups have numbers, what has none goes on above.
            const bool stray = filled == 1 && m_item && (stands_aside(cells) || m_numbered_groups);
            if (number.empty() && (begins_with_small_letter(distinct.front()) || stray)) {
                return TableRow::Kind::continued;
            }
            return TableRow::Kind::group;
        }
        if (ordinal && !number.empty() && !is_ordinal(number)) return TableRow::Kind::item;
        if (!ordinal || !number.empty()) return TableRow::Kind::item;
        return continues(cells) ? TableRow::Kind::continued : TableRow::Kind::item;
    }

    void note_group(const std::vector<std::string>& cells)
    {
        const auto ordinal = m_table.column(Label::ordinal);
        m_numbered_groups = m_numbered_groups || (ordinal && !cells[*ordinal].empty());
    }

    /// The one filled cell is that of an agency, a time or a product: no heading stands there.
    [[nodiscard]] bool stands_aside(const std::vector<std::string>& cells) const
    {
        for (std::size_t i = 0; i < cells.size() && i < m_table.columns.size(); ++i) {
            if (cells[i].empty()) continue;
            const auto label = m_table.columns[i];
            return label && *label >= Label::lead && *label <= Label::product;
        }
        return false;
    }

    /// A row without number that goes on where the page broke.
    [[nodiscard]] bool continues(const std::vector<std::string>& cells) const
    {
        if (m_table.rows.empty()) return false;
        for (std::size_t i = 0; i < cells.size(); ++i) {
            const auto label = m_table.columns[std::min(i, m_table.columns.size() - 1)];
            const bool statement = label == Label::statement || label == Label::target;
            if (statement) return cells[i].empty() || begins_with_small_letter(cells[i]);
        }
        return false;
    }

    const std::vector<Paragraph>& m_paragraphs;
    const std::vector<std::size_t>& m_rows;
    Table m_table{};
    std::vector<std::string> m_broken{};       ///< cells of a row that a line end parted
    std::vector<std::size_t> m_broken_rows{};  ///< their paragraphs
    bool m_numbered_groups{};                  ///< the rows that head others have an ordinal
    std::optional<std::size_t> m_item{};       ///< the row that may still go on
};

}  // namespace

bool names_level(std::string_view heading)
{
    const auto folded = text::fold(heading);
    return folded.starts_with("cap ") || folded == "toan tinh" || folded == "toan thanh pho" ||
           folded == "tinh" || folded == "thanh pho" || folded == "xa" || folded == "huyen" ||
           folded == "xa, phuong";
}

std::optional<std::size_t> Table::column(Label label) const
{
    for (std::size_t i = 0; i < columns.size(); ++i) {
        if (columns[i] == label) return i;
    }
    return std::nullopt;
}

std::string_view Table::cell(const TableRow& row, Label label) const
{
    const auto at = column(label);
    return at && *at < row.cells.size() ? std::string_view{row.cells[*at]} : std::string_view{};
}

std::optional<Table> table_of(const std::vector<Paragraph>& paragraphs,
                              const std::vector<std::size_t>& rows)
{
    return TableReader{paragraphs, rows}.run();
}

}  // namespace caicach::plan::importer
