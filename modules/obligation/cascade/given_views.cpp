#include "obligation/cascade/given_views.hpp"

#include <array>

#include "http/percent.hpp"
#include "obligation/board/table_views.hpp"
#include "obligation/cascade/cascade_paths.hpp"
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

BoardTable units_table(const GivenPage& page)
{
    BoardTable table{.title = "Đơn vị được giao trong năm " + std::to_string(page.year),
                     .columns = {{.name = "Đơn vị"},
                                 {.name = "Đã đến hạn", .is_number = true},
                                 {.name = "Đúng hạn", .is_number = true},
                                 {.name = "Muộn", .is_number = true},
                                 {.name = "Quá hạn", .is_number = true},
                                 {.name = "Được miễn", .is_number = true},
                                 {.name = "Đang làm", .is_number = true}}};
    UnitSums all;
    const auto row = [&](const UnitSums& sums, BoardCell name) {
        table.rows.push_back({std::move(name), number_cell(sums.owed), number_cell(sums.in_time),
                              number_cell(sums.late), number_cell(sums.overdue),
                              number_cell(sums.excused), number_cell(sums.going_on)});
    };
    for (const auto& sums : page.units) {
        row(sums, text_cell(sums.name, given_path() + given_query(page, page.year, sums.code)));
        all.owed += sums.owed;
        all.in_time += sums.in_time;
        all.late += sums.late;
        all.overdue += sums.overdue;
        all.excused += sums.excused;
        all.going_on += sums.going_on;
    }
    row(all, text_cell("Cộng"));
    return table;
}

void write_definitions(Writer& out)
{
    constexpr std::array rows{
        web::Fact{"Đã đến hạn",
                  "Phần có hạn trước hôm nay. Phần đã thu hồi, và phần chỉ là đề "
                  "nghị, không nằm trong số nào."},
        web::Fact{"Đúng hạn, muộn", "Đã làm đủ, kể cả làm xong trước khi đến hạn."},
        web::Fact{"Quá hạn", "Qua ngày hạn mà đến nay vẫn chưa đủ."},
        web::Fact{"Đang làm", "Chưa đủ và chưa qua hạn."}};
    out({"<h2>Các số này nghĩa là gì</h2>"});
    web::facts(out, rows);
    out(
        {"<p>Bảng theo dõi của tỉnh chỉ đếm việc mà kế hoạch giao cho cơ quan. Phần giao xuống cho "
         "đơn vị chỉ đếm ở đây, nên không việc nào bị tính hai lần.</p>"});
}

void write_nudges(Writer& out, const Context& context, const GivenPage& page,
                  const web::Fault& fault)
{
    if (page.nudges.rows.empty()) return;
    out(
        {"<section id=\"nhac\" aria-labelledby=\"nhac-ten\"><h2 id=\"nhac-ten\">Đơn vị còn việc "
         "quá hạn hoặc sắp đến hạn</h2>"});
    write_nudge_list(out, context, page.nudges, fault);
    write_nudge_pages(out, page.nudges, given_path() + given_query(page, page.year, page.unit));
    out({"</section>"});
}

}  // namespace

std::string given_query(const GivenPage& page, int year, std::string_view unit)
{
    std::string query;
    http::append_to_query(query, "co-quan", page.giver);
    http::append_to_query(query, "nam", std::to_string(year));
    http::append_to_query(query, "don-vi", unit);
    return query;
}

http::Response given_page(const Context& context, const GivenPage& page)
{
    const auto fault = web::fault_of(context, page.error);
    auto frame = web::frame_of(context, "Việc đã giao cho đơn vị trực thuộc");
    frame.crumbs = {{.text = "Việc của cơ quan", .path = inbox_path()}};
    const auto content = [&](Writer& out) {
        web::fault_summary(out, fault);
        web::page_title(out,
                        {.title = "Việc đã giao cho đơn vị trực thuộc", .caption = page.agency});
        const auto before = given_path() + given_query(page, page.year - 1, page.unit);
        const auto text = "Xem năm " + std::to_string(page.year - 1);
        write_nudges(out, context, page, fault);
        if (page.units.empty() && page.parts.rows.empty()) {
            web::empty_state(out, {.title = "Chưa giao việc nào trong năm này",
                                   .text = "Mở một việc của cơ quan rồi chọn “Giao cho đơn vị trực "
                                           "thuộc”."});
        } else {
            if (!page.units.empty()) write_table(out, units_table(page));
            out({"<section id=\"phan\" aria-label=\"Từng phần\">"});
            if (!page.unit_name.empty()) {
                const auto all = given_path() + given_query(page, page.year, {});
                out({"<p>Chỉ gồm phần của ", page.unit_name, ". <a href=\"", html::url(all),
                     "\">Xem mọi đơn vị</a></p>"});
            }
            write_table(out, page.parts);
            const auto csv = given_export_path() + given_query(page, page.year, page.unit);
            const std::array entries{web::Download{"CSV", csv}};
            web::downloads(out, entries);
            web::pagination(out, {.next_path = page.next_path});
            out({"</section>"});
            write_definitions(out);
        }
        web::link_button(
            out,
            {.text = text, .path = before, .emphasis = web::Emphasis::tertiary, .is_small = true});
    };
    return web::show(frame, content, fault.status);
}

}  // namespace caicach::obligation
