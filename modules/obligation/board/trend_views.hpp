#pragma once
#include "html/html.hpp"
#include "obligation/board/board.hpp"

namespace caicach::obligation
{

/// The share done in time, month by month, beside that of the year before: a picture of what the
/// tables below it say in numbers. Nothing where fewer than two months had anything to do.
void write_trend(html::Writer& out, const Board& board);

}  // namespace caicach::obligation
