#include <array>

#include "calendar/explanation.hpp"
#include "report/aggregate/aggregate_paths.hpp"
#include "report/aggregate/collector_views.hpp"
#include "report/aggregate/pivot_views.hpp"
#include "report/paths.hpp"
#include "report/report_words.hpp"
#include "web/components/feedback.hpp"
#include "web/components/frame.hpp"
#include "web/components/page.hpp"
#include "web/components/parts.hpp"
#include "web/components/plan_parts.hpp"

namespace caicach::report
{
namespace
{

using html::Writer;

/// "Đã gửi 12 trong 15": who is missing is told beside it.
void progress_cells(web::Rows& rows, const Collecting& one)
{
    rows.cell(std::to_string(one.sent) + " trong " + std::to_string(one.expected));
    rows.cell(one.approved);
    rows.cell([&](Writer& cell) {
        const auto missing = one.expected - one.sent;
        cell({std::to_string(missing)});
        if (one.overdue > 0) {
            const auto text = "Quá hạn " + std::to_string(one.overdue);
            cell({" "});
            web::tag(cell, {.text = text, .tone = web::Tone::danger});
        }
    });
}

}  // namespace

http::Response collected_forms_page(const Context& context, const std::vector<CollectedForm>& forms)
{
    const auto frame = web::frame_of(context, "Tổng hợp báo cáo");
    return web::show(frame, [&](Writer& out) {
        web::page_title(out,
                        {.title = "Tổng hợp báo cáo",
                         .lead = "Kỳ gần nhất của từng mẫu: cơ quan nào đã gửi, số cộng lại."});
        if (forms.empty()) {
            web::empty_state(out, {.title = "Chưa có báo cáo nào để tổng hợp",
                                   .text = "Khi kỳ báo cáo mở và cơ quan khác phải gửi báo cáo đến "
                                           "cơ quan của bạn, kỳ ấy đứng ở đây."});
            return;
        }
        constexpr std::array columns{web::Column{.name = "Mẫu"},
                                     web::Column{.name = "Nơi nhận"},
                                     web::Column{.name = "Kỳ gần nhất"},
                                     web::Column{.name = "Đã gửi"},
                                     web::Column{.name = "Đã phê duyệt", .is_number = true},
                                     web::Column{.name = "Còn thiếu"}};
        web::table(out, {.caption = "Mẫu báo cáo", .columns = columns}, [&](web::Rows& rows) {
            for (const auto& one : forms) {
                const auto& slug = one.collector.slug;
                const auto periods = of_collector(collected_periods_path(one.form.code), slug);
                const auto last =
                    of_collector(aggregate_path(one.form.code, one.period.code), slug);
                rows.begin();
                rows.cell([&](Writer& cell) {
                    cell({"<a href=\"", html::url(periods), "\">", one.form.title, "</a>"});
                });
                rows.cell(one.collector.name);
                rows.cell([&](Writer& cell) {
                    cell({"<a href=\"", html::url(last), "\">", begun_with(one.period.title),
                          "</a>"});
                });
                progress_cells(rows, one.collecting);
                rows.end();
            }
        });
    });
}

http::Response collected_periods_page(const Context& context, const CollectedPeriodsPage& page)
{
    auto frame = web::frame_of(context, page.form.title);
    frame.crumbs = {{"Tổng hợp báo cáo", collected_forms_path()}};
    const auto& slug = page.collectors.chosen.slug;
    return web::show(frame, [&](Writer& out) {
        web::page_title(
            out, {.title = page.form.title,
                  .caption = "Tổng hợp báo cáo",
                  .lead = "Các kỳ mà cơ quan khác gửi " + page.collectors.chosen.name + "."});
        collector_links(out, page.collectors, collected_periods_path(page.form.code));
        pivot_tabs(out, page.form, page.collectors, PivotBy::none);
        constexpr std::array columns{web::Column{.name = "Kỳ"},
                                     web::Column{.name = "Số liệu"},
                                     web::Column{.name = "Hạn gửi"},
                                     web::Column{.name = "Đã gửi"},
                                     web::Column{.name = "Đã phê duyệt", .is_number = true},
                                     web::Column{.name = "Còn thiếu"}};
        web::table(out, {.caption = "Mới nhất trước", .columns = columns}, [&](web::Rows& rows) {
            for (const auto& one : page.periods) {
                const auto& period = one.period;
                const auto path = of_collector(aggregate_path(page.form.code, period.code), slug);
                rows.begin();
                rows.cell([&](Writer& cell) {
                    cell({"<a href=\"", html::url(path), "\">", begun_with(period.title), "</a>"});
                });
                rows.cell(calendar::span_in_words(period.data.from, period.data.to));
                rows.cell([&](Writer& cell) { web::date(cell, period.due_on); });
                progress_cells(rows, one.collecting);
                rows.end();
            }
        });
        const auto of = collected_periods_path(page.form.code);
        const auto csv = of_collector(values_csv_path(of), slug);
        const auto xlsx = of_collector(values_xlsx_path(of), slug);
        const std::array files{web::Download{"CSV", csv}, web::Download{"Excel", xlsx}};
        web::downloads(out, files);
    });
}

}  // namespace caicach::report
