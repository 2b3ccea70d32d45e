#include "obligation/board/exports.hpp"

#include <algorithm>
#include <array>

#include "obligation/board/late_list.hpp"
#include "obligation/board/tables.hpp"
#include "obligation/board/task_list.hpp"
#include "obligation/board/years.hpp"
#include "obligation/limits.hpp"

namespace caicach::obligation
{
namespace
{

struct NamedTable {
    std::string_view name{};
    BoardTable (*make)(const Board&){};
};
constexpr std::array made_of_sums{
    NamedTable{"co-quan", agencies_table},
    NamedTable{"co-quan-thang", agency_months_table},
    NamedTable{"thang", months_table},
    NamedTable{"linh-vuc", areas_table},
    NamedTable{"nam-truoc", years_table},
    NamedTable{"muc", items_table},
    NamedTable{"co-quan-muc", agency_items_table},
};

}  // namespace

Result<BoardTable> table_to_take(const Context& context, database::Transaction& transaction,
                                 const Watched& watched, std::string_view name)
{
    if (name == "viec") {
        const auto list = TRY(listed_tasks(transaction, watched, {}, limits::exported_tasks_max));
        return tasks_table(list.tasks, watched.today);
    }
    if (name == "cham") {
        const auto list = TRY(late_list_of(transaction, watched));
        return late_tasks_table(list);
    }
    const auto* const found = std::ranges::find(made_of_sums, name, &NamedTable::name);
    if (found == made_of_sums.end())
        return failure(Failure::not_found, "obligation.board.no_table");
    auto board = TRY(board_of(transaction, watched));
    if (found->make == years_table) TRY(add_year_before(board, context, transaction));
    return found->make(board);
}

}  // namespace caicach::obligation
