#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "json/value.hpp"
#include "manifest/context.hpp"
#include "report/filling/filled.hpp"

/// What people bring into a report from a spreadsheet: pasted into a table, or as a file. Pure.
namespace caicach::report
{

/// A number or a text.
struct BroughtCell {
    std::string field{};
    std::string value{};
    int line{};  ///< of the file, as people see it
};

/// A row of a table: one that is there, or a new one.
struct BroughtRow {
    std::string table{};
    int row{};                         ///< 0: a new one
    std::vector<std::string> cells{};  ///< in the order of the columns; empty: says nothing of it
    int line{};
};

/// What cannot be taken over: where it stands, and why.
struct BringingFault {
    int line{};
    std::string column{};
    Error error{};
};

struct Brought {
    std::vector<BroughtCell> cells{};
    std::vector<BroughtRow> rows{};
    std::vector<BringingFault> faults{};

    [[nodiscard]] std::size_t count() const;  ///< of cells that say something
};

/// As it is kept until somebody confirms it.
[[nodiscard]] json::Value to_json(const Brought& brought);
[[nodiscard]] Brought brought_from(const json::Value& value);

/// Where rows that are pasted go.
enum class PastedInto { new_rows, from_first_row };

/// Rows of a table of that form, as they were pasted: under their titles, where the first row has
/// them, else in the order of the columns. Rows of a fixed table are known by their names where
/// these stand before them. Fails as pasted_rows does; invalid "report.paste.{empty,columns}".
[[nodiscard]] Result<Brought> brought_by_pasting(std::string_view text, const FormTable& table,
                                                 const std::vector<FilledRow>& rows,
                                                 PastedInto into);

/// Whether one of the texts bears a mark of secrecy: nothing of it may be kept then.
[[nodiscard]] bool bears_secret_mark(const Brought& brought, Date today);

}  // namespace caicach::report
