#include "evidence/figure_views.hpp"

#include <array>

#include "evidence/paths.hpp"
#include "text/number.hpp"
#include "web/components/fault.hpp"
#include "web/components/feedback.hpp"
#include "web/components/fields.hpp"
#include "web/components/forms.hpp"
#include "web/components/frame.hpp"
#include "web/components/parts.hpp"

namespace caicach::evidence
{
namespace
{

using html::Writer;

void link_cell(web::Rows& rows, std::string_view path, std::string_view text)
{
    rows.cell([&](Writer& cell) { cell({"<a href=\"", html::url(path), "\">", text, "</a>"}); });
}

void period_filter(Writer& out, const FigurePage& page, const web::Fault& fault)
{
    const auto action = figure_path(page.figure.key);
    const web::FilterForm form{.action = action, .results_id = "so-lieu", .submit_text = "Xem"};
    web::filter_form(out, form, [&](Writer& fields) {
        if (page.rollup == Rollup::as_now)
            web::hidden(fields, {.name = "theo", .value = "hien-nay"});
        web::date_field(fields, {.name = "tu",
                                 .label = "Từ tháng của ngày",
                                 .value = page.from,
                                 .error = fault.at("tu")});
        web::date_field(fields, {.name = "den",
                                 .label = "Đến hết tháng của ngày",
                                 .value = page.to,
                                 .error = fault.at("den")});
    });
}

void agencies_table(Writer& out, const FigurePage& page)
{
    constexpr std::array columns{web::Column{.name = "Cơ quan"},
                                 web::Column{.name = "Số lượng", .is_number = true}};
    const auto caption = "Đơn vị tính: " + page.figure.unit;
    web::table(out, {.caption = caption, .columns = columns}, [&](web::Rows& rows) {
        for (const auto& line : page.lines) {
            rows.begin();
            link_cell(rows, line.path, line.agency);
            rows.cell(line.amount);
            rows.end();
        }
        rows.begin();
        rows.cell(page.sum_text);
        rows.cell(page.sum);
        rows.end();
    });
}

void origins_table(Writer& out, const FigurePage& page)
{
    if (page.opened.empty()) return;
    constexpr std::array columns{web::Column{.name = "Cơ quan khi ấy"},
                                 web::Column{.name = "Số lượng", .is_number = true},
                                 web::Column{.name = "Phần tiếp nhận", .is_number = true}};
    constexpr int one_percent = organisation::whole_share / 100;
    out({"<h2>Số liệu của ", page.opened, " gồm</h2>"});
    web::table(out, {.caption = "Mở từng dòng để xem các kết quả", .columns = columns},
               [&](web::Rows& rows) {
                   for (const auto& line : page.origins) {
                       rows.begin();
                       link_cell(rows, line.path, line.agency);
                       rows.cell(line.amount);
                       rows.cell(text::format_integer(line.share / one_percent) + "%");
                       rows.end();
                   }
               });
}

}  // namespace

http::Response figures_page(const Context& context, const FiguresPage& page)
{
    constexpr std::array columns{web::Column{.name = "Số liệu"},
                                 web::Column{.name = "Số lượng", .is_number = true},
                                 web::Column{.name = "Đơn vị"}, web::Column{.name = "Cách tính"}};
    const auto year = std::to_string(page.year);
    auto frame = web::frame_of(context, "Số liệu");
    return web::show(frame, [&](Writer& out) {
        web::page_title(out, {.title = "Số liệu", .caption = "Năm " + year});
        out(
            {"<p>Số liệu được cộng ngay khi kết quả được ghi, sửa hay xét. Mở số liệu để xem theo "
             "cơ "
             "quan và từng kết quả.</p>"});
        web::table(out, {.caption = "Năm " + year, .columns = columns}, [&](web::Rows& rows) {
            for (const auto& line : page.lines) {
                rows.begin();
                link_cell(rows, figure_path(line.figure.key), line.figure.text);
                rows.cell(line.amount);
                rows.cell(line.figure.unit);
                rows.cell(line.figure.definition);
                rows.end();
            }
        });
    });
}

http::Response figure_page(const Context& context, const FigurePage& page)
{
    const auto fault = web::fault_of(context, page.error);
    auto frame = web::frame_of(context, page.figure.text);
    frame.crumbs = {{.text = "Số liệu", .path = figures_path()}};
    const std::array tabs{web::Tab{.text = "Theo cơ quan khi ấy",
                                   .path = page.as_then_path,
                                   .is_current = page.rollup == Rollup::as_then},
                          web::Tab{.text = "Theo cơ quan hiện nay",
                                   .path = page.as_now_path,
                                   .is_current = page.rollup == Rollup::as_now}};
    return web::show(
        frame,
        [&](Writer& out) {
            web::fault_summary(out, fault);
            web::page_title(out, {.title = page.figure.text, .caption = "Số liệu"});
            out({"<p>", page.figure.definition, "</p>"});
            period_filter(out, page, fault);
            web::tabs(out, "Tính theo cơ quan nào", tabs);
            out({"<div id=\"so-lieu\">"});
            if (page.lines.empty()) {
                web::empty_state(out, {.title = "Chưa có kết quả nào được tính trong thời gian này",
                                       .text = "Hãy chọn thời gian khác."});
            } else {
                agencies_table(out, page);
            }
            origins_table(out, page);
            out({"</div>"});
        },
        fault.status);
}

}  // namespace caicach::evidence
