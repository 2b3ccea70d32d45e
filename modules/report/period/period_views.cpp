#include "report/period/period_views.hpp"

#include <array>

#include "calendar/explanation.hpp"
#include "once/once.hpp"
#include "report/paths.hpp"
#include "report/report_words.hpp"
#include "web/components/feedback.hpp"
#include "web/components/fields.hpp"
#include "web/components/forms.hpp"
#include "web/components/frame.hpp"
#include "web/components/page.hpp"
#include "web/components/parts.hpp"

namespace caicach::report
{
namespace
{

using html::Writer;

void period_field(Writer& out, const PeriodOpeningPage& page)
{
    std::vector<web::Choice> choices;
    choices.reserve(page.offered.size());
    for (const auto& one : page.offered) choices.push_back({.value = one.key, .label = one.label});
    web::radio_field(out, {.field = {.name = "ky",
                                     .label = "Kỳ",
                                     .hint = "Hằng đêm, kỳ đến ngày đầu thì tự mở; ở đây mở kỳ đã "
                                             "qua, hoặc kỳ sau cho làm trước.",
                                     .error = page.fault.at("ky")},
                           .choices = choices});
}

void request_fields(Writer& out, const PeriodOpeningPage& page)
{
    const auto& typed = page.typed;
    const auto field = [&](std::string_view name, std::string_view label, std::string_view value,
                           std::string_view hint) {
        return web::Field{.name = name,
                          .label = label,
                          .value = value,
                          .hint = hint,
                          .error = page.fault.at(name)};
    };
    web::text_field(out,
                    field("ten", "Tên lần báo cáo", typed.title,
                          "Đứng sau tên mẫu: “về cắt giảm thủ tục hành chính, tháng 3/2026”."));
    web::date_field(out, field("tu", "Số liệu từ ngày", typed.from, "Ví dụ 15/12/2025"));
    web::date_field(out, field("den", "Số liệu đến ngày", typed.until, "Tính cả ngày này"));
    web::date_field(out, field("han", "Hạn gửi", typed.due, "Gửi đến hết ngày này là đúng hạn"));
    auto by = field("noi-yeu-cau", "Nơi yêu cầu", typed.asked_by, "Bộ Nội vụ");
    by.requirement = web::Requirement::optional;
    web::text_field(out, by);
    auto document =
        field("van-ban", "Văn bản yêu cầu", typed.asked_document, "Số, ký hiệu, ngày, trích yếu");
    document.requirement = web::Requirement::optional;
    web::text_field(out, document);
    std::vector<web::Choice> choices;
    choices.reserve(page.reporters.size());
    for (const auto& one : page.reporters)
        choices.push_back({.value = one.word, .label = one.name, .is_chosen = one.is_chosen});
    web::multiple_field(out, {.field = {.name = "co-quan",
                                        .label = "Cơ quan phải báo cáo",
                                        .hint = "Nhóm hoặc từng cơ quan, tính theo ngày hạn gửi.",
                                        .error = page.fault.at("co-quan")},
                              .choices = choices});
}

void opened_table(Writer& out, const PeriodOpeningPage& page)
{
    if (page.opened.empty()) return;
    constexpr std::array columns{web::Column{.name = "Kỳ"}, web::Column{.name = "Số liệu"},
                                 web::Column{.name = "Hạn gửi"},
                                 web::Column{.name = "Nơi yêu cầu"}};
    out({"<h2>Đã mở</h2>"});
    web::table(out, {.caption = "Mới nhất trước", .columns = columns}, [&](web::Rows& rows) {
        for (const auto& one : page.opened) {
            rows.begin();
            rows.cell(begun_with(one.title));
            rows.cell(calendar::span_in_words(one.data.from, one.data.to));
            rows.cell([&](Writer& cell) { web::date(cell, one.due_on); });
            rows.cell(one.asked_by);
            rows.end();
        }
    });
}

}  // namespace

http::Response period_opening_page(const Context& context, const PeriodOpeningPage& page)
{
    const auto title = page.is_ad_hoc ? "Giao báo cáo" : "Mở kỳ báo cáo";
    auto frame = web::frame_of(context, title);
    frame.crumbs = {{"Mẫu báo cáo", forms_path()}, {page.form.title, form_path(page.form.code)}};
    return web::show(
        frame,
        [&](Writer& out) {
            web::fault_summary(out, page.fault);
            web::page_title(out, {.title = title,
                                  .caption = page.form.title,
                                  .lead = "Cơ quan nào phải báo cáo thì thấy báo cáo ngay ở trang "
                                          "Báo cáo của mình."});
            if (!page.is_ad_hoc && page.offered.empty()) {
                web::empty_state(out, {.title = "Các kỳ gần đây đều đã mở",
                                       .text = "Kỳ sau tự mở vào ngày đầu của kỳ."});
            } else {
                const auto action = period_opening_path(page.form.code);
                web::form(out, {.action = action, .csrf = context.surroundings().csrf},
                          [&](Writer& fields) {
                              web::hidden(fields, {.name = once::field, .value = page.key});
                              if (page.is_ad_hoc)
                                  request_fields(fields, page);
                              else
                                  period_field(fields, page);
                              web::submit_button(
                                  fields, {.text = page.is_ad_hoc ? "Giao báo cáo" : "Mở kỳ"});
                          });
            }
            opened_table(out, page);
        },
        page.fault.status);
}

}  // namespace caicach::report
