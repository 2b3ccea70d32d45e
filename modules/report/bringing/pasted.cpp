#include "report/bringing/pasted.hpp"

#include <algorithm>
#include <utility>

#include "report/limits.hpp"
#include "text/text.hpp"

namespace caicach::report
{
namespace
{

using Row = std::vector<std::string>;

/// Reads cell by cell; each character is looked at once.
class Pasted
{
public:
    explicit Pasted(std::string_view text) : m_text(text) {}

    Result<std::vector<Row>> rows()
    {
        std::vector<Row> rows;
        while (m_at < m_text.size()) {
            Row row;
            do {
                if (++m_cells > limits::pasted_cells_max) return too_large();
                row.push_back(cell());
            } while (take('\t'));
            end_line();
            if (rows.size() == limits::table_rows_max) return too_large();
            rows.push_back(std::move(row));
        }
        while (!rows.empty() && is_empty(rows.back())) rows.pop_back();
        return rows;
    }

private:
    static tl::unexpected<Error> too_large()
    {
        return failure(
            Failure::too_large, "report.paste.too_large", "noi-dung",
            {std::to_string(limits::table_rows_max), std::to_string(limits::pasted_cells_max)});
    }

    static bool is_empty(const Row& row)
    {
        return std::ranges::all_of(row, [](const std::string& cell) { return cell.empty(); });
    }

    bool take(char wanted)
    {
        if (m_at >= m_text.size() || m_text[m_at] != wanted) return false;
        ++m_at;
        return true;
    }

    void end_line()
    {
        take('\r');
        take('\n');
    }

    [[nodiscard]] static bool ends_cell(char c) { return c == '\t' || c == '\r' || c == '\n'; }

    std::string cell()
    {
        std::string value;
        if (m_at < m_text.size() && m_text[m_at] == '"') value = quoted();
        // A mark that is not closed, or words behind it, belong to the text.
        while (m_at < m_text.size() && !ends_cell(m_text[m_at])) value += m_text[m_at++];
        return std::string{text::trim(text::clean_input(value))};
    }

    std::string quoted()
    {
        const auto begin = m_at++;
        std::string value;
        while (m_at < m_text.size()) {
            const char c = m_text[m_at++];
            if (c != '"') {
                value += c;
            } else if (!take('"')) {
                return value;
            } else {
                value += c;
            }
        }
        m_at = begin + 1;
        return "\"";
    }

    std::string_view m_text;
    std::size_t m_at{};
    std::size_t m_cells{};
};

}  // namespace

Result<std::vector<std::vector<std::string>>> pasted_rows(std::string_view text)
{
    return Pasted{text}.rows();
}

}  // namespace caicach::report
