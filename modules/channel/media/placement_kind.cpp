#include "channel/media/placement_kind.hpp"

#include <algorithm>
#include <utility>

#include "channel/reference_data.hpp"
#include "evidence/api.hpp"
#include "manifest/row_days.hpp"
#include "text/table.hpp"

namespace caicach::channel
{
namespace
{

Result<PlacementKind> kind_in(const text::Table& table, const text::Table::Row& row)
{
    PlacementKind kind;
    kind.key = TRY(text::required_text(table, row, "key"));
    kind.text = TRY(text::required_text(table, row, "text"));
    const auto unit = TRY(text::required_text(table, row, "unit"));
    if (unit != "minutes" && unit != "count") return text::malformed_field(row.line, "unit", unit);
    kind.has_minutes = unit == "minutes";
    kind.product = table.at(row, "product");
    if (!kind.product.empty() && evidence::product_of(kind.product) == nullptr)
        return text::malformed_field(row.line, "product", kind.product);
    kind.needs_confirmation = TRY(text::yes_or_no(table, row, "needs_confirmation"));
    return kind;
}

/// Placements stand in the database under these keys, and their facts in the ledger.
Result<void> check_kinds(const text::Table& table)
{
    TRY(check_rows<PlacementKind>(table, kind_in));
    const auto built_in = TRY(text::Table::parse(reference_data::placement_kinds));
    return text::require_keys(table, built_in);
}

constexpr text::ReferenceFile kinds_file{"placement_kinds.csv", reference_data::placement_kinds,
                                         check_kinds};

}  // namespace

text::ReferenceFile placement_kinds_table() { return kinds_file; }

Result<std::vector<PlacementKind>> placement_kinds_on(Date day)
{
    return rows_on<PlacementKind>(kinds_file, day, kind_in);
}

Result<PlacementKind> placement_kind_by_key(std::string_view key, Date day)
{
    auto kinds = TRY(placement_kinds_on(day));
    const auto found = std::ranges::find(kinds, key, &PlacementKind::key);
    if (found == kinds.end()) return failure(Failure::invalid, "channel.placement.kind", "kind");
    return std::move(*found);
}

std::string_view placement_kind_text(const std::vector<PlacementKind>& kinds, std::string_view key)
{
    const auto found = std::ranges::find(kinds, key, &PlacementKind::key);
    return found == kinds.end() ? key : std::string_view(found->text);
}

}  // namespace caicach::channel
