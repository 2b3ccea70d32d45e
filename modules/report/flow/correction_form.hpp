#pragma once
#include <cstddef>
#include <string>
#include <string_view>

#include "http/request.hpp"
#include "report/flow/correction.hpp"

/// What the form of a correction sends: numbers, texts and cells of rows as the report's own page
/// names them, and besides rows to add, rows and files to leave out, files to add.
namespace caicach::report
{

inline constexpr std::string_view more_rows_field = "them_dong";  ///< its value: the table
inline constexpr std::size_t new_files_max = 3;                   ///< of one correction
inline constexpr std::size_t corrected_cells_max = 1500;          ///< of tables, in one correction
/// "tep_moi_1", from 1.
[[nodiscard]] std::string new_file_control(std::size_t number);
/// Of a row that is to be added: "moi-mo_hinh/ten-1".
[[nodiscard]] std::string new_cell_control(std::string_view field, int row);
/// "bo_tep-7K2…": the code of a file.
[[nodiscard]] std::string file_removal_control(std::string_view code);
/// "bo-mo_hinh-3".
[[nodiscard]] std::string row_removal_control(std::string_view table, int row);
/// How many rows to add the form showed: "so_dong-mo_hinh".
[[nodiscard]] std::string new_rows_control(std::string_view table);

/// All but its files. invalid "report.cell.unknown" for names that no page of ours has, or too
/// many; "http.…" for a reason that is too long.
[[nodiscard]] Result<Correction> correction_in(const http::Request& request);

}  // namespace caicach::report
