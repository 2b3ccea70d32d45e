#pragma once
#include <span>
#include <string_view>
#include <vector>

#include "html/html.hpp"
#include "obligation/board/board.hpp"
#include "obligation/board/table.hpp"
#include "web/components/fields.hpp"
#include "web/components/page.hpp"

/// What the pages of a board have in common.
namespace caicach::obligation
{

/// What the numbers mean, beside them.
void write_definitions(html::Writer& out);

/// The table in forms for desks, with the filter it is seen through.
void write_downloads(html::Writer& out, const Watched& watched, std::string_view table);
/// A table and its downloads; nothing where it has no rows.
void write_with_downloads(html::Writer& out, const Board& board, const BoardTable& table,
                          std::string_view name);

[[nodiscard]] std::vector<web::Choice> kind_choices(const Board& board);
[[nodiscard]] std::vector<web::Choice> area_choices(const BoardFilter& filter);
[[nodiscard]] std::vector<web::Choice> state_choices(const BoardFilter& filter,
                                                     std::span<const State> states);

[[nodiscard]] web::Choice among_choice(const BoardFilter& filter, Among among);

/// The way back to the plan's board.
[[nodiscard]] std::vector<web::Link> crumbs_to(const plan::PlanSummary& plan);

}  // namespace caicach::obligation
