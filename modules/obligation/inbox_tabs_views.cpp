#include "obligation/inbox_tabs_views.hpp"

#include <array>

#include "obligation/inbox_query.hpp"
#include "obligation/role/role_paths.hpp"
#include "web/components/parts.hpp"

namespace caicach::obligation
{

void write_inbox_tabs(html::Writer& out, const InboxTabs& tabs)
{
    const auto path_of = [&](Box box) {
        return inbox_path_of_plan(box, tabs.only_mine, tabs.plan_code);
    };
    const auto urgent = path_of(Box::urgent);
    const auto later = path_of(Box::later);
    const auto done = path_of(Box::done);
    const auto followed = followed_path();
    const std::array entries{
        web::Tab{.text = "Đến hạn",
                 .path = urgent,
                 .is_current = tabs.box == Box::urgent,
                 .count = tabs.counts.urgent},
        web::Tab{.text = "Sắp tới",
                 .path = later,
                 .is_current = tabs.box == Box::later,
                 .count = tabs.counts.later},
        web::Tab{.text = "Đã xong", .path = done, .is_current = tabs.box == Box::done},
        web::Tab{.text = "Theo dõi, phối hợp, chỉ đạo", .path = followed, .is_current = !tabs.box}};
    web::tabs(out, "Việc theo thời hạn", entries);
}

}  // namespace caicach::obligation
