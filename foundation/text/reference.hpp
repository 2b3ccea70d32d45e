#pragma once
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "text/table.hpp"

/// Policy as data: tables that are built into the program (data/reference/), in whose place a
/// province puts its own of the same name. What stands there is a constant of the process.
namespace caicach::text
{

struct ReferenceFile {
    std::string_view name{};  ///< "reminder_rules.csv"
    std::string_view built_in{};
    /// Reads every row as the program will: malformed_field where it could not.
    Result<void> (*check)(const Table& table){};
};

/// The table in effect: the province's, else the built-in one. text.table.malformed only where no
/// check would have let it in.
[[nodiscard]] Result<Table> table_of(const ReferenceFile& file);

/// What a table in the place of `file` must hold, besides its own check: letters of UTF-8, the
/// columns of the built-in table, a source in each row, and rows of one key that do not hold on the
/// same day. invalid "text.reference.encoding", "….column", "….source_missing", "….twice",
/// "text.table.malformed", "….field".
[[nodiscard]] Result<void> check_reference(const ReferenceFile& file, std::string_view text);

/// For checks: some row of that key in that column holds for ever. invalid
/// "text.reference.unended".
[[nodiscard]] Result<void> require_unended(const Table& table, std::string_view column,
                                           std::string_view key);
/// For checks: keys of the built-in table stand in plans and facts, so they stay. invalid
/// "text.reference.key_gone".
[[nodiscard]] Result<void> require_keys(const Table& table, const Table& built_in);

/// For checks: what stands in the column is "yes" or "no". invalid "text.table.field".
[[nodiscard]] Result<bool> yes_or_no(const Table& table, const Table::Row& row,
                                     std::string_view column);
/// For checks: something stands there. invalid "text.table.field".
[[nodiscard]] Result<std::string> required_text(const Table& table, const Table::Row& row,
                                                std::string_view column);

/// What is wrong with one file of the folder.
struct ReferenceFault {
    std::string path{};
    Error error{};
};
struct OwnReferences {
    std::vector<std::string> names{};      ///< what stands in the place of a built-in table
    std::vector<ReferenceFault> faults{};  ///< where there is one, nothing took any place
};
/// Puts each `*.csv` of the folder in the place of the table of that name; without folder all stand
/// as they are built in. A name that none of `known` has is a fault ("text.reference.unknown"), as
/// is a file beyond a megabyte ("….too_large") or one that cannot be read ("….unreadable").
/// Called at the start, before anybody reads a table.
[[nodiscard]] OwnReferences use_own_references(const std::string& folder,
                                               std::span<const ReferenceFile> known);

}  // namespace caicach::text
