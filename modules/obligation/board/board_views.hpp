#pragma once
#include <cstddef>
#include <string>
#include <vector>

#include "http/response.hpp"
#include "obligation/board/board.hpp"
#include "obligation/board/task_list.hpp"
#include "obligation/saved_view/saved_view_part.hpp"

namespace caicach::obligation
{

/// A plan with how it stands.
struct PlanSums {
    plan::PlanSummary plan{};
    Sums sums{};
};
/// Plans to watch, of one year.
struct BoardsPage {
    Date today{};
    int year{};
    std::vector<int> years{};
    std::vector<PlanSums> plans{};
};
[[nodiscard]] http::Response boards_page(const Context& context, const BoardsPage& page);

struct BoardPage {
    Board board{};
    std::string shown_to_all{};  ///< which parts are public; empty: none
    bool may_publish{};          ///< the actor may change that
    ViewsPart views{};
};
[[nodiscard]] http::Response board_page(const Context& context, const BoardPage& page);

/// Items by agencies; the matrix shows `matrix_items` of them, from `first`.
struct ItemsPage {
    Board board{};
    std::size_t first{};
};
[[nodiscard]] http::Response items_page(const Context& context, const ItemsPage& page);

struct TasksPage {
    Watched watched{};
    Narrowed narrowed{};
    TaskList list{};
    ViewsPart views{};
    std::vector<organisation::AgencySummary> agencies{};  ///< to choose from
    std::vector<std::string> months{};                    ///< the same: "2026-03"
    bool may_excuse{};  ///< the actor may excuse the plan's agencies
    std::string next_path{};
};
[[nodiscard]] http::Response tasks_page(const Context& context, const TasksPage& page);

}  // namespace caicach::obligation
