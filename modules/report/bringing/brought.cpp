#include "report/bringing/brought.hpp"

#include <algorithm>
#include <utility>

#include "report/bringing/pasted.hpp"
#include "report/filling/secret_marks.hpp"
#include "text/text.hpp"

namespace caicach::report
{
namespace
{

using Cells = std::vector<std::string>;

constexpr std::size_t nowhere = static_cast<std::size_t>(-1);

bool is_empty(const Cells& cells)
{
    return std::ranges::all_of(cells, [](const std::string& one) { return one.empty(); });
}

/// Which column of the table each cell of a row stands for; the row's name where it is `name`.
struct Places {
    std::vector<std::size_t> columns{};
    std::size_t name{nowhere};
};

bool is_name_title(std::string_view folded)
{
    return folded == "noi dung" || folded == "dong" || folded == "tt" || folded == "stt";
}

/// By their titles; nothing where the row is no row of titles.
std::optional<Places> titled(const Cells& row, const FormTable& table)
{
    Places places;
    std::size_t known = 0;
    for (std::size_t at = 0; at < row.size(); ++at) {
        const auto folded = text::fold(row[at]);
        std::size_t found = nowhere;
        for (std::size_t i = 0; i < table.columns.size(); ++i)
            if (found == nowhere && text::fold(table.columns[i].text) == folded &&
                std::ranges::find(places.columns, i) == places.columns.end())
                found = i;
        places.columns.push_back(found);
        if (found != nowhere) ++known;
        if (found == nowhere && places.name == nowhere && is_name_title(folded)) places.name = at;
    }
    const auto said = static_cast<std::size_t>(
        std::ranges::count_if(row, [](const std::string& one) { return !one.empty(); }));
    const bool has_name = places.name != nowhere;
    if (known == 0 || known + (has_name ? 1 : 0) < said) return {};
    return places;
}

/// In the order of the columns, with the names of fixed rows before them.
Result<Places> in_order(std::size_t width, const FormTable& table)
{
    Places places;
    const bool has_name = table.rows_of == RowsOf::fixed && width == table.columns.size() + 1;
    if (width > table.columns.size() + (has_name ? 1 : 0))
        return failure(Failure::invalid, "report.paste.columns", "noi-dung",
                       {std::to_string(width), std::to_string(table.columns.size())});
    if (has_name) {
        places.name = 0;
        places.columns.push_back(nowhere);
    }
    for (std::size_t i = 0; places.columns.size() < width; ++i) places.columns.push_back(i);
    return places;
}

std::size_t width_of(const std::vector<Cells>& rows)
{
    std::size_t width = 0;
    for (const auto& row : rows)
        for (std::size_t at = 0; at < row.size(); ++at)
            if (!row[at].empty()) width = std::max(width, at + 1);
    return width;
}

/// Of the rows that are pasted, one by one: which of the table's they are.
class RowPlaces
{
public:
    RowPlaces(const FormTable& table, const std::vector<FilledRow>& rows, PastedInto into)
        : m_table(table), m_rows(rows), m_into(into)
    {
    }

    /// 0: a new one. Nothing where a fixed table has no such row.
    std::optional<int> next(const std::string* name)
    {
        const bool is_fixed = m_table.rows_of == RowsOf::fixed;
        if (is_fixed && name != nullptr) return named(*name);
        if (!is_fixed && m_into == PastedInto::new_rows) return 0;
        if (m_next < m_rows.size()) return m_rows[m_next++].number;
        if (is_fixed) return {};
        return 0;
    }

private:
    [[nodiscard]] std::optional<int> named(const std::string& name) const
    {
        const auto folded = text::fold(name);
        for (const auto& row : m_rows)
            if (text::fold(row.name) == folded) return row.number;
        return {};
    }

    const FormTable& m_table;
    const std::vector<FilledRow>& m_rows;
    PastedInto m_into;
    std::size_t m_next{};
};

}  // namespace

std::size_t Brought::count() const
{
    std::size_t said = cells.size();
    for (const auto& row : rows)
        said += static_cast<std::size_t>(
            std::ranges::count_if(row.cells, [](const std::string& one) { return !one.empty(); }));
    return said;
}

json::Value to_json(const Brought& brought)
{
    auto cells = json::Value::array();
    for (const auto& one : brought.cells)
        cells.push(
            json::Array{json::Value{one.field}, json::Value{one.value}, json::Value{one.line}});
    auto rows = json::Value::array();
    for (const auto& one : brought.rows) {
        auto values = json::Value::array();
        for (const auto& cell : one.cells) values.push(cell);
        rows.push(json::Array{json::Value{one.table}, json::Value{one.row}, json::Value{one.line},
                              std::move(values)});
    }
    return json::Value::object().set("cells", std::move(cells)).set("rows", std::move(rows));
}

Brought brought_from(const json::Value& value)
{
    Brought brought;
    for (const auto& one : value["cells"].elements()) {
        const auto& parts = one.elements();
        if (parts.size() != 3) continue;
        brought.cells.push_back({.field = std::string{parts[0].as_string()},
                                 .value = std::string{parts[1].as_string()},
                                 .line = static_cast<int>(parts[2].as_integer())});
    }
    constexpr std::size_t row_parts = 4;
    for (const auto& one : value["rows"].elements()) {
        const auto& parts = one.elements();
        if (parts.size() != row_parts) continue;
        BroughtRow row{.table = std::string{parts[0].as_string()},
                       .row = static_cast<int>(parts[1].as_integer()),
                       .line = static_cast<int>(parts[2].as_integer())};
        for (const auto& cell : parts[3].elements()) row.cells.emplace_back(cell.as_string());
        brought.rows.push_back(std::move(row));
    }
    return brought;
}

Result<Brought> brought_by_pasting(std::string_view text, const FormTable& table,
                                   const std::vector<FilledRow>& rows, PastedInto into)
{
    const auto pasted = TRY(pasted_rows(text));
    if (pasted.empty()) return failure(Failure::invalid, "report.paste.empty", "noi-dung");
    const auto head = titled(pasted.front(), table);
    Places places = head.value_or(Places{});
    if (!head) places = TRY(in_order(width_of(pasted), table));
    Brought brought;
    RowPlaces next{table, rows, into};
    for (std::size_t at = head ? 1 : 0; at < pasted.size(); ++at) {
        if (is_empty(pasted[at])) continue;
        BroughtRow row{.table = table.key, .line = static_cast<int>(at) + 1};
        row.cells.resize(table.columns.size());
        for (std::size_t i = 0; i < pasted[at].size() && i < places.columns.size(); ++i)
            if (places.columns[i] != nowhere) row.cells[places.columns[i]] = pasted[at][i];
        const bool has_name = places.name < pasted[at].size();
        const auto found = next.next(has_name ? &pasted[at][places.name] : nullptr);
        if (!found) {
            brought.faults.push_back(
                {.line = row.line,
                 .column = "Nội dung",
                 .error = {Failure::invalid, "report.paste.no_row", {}, {}, {}}});
            continue;
        }
        row.row = *found;
        brought.rows.push_back(std::move(row));
    }
    return brought;
}

bool bears_secret_mark(const Brought& brought, Date today)
{
    const auto is_secret = [&](const std::string& text) { return bears_secret_mark(text, today); };
    for (const auto& one : brought.cells)
        if (is_secret(one.value)) return true;
    return std::ranges::any_of(brought.rows, [&](const BroughtRow& row) {
        return std::ranges::any_of(row.cells, is_secret);
    });
}

}  // namespace caicach::report
