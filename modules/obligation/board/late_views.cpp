#include "obligation/board/late_views.hpp"

#include <string>

#include "obligation/board/board_part_views.hpp"
#include "obligation/board/table_views.hpp"
#include "obligation/limits.hpp"
#include "obligation/paths.hpp"
#include "text/number.hpp"
#include "web/components/feedback.hpp"
#include "web/components/forms.hpp"
#include "web/components/frame.hpp"

namespace caicach::obligation
{
namespace
{

using html::Writer;

/// One draft for each who might sign; without any, room for the signature by hand.
void write_notices(Writer& out, const LatePage& page)
{
    const auto path = board_notice_path(page.list.watched.plan.code);
    out(
        {"<section class=\"no-print\"><h2>Dự thảo thông báo</h2><p>Tệp Word theo thể thức văn bản "
         "hành chính, còn để trống số; đọc lại trong Word trước khi ký.</p>"});
    if (page.signatures.empty()) {
        web::link_button(out, {.text = "Tải dự thảo", .path = path, .is_download = true});
        out({"<p>Cơ quan điều phối chưa có ai trong danh sách người ký; chỗ ký để trống.</p>"});
    } else {
        out({"<ul>"});
        for (const auto& one : page.signatures) {
            const auto file = path + "?nguoi_ky=" + std::to_string(one.signer.value);
            out({"<li><a href=\"", html::url(file), "\" download>", one.text, "</a></li>"});
        }
        out({"</ul>"});
    }
    out({"</section>"});
}

void write_left_out(Writer& out, const LateList& list)
{
    out({"<p>Việc kế hoạch chỉ đề nghị không bao giờ bị tính là muộn, nên không có ở đây."});
    if (list.excused > 0)
        out({" ", text::format_integer(list.excused),
             " việc đã được miễn cũng không nêu; lý do ghi ở từng việc."});
    out({"</p>"});
}

void write_tasks(Writer& out, const LateList& list)
{
    const auto max = static_cast<std::size_t>(limits::late_tasks_on_page);
    auto table = late_tasks_table(list);
    const auto total = table.rows.size();
    if (total > max) table.rows.resize(max);
    write_table(out, table);
    if (total > max) {
        out({"<p>Trên trang là ", max, " trong ", text::format_integer(static_cast<int>(total)),
             " việc; tệp tải về có đủ.</p>"});
    }
    write_downloads(out, list.watched, "cham");
}

}  // namespace

http::Response late_page(const Context& context, const LatePage& page)
{
    const auto& list = page.list;
    auto frame = web::frame_of(context, "Cơ quan chậm: " + list.watched.plan.title);
    frame.crumbs = crumbs_to(list.watched.plan);
    return web::show(frame, [&](Writer& out) {
        const auto lead =
            "Việc có hạn đến hết ngày " + list.watched.today.plus_days(-1).vietnamese() + ".";
        web::page_title(out, {.title = "Cơ quan chưa thực hiện hoặc thực hiện muộn",
                              .caption = list.watched.plan.title,
                              .lead = lead});
        if (list.agencies.empty()) {
            web::empty_state(out, {.title = "Không cơ quan nào chậm",
                                   .text = "Mọi việc đã đến hạn đều được làm đủ, đúng hạn."});
            write_left_out(out, list);
            return;
        }
        write_table(out, late_agencies_table(list));
        write_left_out(out, list);
        write_nudges(out, context, list.watched.plan.code, page.nudges);
        write_notices(out, page);
        write_tasks(out, list);
    });
}

}  // namespace caicach::obligation
