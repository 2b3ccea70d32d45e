#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "base/time.hpp"
#include "manifest/actor.hpp"
#include "report/form/definition.hpp"

/// One place of a report that people write in: a number, a text, a cell of a table. Pure.
namespace caicach::report
{

/// Names of cells: an indicator's or narrative's key; of a ratio the second number
/// "KEY/mau"; of a table "TABLE/COLUMN" with the row's number.
inline constexpr std::string_view denominator_part = "/mau";

/// What may stand in a cell.
struct CellKind {
    std::string text{};  ///< of the indicator, narrative or column
    bool is_number{};
    int decimals{};
    int length_max{};     ///< characters, of a text
    std::string table{};  ///< key; empty: no cell of a table
};
/// Nothing where the form has no such cell to write in.
[[nodiscard]] std::optional<CellKind> cell_kind(const Definition& definition,
                                                std::string_view field, int row);

/// As it is kept: numbers canonical ("1234.5"), texts clean; empty for an empty cell. invalid
/// "report.cell.number" (what is meant stands in the arguments), "report.cell.too_long".
[[nodiscard]] Result<std::string> cell_value(const CellKind& kind, std::string_view typed);
/// As a field shows what is kept: "1.234,5".
[[nodiscard]] std::string shown_cell(const CellKind& kind, std::string_view value);
/// What is kept of a number, in ten-thousandths; nothing for an empty cell.
[[nodiscard]] std::optional<std::int64_t> cell_amount(std::string_view value);

struct FilledCell {
    std::string field{};
    int row{};
    std::string value{};
    std::int64_t version{};
    AccountId by{};
    std::optional<Instant> at{};
    bool is_copied{};  ///< from the last period, and nobody touched it since
};

/// Of a page's form: "o-tin_bai-0", "o-mo_hinh/ten-3".
[[nodiscard]] std::string control_name(std::string_view field, int row);
struct CellPlace {
    std::string field{};
    int row{};
};
[[nodiscard]] std::optional<CellPlace> place_from(std::string_view control_name);

}  // namespace caicach::report
