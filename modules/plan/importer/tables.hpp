#pragma once
#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "plan/importer/lexicon.hpp"
#include "plan/importer/paragraphs.hpp"

/// Tables of tasks and targets: which column says what, and what each row is.
namespace caicach::plan::importer
{

struct TableRow {
    enum class Kind { header, group, item, continued, blank };
    Kind kind{Kind::item};
    std::size_t paragraph{};
    std::vector<std::string> cells{};
};

struct Table {
    std::vector<std::optional<Label>> columns{};  ///< nothing where the heading is not known
    std::vector<std::string> headings{};
    std::vector<TableRow> rows{};

    /// The cell under the first column of that label; empty where there is none.
    [[nodiscard]] std::string_view cell(const TableRow& row, Label label) const;
    [[nodiscard]] std::optional<std::size_t> column(Label label) const;
};

/// Nothing where no row heads the columns: then it is no table of tasks.
[[nodiscard]] std::optional<Table> table_of(const std::vector<Paragraph>& paragraphs,
                                            const std::vector<std::size_t>& rows);

/// "Cấp tỉnh", "Toàn tỉnh", "Thành phố" over a column of values: for whom they are.
[[nodiscard]] bool names_level(std::string_view heading);

}  // namespace caicach::plan::importer
