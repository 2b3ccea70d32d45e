#pragma once
#include <vector>

#include "document/official_document.hpp"
#include "report/filling/filled.hpp"

/// A table of a report on paper. Pure.
namespace caicach::report
{

/// With a row's number before it and a row of sums below it, where its columns are added up.
[[nodiscard]] document::OfficialTable official_table(const FormTable& table,
                                                     const std::vector<FilledRow>& rows);
/// What stands in a cell, as people read it.
[[nodiscard]] std::string cell_text(const FormColumn& column, std::string_view value);

}  // namespace caicach::report
