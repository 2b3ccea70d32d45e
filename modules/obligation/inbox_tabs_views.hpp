#pragma once
#include <optional>
#include <string>

#include "html/html.hpp"
#include "obligation/inbox.hpp"

namespace caicach::obligation
{

/// What stands above each part of the inbox.
struct InboxTabs {
    std::optional<Box> box{};  ///< the one that is shown; none: what others owe
    bool only_mine{};
    std::string plan_code{};
    BoxCounts counts{};
};
void write_inbox_tabs(html::Writer& out, const InboxTabs& tabs);

}  // namespace caicach::obligation
