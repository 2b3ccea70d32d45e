#include "obligation/role/role_views.hpp"

#include <array>

#include "obligation/board/table_views.hpp"
#include "obligation/inbox_tabs_views.hpp"
#include "obligation/role/role_paths.hpp"
#include "text/number.hpp"
#include "web/components/fault.hpp"
#include "web/components/feedback.hpp"
#include "web/components/forms.hpp"
#include "web/components/frame.hpp"
#include "web/components/parts.hpp"
#include "web/components/plan_parts.hpp"

namespace caicach::obligation
{
namespace
{

using html::Writer;

void write_states(Writer& out, const FollowedItemPage& page)
{
    const auto path =
        followed_item_path(page.watched.plan.code, plan::item_code(page.work.lineage.value));
    const auto overdue = path + "?tinh-trang=" + std::string{name_of(State::overdue)};
    const auto late = path + "?tinh-trang=" + std::string{name_of(State::fulfilled_late)};
    const auto& state = page.watched.filter.state;
    const std::array entries{
        web::Tab{.text = "Tất cả", .path = path, .is_current = !state},
        web::Tab{.text = "Quá hạn", .path = overdue, .is_current = state == State::overdue},
        web::Tab{
            .text = "Hoàn thành muộn", .path = late, .is_current = state == State::fulfilled_late}};
    web::tabs(out, "Việc theo tình trạng", entries);
}

void write_years(Writer& out, const FollowedPage& page)
{
    const auto running = followed_path();
    const auto earlier = earlier_followed_path();
    const std::array entries{
        web::Tab{.text = "Kế hoạch năm nay", .path = running, .is_current = !page.is_earlier},
        web::Tab{.text = "Các năm trước", .path = earlier, .is_current = page.is_earlier}};
    web::tabs(out, "Kế hoạch theo năm", entries);
}

void write_sums(Writer& out, const FollowedItemPage& page)
{
    const auto done = text::format_integer(page.sums.in_time + page.sums.late);
    const auto owed = text::format_integer(page.sums.owed);
    const auto late = text::format_integer(page.sums.late);
    const auto roles = roles_text(page.roles);
    const auto plan_path = "/ke-hoach/" + page.watched.plan.slug;
    web::facts(out, [&](Writer& rows) {
        web::fact(rows, "Kế hoạch", [&](Writer& cell) {
            cell({"<a href=\"", html::url(plan_path), "\">", page.watched.plan.title, "</a>"});
        });
        if (!roles.empty())
            web::fact(rows, "Vai trò của cơ quan", [&](Writer& cell) { cell({roles}); });
        web::fact(rows, "Đã xong", [&](Writer& cell) {
            cell({done, " trong ", owed, " việc được giao, ", late, " xong muộn"});
        });
    });
}

void write_nudges(Writer& out, const Context& context, const FollowedItemPage& page,
                  const web::Fault& fault)
{
    if (page.nudges.rows.empty()) return;
    out(
        {"<section id=\"nhac\" aria-labelledby=\"nhac-ten\"><h2 id=\"nhac-ten\">Cơ quan còn việc "
         "quá hạn hoặc sắp đến hạn</h2>"});
    write_nudge_list(out, context, page.nudges, fault);
    const auto path =
        followed_item_path(page.watched.plan.code, plan::item_code(page.work.lineage.value)) +
        page.query;
    write_nudge_pages(out, page.nudges, path);
    out({"</section>"});
}

}  // namespace

http::Response followed_page(const Context& context, const FollowedPage& page)
{
    const auto frame = web::frame_of(context, "Theo dõi, phối hợp, chỉ đạo");
    return web::show(frame, [&](Writer& out) {
        web::page_title(out, {.title = "Theo dõi, phối hợp, chỉ đạo", .caption = page.agency});
        write_inbox_tabs(out, {.counts = page.counts});
        if (page.is_earlier || page.has_earlier) write_years(out, page);
        if (page.items.rows.empty()) {
            web::empty_state(
                out, {.title = "Chưa có việc nào",
                      .text = "Việc của cơ quan khác đứng ở đây khi kế hoạch ghi cơ quan này chủ "
                              "trì, phối hợp, chỉ đạo hoặc theo dõi việc ấy."});
            return;
        }
        out(
            {"<p>Việc do cơ quan khác làm. Cơ quan xem được tiến độ; không việc nào ở đây bị tính "
             "là việc, hay là chậm, của cơ quan.</p>"});
        write_table(out, page.items);
        const auto csv = followed_export_path() + (page.is_earlier ? "?nam=truoc" : "");
        const std::array entries{web::Download{"CSV", csv}};
        web::downloads(out, entries);
        web::pagination(out, {.next_path = page.next_path});
    });
}

http::Response followed_item_page(const Context& context, const FollowedItemPage& page)
{
    const auto fault = web::fault_of(context, page.error);
    auto frame = web::frame_of(context, page.work.path + ". " + page.work.title);
    frame.crumbs = {{.text = "Việc của cơ quan", .path = inbox_path()},
                    {.text = "Theo dõi, phối hợp, chỉ đạo", .path = followed_path()}};
    const auto content = [&](Writer& out) {
        web::fault_summary(out, fault);
        web::page_title(out, {.title = page.work.title, .caption = page.work.path});
        write_sums(out, page);
        write_nudges(out, context, page, fault);
        write_states(out, page);
        if (page.tasks.rows.empty()) {
            web::empty_state(out, {.title = "Không có việc nào",
                                   .text = "Không cơ quan nào có việc như vậy theo mục này."});
            return;
        }
        write_table(out, page.tasks);
        const auto csv = followed_item_export_path(page.watched.plan.code,
                                                   plan::item_code(page.work.lineage.value)) +
                         page.query;
        const std::array entries{web::Download{"CSV", csv}};
        web::downloads(out, entries);
        web::pagination(out, {.next_path = page.next_path});
    };
    return web::show(frame, content, fault.status);
}

}  // namespace caicach::obligation
