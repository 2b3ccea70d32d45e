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

namespace
{

/// One draft for each who might sign, of what the list is narrowed to; without any, room for the
/// signature by hand.
void write_report(html::Writer& out, const PlanObstaclesPage& page)
{
    if (page.rows.empty()) return;
    const auto query = page.filter.query();
    const auto path = obstacle_letter_path(page.plan.code) + query;
    out(
        {"<section class=\"no-print\"><h2>Dự thảo báo cáo</h2><p>Tệp Word theo thể thức văn bản "
         "hành chính: ai nêu, ở mục nào, từ khi nào, đã trả lời ra sao, đề xuất gì. Còn để trống "
         "số; đọc lại trong Word trước khi ký.</p>"});
    if (page.signatures.empty()) {
        web::link_button(out, {.text = "Tải dự thảo báo cáo", .path = path, .is_download = true});
    } else {
        out({"<ul>"});
        for (const auto& one : page.signatures) {
            const auto file =
                path + (query.empty() ? "?" : "&") + "nguoi_ky=" + std::to_string(one.signer.value);
            out({"<li><a href=\"", html::url(file), "\" download>Báo cáo, ", one.text,
                 "</a></li>"});
        }
        out({"</ul>"});
    }
    out({"</section>"});
}

}  // namespace

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
        write_report(out, page);
    });
}

}  // namespace caicach::obligation
