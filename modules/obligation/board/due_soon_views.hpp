#pragma once
#include <cstdint>
#include <optional>

#include "http/response.hpp"
#include "obligation/board/task_list.hpp"
#include "obligation/reminder/nudge_views.hpp"

namespace caicach::obligation
{

struct DueSoonPage {
    Watched watched{};
    Narrowed narrowed{};
    NudgeList list{};
    std::int64_t agencies{};  ///< on all pages
    std::int64_t tasks{};
    std::optional<Error> error{};  ///< why nobody was nudged
};
[[nodiscard]] http::Response due_soon_page(const Context& context, const DueSoonPage& page);

}  // namespace caicach::obligation
