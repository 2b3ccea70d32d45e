#pragma once
#include "obligation/board/board.hpp"
#include "obligation/board/table.hpp"

/// The tables of a board. The matrices are taken along as long tables, one row each pair, for a
/// spreadsheet's own pivot.
namespace caicach::obligation
{

[[nodiscard]] BoardTable agencies_table(const Board& board);
[[nodiscard]] BoardTable months_table(const Board& board);
[[nodiscard]] BoardTable areas_table(const Board& board);
[[nodiscard]] BoardTable items_table(const Board& board);
[[nodiscard]] BoardTable agency_months_table(const Board& board);
[[nodiscard]] BoardTable agency_items_table(const Board& board);
/// Month by month beside the year before; no rows where there was none.
[[nodiscard]] BoardTable years_table(const Board& board);

/// The columns of sums, and a row's cells of them: each number leads to the very obligations that
/// it counts, which are those of `filter`.
void add_sums_columns(BoardTable& table);
void add_sums(std::vector<BoardCell>& row, const Watched& watched, const Sums& sums,
              BoardFilter filter);

/// "2026-03" of a day of that month.
[[nodiscard]] std::string month_of(Date day);
/// "Tháng 3/2026" of "2026-03".
[[nodiscard]] std::string month_label(std::string_view month);
/// Of a field of reform, or of none.
[[nodiscard]] std::string area_text(std::string_view area);
/// The plan's obligations of this filter.
[[nodiscard]] std::string tasks_path(const plan::PlanSummary& plan, const BoardFilter& filter);

}  // namespace caicach::obligation
