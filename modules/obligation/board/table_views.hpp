#pragma once
#include "html/html.hpp"
#include "obligation/board/table.hpp"

namespace caicach::obligation
{

/// Becomes cards on a phone.
void write_table(html::Writer& out, const BoardTable& table);

}  // namespace caicach::obligation
