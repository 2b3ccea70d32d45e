#pragma once
#include <vector>

#include "html/html.hpp"
#include "report/filling/gathering.hpp"
#include "web/components/parts.hpp"

/// What the page of a report that gathers others shows beside the agency's own numbers.
namespace caicach::report
{

/// Of other reports nothing.
void gathering_note(html::Writer& out, const Gathering& gathering);
void add_gathered_columns(std::vector<web::Column>& columns);
void gathered_cells(web::Rows& rows, const FilledIndicator& one);
/// The sum alone, which answers to changed cells bring anew; nothing of other reports.
void together_part(html::Writer& out, const FilledIndicator& one);
/// Below a cell of a table: the number with those of reporters, where they sent any.
void together_cell(html::Writer& out, const FormColumn& column, const FilledRow& row,
                   std::size_t at);

}  // namespace caicach::report
