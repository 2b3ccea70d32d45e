#include "document/csv_reader.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <utility>

#include "document/limits.hpp"
#include "text/text.hpp"

namespace caicach::document
{
namespace
{

constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

/// Of the first row that has any (a title may stand above); not of what stands in quotation marks.
char separator_of(std::string_view text)
{
    constexpr std::array separators{',', ';', '\t'};
    std::array<int, separators.size()> counts{};
    bool is_quoted = false;
    for (const char c : text) {
        if (c == '"') is_quoted = !is_quoted;
        const bool is_end = !is_quoted && (c == '\n' || c == '\r');
        if (is_end && std::ranges::any_of(counts, [](int count) { return count > 0; })) break;
        for (std::size_t i = 0; i < separators.size(); ++i)
            if (!is_quoted && c == separators[i]) ++counts[i];
    }
    const auto* const most = std::ranges::max_element(counts);
    return separators[static_cast<std::size_t>(most - counts.data())];
}

/// Cleaned, and as it was before CsvWriter made it harmless.
std::string cell_of(std::string_view written)
{
    constexpr std::string_view starts = "=+-@\t\r";
    if (written.size() > 1 && written[0] == '\'' &&
        starts.find(written[1]) != std::string_view::npos)
        written.remove_prefix(1);
    return std::string(text::trim(text::clean_input(written)));
}

/// Reads one character after another; every one is looked at once.
class Reader
{
public:
    explicit Reader(std::string_view text) : m_text(text), m_separator(separator_of(text)) {}

    Result<std::vector<RecordRow>> run()
    {
        while (m_at < m_text.size()) {
            ++m_number;
            TRY(read_row());
            if (m_rows.size() > limits::record_rows_max) {
                return failure(Failure::too_large, "document.limit.rows", {},
                               {std::to_string(limits::record_rows_max)});
            }
        }
        return std::move(m_rows);
    }

private:
    [[nodiscard]] bool is_at_end_of_row() const
    {
        return m_at >= m_text.size() || m_text[m_at] == '\n' || m_text[m_at] == '\r';
    }

    Result<void> read_row()
    {
        RecordRow row{.number = m_number};
        bool holds_something = false;
        for (bool goes_on = true; goes_on;) {
            auto cell = TRY(read_cell());
            holds_something = holds_something || !cell.empty();
            if (row.cells.size() < limits::table_columns_max) row.cells.push_back(std::move(cell));
            goes_on = !is_at_end_of_row();
            if (goes_on) ++m_at;
        }
        if (m_at < m_text.size() && m_text[m_at++] == '\r' && m_at < m_text.size() &&
            m_text[m_at] == '\n')
            ++m_at;
        if (holds_something) m_rows.push_back(std::move(row));
        return {};
    }

    /// Stops at its separator, or at the end of its row.
    Result<std::string> read_cell()
    {
        std::string written;
        if (m_at < m_text.size() && m_text[m_at] == '"') {
            ++m_at;
            TRY(read_quoted(written));
        }
        const auto begin = m_at;
        while (!is_at_end_of_row() && m_text[m_at] != m_separator) ++m_at;
        written += m_text.substr(begin, m_at - begin);
        return cell_of(written);
    }

    Result<void> read_quoted(std::string& written)
    {
        for (; m_at < m_text.size(); ++m_at) {
            if (m_text[m_at] == '"') {
                ++m_at;
                if (m_at >= m_text.size() || m_text[m_at] != '"') return {};
            }
            written += m_text[m_at];
        }
        return failure(Failure::invalid, "document.csv.open_quote", {}, {std::to_string(m_number)});
    }

    std::string_view m_text;
    char m_separator;
    std::size_t m_at{};
    int m_number{};
    std::vector<RecordRow> m_rows{};
};

}  // namespace

Result<std::vector<RecordRow>> read_csv(std::string_view text)
{
    if (text.starts_with(byte_order_mark)) text.remove_prefix(byte_order_mark.size());
    return Reader(text).run();
}

}  // namespace caicach::document
