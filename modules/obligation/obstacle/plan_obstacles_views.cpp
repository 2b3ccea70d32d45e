#include "obligation/board/board_part_views.hpp"
#include "obligation/board/table_views.hpp"
#include "obligation/obstacle/obstacle_paths.hpp"
#include "obligation/obstacle/plan_obstacles.hpp"
#include "text/text.hpp"
#include "web/components/feedback.hpp"
#include "web/components/forms.hpp"
#include "web/components/frame.hpp"
#include "web/components/parts.hpp"

namespace caicach::obligation
{

http::Response plan_obstacles_page(const Context& context, const PlanObstaclesPage& page)
{
    auto frame = web::frame_of(context, "Khó khăn, vướng mắc: " + page.plan.title);
    frame.crumbs = crumbs_to(page.plan);
    const auto path = all_path(ViewPage::plan_obstacles, page.plan.code);
    const auto query = page.filter.query();
    return web::show(frame, [&](html::Writer& out) {
        web::page_title(out, {.title = "Khó khăn, vướng mắc", .caption = page.plan.title});
        for (const auto& table : page.tables)
            if (!table.rows.empty()) write_table(out, table);
        out({"<section id=\"danh-sach\"><h2>Danh sách</h2>"});
        write_views(out, context, page.views);
        if (!page.narrowed.empty()) {
            const auto words = text::join(page.narrowed, "; ");
            out({"<p>Chỉ gồm: ", words, ". <a href=\"", html::url(path), "\">Xem tất cả</a></p>"});
        }
        if (page.rows.empty()) {
            web::empty_state(out, {.title = "Không có vướng mắc nào",
                                   .text = "Cơ quan nêu khó khăn, vướng mắc ở trang của từng "
                                           "việc."});
        } else {
            obstacle_table(out, "Mới nhất trước", page.rows);
            const auto file = plan_obstacles_export_path(page.plan.code) + query;
            web::link_button(out, {.text = "CSV", .path = file, .is_download = true});
            web::pagination(out, {.next_path = page.next_path});
        }
        out({"</section>"});
    });
}

}  // namespace caicach::obligation
