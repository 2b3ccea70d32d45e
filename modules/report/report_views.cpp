#include "report/report_views.hpp"

#include <array>

#include "calendar/explanation.hpp"
#include "calendar/moment.hpp"
#include "report/flow/late_part_views.hpp"
#include "report/paths.hpp"
#include "report/report_tags_views.hpp"
#include "report/report_words.hpp"
#include "web/components/feedback.hpp"
#include "web/components/fields.hpp"
#include "web/components/forms.hpp"
#include "web/components/frame.hpp"
#include "web/components/page.hpp"
#include "web/components/parts.hpp"
#include "web/components/plan_parts.hpp"

namespace caicach::report
{
namespace
{

using html::Writer;

constexpr std::array standings{Standing::all, Standing::owed, Standing::overdue, Standing::returned,
                               Standing::sent};
constexpr int years_offered = 5;

void filters(Writer& out, const Context& context, const ReportListPage& page)
{
    std::vector<web::Choice> agencies;
    agencies.reserve(page.agencies.size());
    for (const auto& one : page.agencies)
        agencies.push_back(
            {.value = one.slug, .label = one.name, .is_chosen = one.id == page.agency.id});
    std::vector<web::Choice> forms;
    forms.reserve(page.forms.size());
    for (const auto& one : page.forms)
        forms.push_back(
            {.value = one.code, .label = one.title, .is_chosen = one.code == page.form});
    std::vector<std::string> years;
    years.reserve(years_offered);
    for (int i = 0; i < years_offered; ++i)
        years.push_back(std::to_string(context.today().year() + 1 - i));
    std::vector<web::Choice> year_choices;
    year_choices.reserve(years.size());
    for (const auto& one : years)
        year_choices.push_back(
            {.value = one, .label = one, .is_chosen = one == std::to_string(page.year)});
    std::vector<web::Choice> states;
    for (const auto one : standings)
        if (one != Standing::all)
            states.push_back(
                {.value = name_of(one), .label = label_of(one), .is_chosen = one == page.standing});
    const auto action = reports_path();
    const bool is_filtered = page.year != 0 || !page.form.empty() || page.standing != Standing::all;
    const auto clear = is_filtered ? action : std::string{};
    web::filter_form(
        out, {.action = action, .results_id = "ket-qua", .clear_path = clear}, [&](Writer& fields) {
            if (!agencies.empty())
                web::combobox_field(fields, {.field = {.name = "co-quan", .label = "Cơ quan"},
                                             .choices = agencies});
            web::select_field(fields, {.field = {.name = "mau", .label = "Mẫu"},
                                       .choices = forms,
                                       .none_text = "Tất cả"});
            web::select_field(fields, {.field = {.name = "nam", .label = "Hạn gửi trong năm"},
                                       .choices = year_choices,
                                       .none_text = "Tất cả"});
            web::select_field(fields, {.field = {.name = "tinh-trang", .label = "Tình trạng"},
                                       .choices = states,
                                       .none_text = "Tất cả"});
        });
}

void report_table(Writer& out, const Context& context, const ReportListPage& page)
{
    constexpr std::array columns{web::Column{.name = "Báo cáo"}, web::Column{.name = "Kỳ"},
                                 web::Column{.name = "Hạn gửi"}, web::Column{.name = "Tình trạng"},
                                 web::Column{.name = "Gửi lần đầu"}};
    web::table(
        out, {.caption = "Hạn gửi muộn nhất trước", .columns = columns}, [&](web::Rows& rows) {
            for (const auto& one : page.reports) {
                const auto path = report_path(one.report.code);
                rows.begin();
                rows.cell([&](Writer& cell) {
                    cell({"<a href=\"", html::url(path), "\">", one.form, "</a>"});
                });
                rows.cell(begun_with(one.period));
                rows.cell([&](Writer& cell) { web::date(cell, one.report.due_on); });
                rows.cell([&](Writer& cell) { report_tags(cell, one.report, context.today()); });
                const auto& sent = one.report.first_submitted_at;
                rows.cell(sent ? vietnamese_moment(*sent) : std::string{});
                rows.end();
            }
        });
}

/// The three facts, each in words, and the days that they rest on.
void standing_facts(Writer& out, const Context& context, const ReportPage& page)
{
    const auto& report = page.report;
    const auto& period = page.period;
    const auto today = context.today();
    const auto data = calendar::span_in_words(period.data.from, period.data.to);
    const bool is_usual = report.due_on == period.due_on;
    const auto due =
        report.due_on.vietnamese() + (is_usual ? ". " + period.due_why : std::string{});
    const auto completeness = std::string{completeness_text(report)};
    const auto time = time_text(report, today);
    const auto lock = lock_text(report, today);
    const auto gone = report.not_asked_since
                          ? "Không còn phải báo cáo từ " + report.not_asked_since->vietnamese() +
                                "; nội dung đã lập vẫn giữ."
                          : std::string{};
    const std::array rows{web::Fact{.name = "Gửi đến", .value = page.collector.name},
                          web::Fact{.name = "Số liệu", .value = data},
                          web::Fact{.name = "Hạn gửi", .value = due},
                          web::Fact{.name = "Đủ", .value = completeness},
                          web::Fact{.name = "Đúng hạn", .value = time},
                          web::Fact{.name = "Khóa", .value = lock},
                          web::Fact{.name = "Nơi yêu cầu", .value = period.asked_by},
                          web::Fact{.name = "Văn bản yêu cầu", .value = period.asked_document},
                          web::Fact{.name = "Cơ quan", .value = gone}};
    web::facts(out, rows);
}

}  // namespace

std::string_view name_of(Standing standing)
{
    constexpr std::array<std::string_view, 5> names{"", "con-phai-gui", "qua-han", "bi-tra-lai",
                                                    "da-gui"};
    return names.at(static_cast<std::size_t>(standing));
}

std::string_view label_of(Standing standing)
{
    constexpr std::array<std::string_view, 5> labels{"Tất cả", "Còn phải gửi", "Quá hạn",
                                                     "Bị trả lại", "Đã gửi"};
    return labels.at(static_cast<std::size_t>(standing));
}

http::Response report_list_page(const Context& context, const ReportListPage& page)
{
    const auto frame = web::frame_of(context, "Báo cáo");
    return web::show(frame, [&](Writer& out) {
        web::page_title(out,
                        {.title = "Báo cáo",
                         .caption = page.agency.name,
                         .lead = "Báo cáo của cơ quan: kỳ nào phải gửi, hạn nào, đã gửi chưa."});
        filters(out, context, page);
        out({"<div id=\"ket-qua\">"});
        if (page.reports.empty())
            web::empty_state(out, {.title = "Không có báo cáo nào",
                                   .text = "Khi một kỳ báo cáo mở, báo cáo mà cơ quan phải gửi "
                                           "đứng ở đây cùng hạn gửi."});
        else
            report_table(out, context, page);
        if (!page.reports.empty()) {
            const std::array files{web::Download{"CSV", page.csv_path}};
            web::downloads(out, files);
        }
        web::pagination(out, {.next_path = page.next_path});
        out({"</div>"});
    });
}

http::Response report_page(const Context& context, const ReportPage& page)
{
    auto frame = web::frame_of(context, page.form.title);
    frame.crumbs = {{"Báo cáo", reports_path() + "?co-quan=" + page.agency.slug}};
    const auto caption = page.agency.name + ", " + page.period.title;
    return web::show(
        frame,
        [&](Writer& out) {
            web::fault_summary(out, page.filling.fault);
            web::page_title(out, {.title = page.form.title, .caption = caption});
            out({"<p>"});
            report_tags(out, page.report, context.today());
            out({"</p>"});
            standing_facts(out, context, page);
            const auto form = version_path(page.form.code, page.form_version);
            out({"<p><a href=\"", html::url(form), "\">Mẫu báo cáo, bản ",
                 std::to_string(page.form_version), "</a></p>"});
            late_part(out, page.flow.late);
            remark_part(out, context, page.flow);
            filling(out, context, page.filling);
            flow_part(out, context, page.flow);
            paper_part(out, context, page.paper);
        },
        page.status);
}

}  // namespace caicach::report
