#include "obligation/board/due_soon_views.hpp"

#include <algorithm>
#include <array>
#include <string>

#include "obligation/board/board_part_views.hpp"
#include "obligation/board/due_soon_paths.hpp"
#include "text/number.hpp"
#include "web/components/fault.hpp"
#include "web/components/feedback.hpp"
#include "web/components/frame.hpp"
#include "web/components/parts.hpp"

namespace caicach::obligation
{
namespace
{

using html::Writer;

constexpr int week_days = 7;

std::string path_until(const DueSoonPage& page, int days)
{
    auto filter = page.watched.filter;
    filter.until.reset();
    if (days < due_soon_days) filter.until = page.watched.today.plus_days(days);
    return due_soon_path(page.watched.plan.code) + filter.query();
}

/// How far ahead the list looks.
void write_ahead(Writer& out, const DueSoonPage& page)
{
    const auto week = path_until(page, week_days);
    const auto fortnight = path_until(page, 2 * week_days);
    const auto all = path_until(page, due_soon_days);
    const auto& until = page.watched.filter.until;
    const auto is_until = [&](int days) { return until == page.watched.today.plus_days(days); };
    const auto month = std::to_string(due_soon_days) + " ngày tới";
    const std::array entries{
        web::Tab{.text = "7 ngày tới", .path = week, .is_current = is_until(week_days)},
        web::Tab{.text = "14 ngày tới", .path = fortnight, .is_current = is_until(2 * week_days)},
        web::Tab{.text = month, .path = all, .is_current = !until}};
    web::tabs(out, "Hạn trong bao nhiêu ngày", entries);
}

void write_narrowed(Writer& out, const DueSoonPage& page)
{
    const std::array rows{web::Fact{"Loại cơ quan", page.narrowed.kind},
                          web::Fact{"Cơ quan", page.narrowed.agency},
                          web::Fact{"Mục", page.narrowed.item}};
    if (std::ranges::any_of(rows, [](const web::Fact& row) { return !row.value.empty(); }))
        web::facts(out, rows);
}

}  // namespace

http::Response due_soon_page(const Context& context, const DueSoonPage& page)
{
    const auto& plan = page.watched.plan;
    const auto fault = web::fault_of(context, page.error);
    auto frame = web::frame_of(context, "Sắp đến hạn: " + plan.title);
    frame.crumbs = crumbs_to(plan);
    const auto content = [&](Writer& out) {
        web::fault_summary(out, fault);
        const auto lead = page.tasks == 0
                              ? std::string{}
                              : text::format_integer(page.agencies) + " cơ quan, " +
                                    text::format_integer(page.tasks) +
                                    " việc chưa đủ mà hạn sắp tới; chưa việc nào quá hạn.";
        web::page_title(
            out, {.title = "Cơ quan có việc sắp đến hạn", .caption = plan.title, .lead = lead});
        write_ahead(out, page);
        write_narrowed(out, page);
        if (page.list.rows.empty()) {
            web::empty_state(out, {.title = "Không có việc nào sắp đến hạn",
                                   .text = "Mọi việc có hạn trong những ngày này đã đủ, hoặc không "
                                           "cơ quan nào có việc như vậy."});
            return;
        }
        write_nudge_list(out, context, page.list, fault);
        write_nudge_pages(out, page.list, due_soon_path(plan.code) + page.watched.filter.query());
    };
    return web::show(frame, content, fault.status);
}

}  // namespace caicach::obligation
