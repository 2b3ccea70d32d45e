#pragma once
#include <array>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "document/xlsx_writer.hpp"
#include "report/design/field_spec.hpp"

/// How a form stands in an Excel workbook: sheets of its pieces, a row for each, whose columns are
/// the fields of the page where forms are designed; and one where each field of the form itself is
/// a row. Pure.
namespace caicach::report
{

enum class FormSheet { form, section, indicator, table, column, narrative, check };
inline constexpr std::array form_sheets{FormSheet::form,  FormSheet::section, FormSheet::indicator,
                                        FormSheet::table, FormSheet::column,  FormSheet::narrative,
                                        FormSheet::check};

[[nodiscard]] std::string_view name_of(FormSheet sheet);  ///< "Chỉ tiêu"
/// Its columns; of `form` its rows.
[[nodiscard]] std::span<const FieldSpec> fields_of(FormSheet sheet);

// Columns that are no members of the piece.
inline constexpr std::string_view section_field = "#section";  ///< the key of where a part stands
inline constexpr std::string_view order_field = "#order";      ///< its place there
inline constexpr std::string_view table_field = "#table";      ///< the key of a column's table
// Titles of the columns of `form`.
inline constexpr std::string_view field_title = "Mục";
inline constexpr std::string_view value_title = "Nội dung";

/// What is written of a field: words of a choice, "Có" or "Không", lines below one another.
[[nodiscard]] document::SheetCell cell_of(const FieldSpec& field,
                                          const std::vector<std::string>& values);
/// The same back, as the page's field says it; words and values of choices are taken alike, and
/// what is empty is as by default. invalid "report.book.{flag,choice}".
[[nodiscard]] Result<std::vector<std::string>> values_of_cell(const FieldSpec& field,
                                                              std::string_view cell);
/// What may be written: "Một trong: …".
[[nodiscard]] std::string guide_of(const FieldSpec& field);

}  // namespace caicach::report
