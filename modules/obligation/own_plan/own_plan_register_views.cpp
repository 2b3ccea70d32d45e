#include <algorithm>

#include "obligation/board/board_part_views.hpp"
#include "obligation/board/table_views.hpp"
#include "obligation/own_plan/own_plan_paths.hpp"
#include "obligation/own_plan/own_plan_register.hpp"
#include "text/number.hpp"
#include "web/components/feedback.hpp"
#include "web/components/forms.hpp"
#include "web/components/frame.hpp"

namespace caicach::obligation
{
namespace
{

using html::Writer;

void write_gaps(Writer& out, const RegisterPage& page)
{
    const auto gaps = gaps_table(page.own);
    if (gaps.rows.empty()) return;
    out(
        {"<section id=\"con-thieu\"><p>Một mục còn thiếu khi cơ quan được giao mục ấy chưa gửi kế "
         "hoạch, bị trả lại, hoặc kế hoạch không nêu hoạt động cho mục.</p>"});
    write_table(out, gaps);
    const auto file = gaps_export_path(page.own.plan.code);
    web::link_button(out, {.text = "CSV từng cơ quan", .path = file, .is_download = true});
    const auto work = std::ranges::find_if(page.own.works, [&](const Work& one) {
        return plan::item_code(one.lineage.value) == page.item;
    });
    if (work != page.own.works.end() && !page.missing.empty()) {
        const auto count = text::format_integer(static_cast<int>(page.missing.size()));
        out({"<h2>", count, " cơ quan chưa có hoạt động cho ", work->path, "</h2><ul>"});
        for (const auto& agency : page.missing) out({"<li>", agency, "</li>"});
        out({"</ul>"});
    }
    out({"</section>"});
}

}  // namespace

http::Response register_page(const Context& context, const RegisterPage& page)
{
    const auto& own = page.own;
    auto frame = web::frame_of(context, "Kế hoạch riêng: " + own.plan.title);
    frame.crumbs = crumbs_to(own.plan);
    return web::show(frame, [&](Writer& out) {
        web::page_title(out,
                        {.title = "Kế hoạch riêng của các cơ quan", .caption = own.plan.title});
        if (own.rows.empty()) {
            web::empty_state(out, {.title = "Kế hoạch này không yêu cầu kế hoạch riêng",
                                   .text = "Mục yêu cầu các cơ quan xây dựng, ban hành kế hoạch "
                                           "thì bảng theo dõi đứng ở đây."});
            return;
        }
        write_table(out, receipts_table(own));
        out({"<section id=\"danh-sach\">"});
        if (!page.receipt.empty()) {
            const auto all = register_path(own.plan.code) + "#danh-sach";
            out({"<p><a href=\"", html::url(all), "\">Xem tất cả cơ quan</a></p>"});
        }
        write_table(out, register_table(own, page.receipt));
        const auto file = register_export_path(own.plan.code) +
                          (page.receipt.empty() ? std::string{} : "?tinh-trang=" + page.receipt);
        web::link_button(out, {.text = "CSV", .path = file, .is_download = true});
        const auto contents = contents_path(own.plan.code);
        web::link_button(out, {.text = "Nội dung theo mục, theo cơ quan", .path = contents});
        out({"</section>"});
        write_gaps(out, page);
    });
}

}  // namespace caicach::obligation
