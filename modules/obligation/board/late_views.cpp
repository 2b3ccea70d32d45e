#include "obligation/board/late_views.hpp"

#include "http/percent.hpp"
#include "obligation/board/board_part_views.hpp"
#include "obligation/board/due_soon_paths.hpp"
#include "obligation/board/letter_document_paths.hpp"
#include "obligation/board/letter_documents_views.hpp"
#include "obligation/limits.hpp"
#include "obligation/paths.hpp"
#include "text/number.hpp"
#include "web/components/fault.hpp"
#include "web/components/feedback.hpp"
#include "web/components/fields.hpp"
#include "web/components/forms.hpp"
#include "web/components/frame.hpp"
#include "web/components/parts.hpp"

namespace caicach::obligation
{
namespace
{

using html::Writer;

/// One draft for each who might sign; without any, room for the signature by hand.
void write_notices(Writer& out, const LatePage& page)
{
    const auto path = board_notice_path(page.watched.plan.code);
    out(
        {"<section class=\"no-print\" id=\"thong-bao\"><h2>Dự thảo thông báo</h2><p>Tệp Word theo "
         "thể thức văn bản hành chính, còn để trống số; đọc lại trong Word trước khi ký.</p>"});
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

void write_left_out(Writer& out, const LatePage& page)
{
    out({"<p>Việc kế hoạch chỉ đề nghị không bao giờ bị tính là muộn, nên không có ở đây."});
    if (page.sums.excused > 0)
        out({" ", text::format_integer(page.sums.excused),
             " việc đã được miễn cũng không nêu; lý do ghi ở từng việc."});
    out({"</p>"});
}

void write_pages(Writer& out, const LatePage& page)
{
    const auto path = board_late_path(page.watched.plan.code);
    const auto at = page.list.page;
    const auto previous = at > 1 ? path + late_page_query(page.search, at - 1) : std::string{};
    const auto next = at < page.pages ? path + late_page_query(page.search, at + 1) : std::string{};
    const auto shown = "Trang " + std::to_string(at) + " trong " + std::to_string(page.pages);
    web::pagination(out, {.previous_path = previous, .next_path = next, .shown = shown});
}

void write_search(Writer& out, const LatePage& page)
{
    if (!page.has_search) return;
    const auto path = board_late_path(page.watched.plan.code);
    web::filter_form(out,
                     {.action = path,
                      .label = "Tìm cơ quan chậm",
                      .clear_path = page.search.empty() ? std::string_view{} : path,
                      .submit_text = "Tìm"},
                     [&](Writer& fields) {
                         web::search_field(fields, {.name = "tim",
                                                    .label = "Tên cơ quan",
                                                    .value = page.search,
                                                    .requirement = web::Requirement::required});
                     });
    if (page.list.rows.empty()) out({"<p>Không cơ quan chậm nào có tên như vậy.</p>"});
}

std::string lead_of(const LatePage& page)
{
    auto lead = text::format_integer(page.agencies) + " cơ quan, " +
                text::format_integer(page.sums.overdue) + " việc quá hạn";
    if (page.sums.late > 0)
        lead += ", " + text::format_integer(page.sums.late) + " việc đã làm muộn";
    return lead + "; tính việc có hạn đến hết ngày " +
           page.watched.today.plus_days(-1).vietnamese() + ".";
}

}  // namespace

std::string late_page_query(std::string_view search, int page)
{
    std::string query;
    http::append_to_query(query, "tim", search);
    if (page > 1) http::append_to_query(query, "trang", std::to_string(page));
    return query;
}

http::Response late_page(const Context& context, const LatePage& page)
{
    const auto fault = web::fault_of(context, page.error);
    const auto due_soon = due_soon_path(page.watched.plan.code);
    auto frame = web::frame_of(context, "Cơ quan chậm: " + page.watched.plan.title);
    frame.crumbs = crumbs_to(page.watched.plan);
    return web::show(
        frame,
        [&](Writer& out) {
            web::fault_summary(out, fault);
            const auto lead = page.agencies == 0 ? std::string{} : lead_of(page);
            web::page_title(
                out,
                {.title = "Cơ quan chưa thực hiện hoặc thực hiện muộn",
                 .caption = page.watched.plan.title,
                 .lead = lead},
                [&](Writer& actions) {
                    web::link_button(
                        actions, {.text = "Việc sắp đến hạn", .path = due_soon, .is_small = true});
                    if (page.agencies == 0) return;
                    web::link_button(actions, {.text = "Dự thảo thông báo (Word)",
                                               .path = "#thong-bao",
                                               .is_small = true});
                });
            if (page.agencies == 0) {
                web::empty_state(out, {.title = "Không cơ quan nào chậm",
                                       .text = "Mọi việc đã đến hạn đều được làm đủ, đúng hạn."});
                write_left_out(out, page);
                return;
            }
            write_search(out, page);
            if (!page.list.rows.empty()) write_nudge_list(out, context, page.list, fault);
            write_pages(out, page);
            write_left_out(out, page);
            write_notices(out, page);
            write_letter_documents(out, context, page.letters,
                                   {.action = late_document_path(page.watched.plan.code),
                                    .signatures = page.signatures});
            write_downloads(out, page.watched, "cham");
        },
        fault.status);
}

}  // namespace caicach::obligation
