#pragma once
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "organisation/agency_sheet.hpp"
#include "organisation/directory_state.hpp"

/// What a table of agencies would change in the directory, before anything is changed. Pure.
namespace caicach::organisation
{

enum class RowOutcome { created, changed, unchanged };

/// For people: "Tên viết tắt: (trống) → SNV".
struct FieldChange {
    std::string_view title{};
    std::string before{};
    std::string after{};
    std::string_view column{};  ///< of the table: "short_name"
};

/// One row that can be taken over, and what taking it over means.
struct RowChange {
    RowOutcome outcome{RowOutcome::unchanged};
    AgencyRow row{};
    std::string name{};                    ///< the agency's name afterwards
    std::optional<DatedName> naming{};     ///< a name or kind that begins
    bool is_renamed{};                     ///< what it was called stays another name of it
    bool has_new_parent{};                 ///< row.parent
    std::vector<SheetCode> codes{};        ///< those that begin
    std::vector<SheetContact> contacts{};  ///< those that begin
    std::vector<FieldChange> fields{};
};

struct AgencyComparison {
    Date day{};                              ///< from which on changes hold
    std::vector<RowChange> changes{};        ///< in the order of the rows
    std::vector<SheetConflict> conflicts{};  ///< by row; with any, nothing may be taken over
    std::vector<std::string> unused_columns{};

    [[nodiscard]] int count(RowOutcome outcome) const;
    /// The same for the same changes of the same directory: what a person confirmed.
    [[nodiscard]] std::string stamp() const;
};

/// New agencies live from the day their row says (ever since, where it says none). Of those that
/// are there, what the row says otherwise changes from `directory.day()` on; days of their life and
/// codes never do.
[[nodiscard]] AgencyComparison compare(DirectoryState directory, const AgencySheet& sheet);

}  // namespace caicach::organisation
