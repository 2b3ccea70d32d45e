#include "outgoing/number/document_kind.hpp"

#include <algorithm>

#include "manifest/row_days.hpp"
#include "outgoing/reference_data.hpp"

namespace caicach::outgoing
{
namespace
{

Result<DocumentKind> kind_in(const text::Table& table, const text::Table::Row& row)
{
    DocumentKind kind{.mark = std::string(table.at(row, "mark"))};
    kind.key = TRY(text::required_text(table, row, "key"));
    kind.name = TRY(text::required_text(table, row, "name"));
    const auto signed_by = table.at(row, "signed_by");
    if (signed_by != "signer" && signed_by != "several")
        return text::malformed_field(row.line, "signed_by", signed_by);
    kind.needs_signer = signed_by == "signer";
    return kind;
}

/// Series and documents stand in the database under these keys.
Result<void> check_kinds(const text::Table& table)
{
    TRY(check_rows<DocumentKind>(table, kind_in));
    const auto built_in = TRY(text::Table::parse(reference_data::document_kinds));
    return text::require_keys(table, built_in);
}

constexpr text::ReferenceFile kinds_file{"document_kinds.csv", reference_data::document_kinds,
                                         check_kinds};

}  // namespace

text::ReferenceFile document_kinds_table() { return kinds_file; }

Result<std::vector<DocumentKind>> document_kinds_on(Date day)
{
    return rows_on<DocumentKind>(kinds_file, day, kind_in);
}

Result<DocumentKind> document_kind(std::string_view key, Date day)
{
    auto kinds = TRY(document_kinds_on(day));
    const auto found = std::ranges::find(kinds, key, &DocumentKind::key);
    if (found == kinds.end()) return failure(Failure::invalid, "outgoing.kind.unknown", "kind");
    return std::move(*found);
}

}  // namespace caicach::outgoing
