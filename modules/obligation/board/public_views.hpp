#pragma once
#include <cstdint>
#include <span>
#include <vector>

#include "http/response.hpp"
#include "manifest/context.hpp"
#include "obligation/board/sums.hpp"
#include "obligation/work.hpp"

namespace caicach::obligation
{

/// How many agencies owe an item; each that has anything due is in one of the last three.
struct PublicItem {
    Work work{};
    std::int64_t agencies{};
    std::int64_t in_time{};  ///< all that was due was done, in time
    std::int64_t late{};     ///< all was done, some too late
    std::int64_t overdue{};
};
/// Excused agencies are not counted, nor items that nobody owes.
[[nodiscard]] std::vector<PublicItem> public_items(std::span<const Work> works,
                                                   std::span<const ItemSums> sums);

struct PublicBoardPage {
    plan::PlanSummary plan{};
    std::vector<PublicItem> items{};
};
[[nodiscard]] http::Response public_board_page(const Context& context, const PublicBoardPage& page);

}  // namespace caicach::obligation
