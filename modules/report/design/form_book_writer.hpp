#pragma once
#include <string>

#include "base/result.hpp"
#include "report/design/design_choices.hpp"

namespace caicach::report
{

/// A form as an Excel workbook, to be changed elsewhere and brought back (form_book_reader.hpp),
/// with a sheet that says how each column is filled in and one of the words to choose from.
/// `folder` is for the file while it is made.
[[nodiscard]] Result<std::string> book_of(const Definition& definition,
                                          const DesignChoices& choices, const std::string& folder);

}  // namespace caicach::report
