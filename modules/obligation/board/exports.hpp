#pragma once
#include <string_view>

#include "obligation/board/board.hpp"
#include "obligation/board/table.hpp"

namespace caicach::obligation
{

/// A table to take along: "co-quan", "co-quan-thang", "thang", "linh-vuc", "nam-truoc", "muc",
/// "co-quan-muc", "viec" or "cham". not_found "obligation.board.no_table".
[[nodiscard]] Result<BoardTable> table_to_take(const Context& context,
                                               database::Transaction& transaction,
                                               const Watched& watched, std::string_view name);

}  // namespace caicach::obligation
