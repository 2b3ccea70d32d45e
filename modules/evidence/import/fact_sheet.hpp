#pragma once
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "calendar/date.hpp"
#include "document/table_head.hpp"

/// The table in which an agency keeps what it did, to be taken over in one piece. Pure: no
/// database.
namespace caicach::evidence
{

[[nodiscard]] std::span<const document::TableColumn> fact_columns();
/// The title of the column `key`.
[[nodiscard]] std::string_view fact_column_title(std::string_view key);

/// A row of the table.
struct FactRow {
    int number{};           ///< as people see it beside the row
    std::string code{};     ///< the file's own, by which the same row is known again
    std::string agency{};   ///< a code or a name; empty: the agency of who brings the file
    std::string product{};  ///< a Product's key; empty: none
    std::string duty{};     ///< "12/KH-UBND II.5": what it was done for; empty: not said
    Date happened_on{};
    std::int64_t quantity{1};
    std::string title{};
    std::string link{};
    std::vector<std::string> about{};  ///< codes or names of the agencies that it is about
    std::string manner{};              ///< "planned", "unannounced"; empty: not said
    std::string file_sha256{};         ///< of a file that is kept elsewhere
};

/// Why a row cannot be taken over: shown with its number and its column.
struct FactConflict {
    int row{};
    std::string_view column{};  ///< the title
    Error error{};
};

struct FactSheet {
    std::vector<FactRow> rows{};
    std::vector<FactConflict> conflicts{};      ///< cells that cannot be understood
    std::vector<std::string> unused_columns{};  ///< titles that mean nothing here
};

/// The first row that names a code, a day and a title is the head; rows above it are passed over,
/// and those that begin with #. invalid "evidence.sheet.no_head", "….sheet.empty"; too_large
/// "….sheet.too_long".
[[nodiscard]] Result<FactSheet> read_fact_sheet(std::span<const document::RecordRow> records);

/// The head and a row that explains each column, which an import passes over.
[[nodiscard]] std::string fact_template_csv();

}  // namespace caicach::evidence
