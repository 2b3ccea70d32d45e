#pragma once
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "document/records.hpp"
#include "document/table_head.hpp"
#include "organisation/api.hpp"

/// The table in which a province keeps its agencies: what is exported, what is imported, and the
/// empty template are the same columns. Pure: no database.
namespace caicach::organisation
{

/// For a contact or an official code the key is its kind's or system's. Files may lack all but code
/// and name.
using SheetColumn = document::TableColumn;
/// Those of the agency itself, one for each CodeSystem, then its contacts.
[[nodiscard]] const std::vector<SheetColumn>& sheet_columns();
/// Contacts that have no column are looked after on the agency's page.
struct SheetContact {
    std::string_view kind{};  ///< a ContactKind's key
    std::string label{};      ///< of a contact point: the village, the office
    std::string value{};

    friend bool operator==(const SheetContact&, const SheetContact&) = default;
};

struct SheetCode {
    std::string_view system{};  ///< a CodeSystem's key
    std::string code{};
};

/// A row of the table. What is empty is not said: of an agency that is there it stays as it is.
struct AgencyRow {
    int number{};  ///< as people see it beside the row
    std::string code{};
    std::string name{};
    std::string short_name{};
    std::string kind{};    ///< a Kind's key
    std::string parent{};  ///< a code
    std::optional<Date> from{};
    std::optional<Date> to{};
    std::vector<SheetCode> codes{};
    std::vector<SheetContact> contacts{};
};

/// Why a row cannot be taken over: shown with its number and its column.
struct SheetConflict {
    int row{};
    std::string_view column{};  ///< the title
    Error error{};
};

/// One contact point as the cell of all of an agency's has it: "Thôn Bản Mới: Nhà văn hóa thôn".
/// They are parted by " | ".
[[nodiscard]] std::string point_text(std::string_view label, std::string_view value);

struct AgencySheet {
    std::vector<AgencyRow> rows{};
    std::vector<SheetConflict> conflicts{};     ///< cells that cannot be understood
    std::vector<std::string> unused_columns{};  ///< titles that mean nothing here
};

/// The title of the column `key`.
[[nodiscard]] std::string_view column_title(std::string_view key);

/// The first row that names a code and a name is the head; rows above it are passed over, and those
/// that begin with #. Kinds may be written by key or by text, days as people or machines write
/// them, or as Excel counts them. invalid "organisation.sheet.no_head", "….sheet.empty"; too_large
/// "….sheet.too_long".
[[nodiscard]] Result<AgencySheet> read_agency_sheet(std::span<const document::RecordRow> records,
                                                    std::span<const Kind> kinds);

}  // namespace caicach::organisation
