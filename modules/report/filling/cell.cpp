#include "report/filling/cell.hpp"

#include <algorithm>
#include <charconv>

#include "report/amount.hpp"
#include "report/limits.hpp"
#include "text/text.hpp"

namespace caicach::report
{
namespace
{

constexpr std::string_view control_prefix = "o-";

std::optional<CellKind> kind_of(const Indicator& one, bool is_denominator)
{
    if (one.source == Source::computed) return {};
    if (is_denominator && one.adding != Adding::ratio) return {};
    return CellKind{.text = one.text, .is_number = true, .decimals = one.decimals};
}

std::optional<CellKind> kind_in(const FormTable& table, std::string_view column, int row)
{
    const auto found = std::ranges::find(table.columns, column, &FormColumn::key);
    if (found == table.columns.end() || row < 1) return {};
    if (table.rows_of == RowsOf::fixed && row > static_cast<int>(table.fixed_rows.size()))
        return {};
    return CellKind{.text = found->text,
                    .is_number = found->is_number,
                    .decimals = found->decimals,
                    .length_max = limits::cell_length_max,
                    .table = table.key};
}

std::optional<CellKind> kind_of_part(const Part& part, std::string_view key, std::string_view rest,
                                     int row)
{
    if (key_of(part) != key) return {};
    if (const auto* table = std::get_if<FormTable>(&part)) return kind_in(*table, rest, row);
    if (row != 0) return {};
    if (const auto* one = std::get_if<Indicator>(&part)) {
        const bool is_denominator = rest == denominator_part.substr(1);
        if (!rest.empty() && !is_denominator) return {};
        return kind_of(*one, is_denominator);
    }
    const auto& words = std::get<Narrative>(part);
    if (!rest.empty()) return {};
    return CellKind{.text = words.text, .length_max = words.length_max};
}

/// "1234.5" as "1.234,5" would be typed.
std::string with_comma(std::string_view canonical)
{
    std::string text{canonical};
    std::ranges::replace(text, '.', ',');
    return text;
}

}  // namespace

std::optional<CellKind> cell_kind(const Definition& definition, std::string_view field, int row)
{
    const auto slash = field.find('/');
    const auto key = field.substr(0, slash);
    const auto rest =
        slash == std::string_view::npos ? std::string_view{} : field.substr(slash + 1);
    for (const auto& section : definition.sections) {
        for (const auto& part : section.parts) {
            auto kind = kind_of_part(part, key, rest, row);
            if (kind) return kind;
        }
    }
    return {};
}

Result<std::string> cell_value(const CellKind& kind, std::string_view typed)
{
    const auto clean = text::clean_input(typed);
    const auto trimmed = text::trim(clean);
    if (trimmed.empty()) return std::string{};
    if (kind.is_number) {
        const auto amount = ten_thousandths(trimmed, kind.decimals);
        if (!amount)
            return failure(Failure::invalid, "report.cell.number", {},
                           {std::to_string(kind.decimals)});
        return canonical(*amount);
    }
    if (text::length(trimmed) > static_cast<std::size_t>(kind.length_max))
        return failure(Failure::invalid, "report.cell.too_long", {},
                       {std::to_string(kind.length_max)});
    return std::string{trimmed};
}

std::string shown_cell(const CellKind& kind, std::string_view value)
{
    const auto amount = kind.is_number ? cell_amount(value) : std::nullopt;
    return amount ? shown(*amount) : std::string{value};
}

std::optional<std::int64_t> cell_amount(std::string_view value)
{
    if (value.empty()) return {};
    return ten_thousandths(with_comma(value), limits::decimals_max);
}

std::string control_name(std::string_view field, int row)
{
    return std::string{control_prefix} + std::string{field} + "-" + std::to_string(row);
}

std::optional<CellPlace> place_from(std::string_view control_name)
{
    if (!control_name.starts_with(control_prefix)) return {};
    control_name.remove_prefix(control_prefix.size());
    const auto dash = control_name.rfind('-');
    if (dash == std::string_view::npos || dash == 0) return {};
    const auto digits = control_name.substr(dash + 1);
    CellPlace place{.field = std::string{control_name.substr(0, dash)}};
    const auto* end = digits.data() + digits.size();
    const auto read = std::from_chars(digits.data(), end, place.row);
    if (read.ec != std::errc{} || read.ptr != end || place.row < 0) return {};
    return place;
}

}  // namespace caicach::report
