#include "organisation/calendar/day_views.hpp"

#include <array>

#include "calendar/explanation.hpp"
#include "organisation/calendar/limits.hpp"
#include "organisation/calendar/moved_views.hpp"
#include "organisation/paths.hpp"
#include "web/components/fault.hpp"
#include "web/components/fields.hpp"
#include "web/components/forms.hpp"
#include "web/components/frame.hpp"
#include "web/components/parts.hpp"

namespace caicach::organisation
{
namespace
{

using html::Writer;

web::Frame frame_for(const Context& context, std::string title)
{
    auto frame = web::frame_of(context, std::move(title));
    frame.crumbs = {{.text = "Lịch làm việc", .path = calendar_path()}};
    return frame;
}

void day_fields(Writer& out, const DayForm& form, const web::Fault& fault)
{
    std::vector<web::Choice> choices;
    choices.reserve(calendar::day_kinds.size());
    for (const auto kind : calendar::day_kinds)
        choices.push_back({.value = calendar::name_of(kind),
                           .label = calendar::label(kind),
                           .is_chosen = form.kind == calendar::name_of(kind)});
    web::date_field(
        out, {.name = "from", .label = "Từ ngày", .value = form.from, .error = fault.at("from")});
    web::date_field(out, {.name = "to",
                          .label = "Đến hết ngày",
                          .value = form.to,
                          .hint = "Bỏ trống nếu chỉ một ngày",
                          .error = fault.at("to"),
                          .requirement = web::Requirement::optional});
    web::select_field(out, {.field = {.name = "kind", .label = "Loại", .error = fault.at("kind")},
                            .choices = choices,
                            .none_text = "Chọn một loại"});
    web::text_field(out, {.name = "name",
                          .label = "Tên",
                          .value = form.name,
                          .hint = "Ví dụ: Giỗ Tổ Hùng Vương; Làm bù ngày 02/01/2026",
                          .error = fault.at("name"),
                          .length_max = static_cast<int>(limits::day_name_length_max)});
    web::text_field(out, {.name = "source",
                          .label = "Căn cứ",
                          .value = form.source,
                          .hint = "Luật, thông báo hoặc quyết định cho nghỉ, cho làm bù",
                          .error = fault.at("source"),
                          .length_max = static_cast<int>(limits::day_source_length_max)});
}

void day_buttons(Writer& out, const DayForm& form)
{
    web::form_actions(out, [&](Writer& buttons) {
        if (form.moved) web::submit_button(buttons, {.text = "Lưu", .name = "save", .value = "1"});
        if (!form.is_removal)
            web::submit_button(buttons, {.text = "Xem hạn nào dời",
                                         .emphasis = form.moved ? web::Emphasis::secondary
                                                                : web::Emphasis::primary});
        if (!form.is_new() && !form.moved)
            web::submit_button(buttons, {.text = "Bỏ khỏi lịch",
                                         .emphasis = web::Emphasis::secondary,
                                         .tone = web::Tone::danger,
                                         .name = "remove",
                                         .value = "1"});
        web::link_button(buttons, {.text = "Quay lại lịch",
                                   .path = calendar_path(),
                                   .emphasis = web::Emphasis::tertiary});
    });
}

void day_form(Writer& out, const Context& context, const DayForm& form, const web::Fault& fault)
{
    const auto action = special_day_path();
    const auto sum = form.sum();
    web::form(out, {.action = action, .csrf = context.surroundings().csrf}, [&](Writer& fields) {
        web::hidden(fields, {.name = "first", .value = form.first});
        web::hidden(fields, {.name = "version", .value = form.version});
        if (form.moved) web::hidden(fields, {.name = "previewed", .value = sum});
        if (form.is_removal) {
            web::hidden(fields, {.name = "remove", .value = "1"});
            for (const auto& [name, value] :
                 std::array<web::HiddenValue, 5>{{{.name = "from", .value = form.from},
                                                  {.name = "to", .value = form.to},
                                                  {.name = "kind", .value = form.kind},
                                                  {.name = "name", .value = form.name},
                                                  {.name = "source", .value = form.source}}})
                web::hidden(fields, {.name = name, .value = value});
        } else {
            day_fields(fields, form, fault);
        }
        day_buttons(fields, form);
    });
}

std::string title_of(const DayForm& form)
{
    if (form.is_removal) return "Bỏ một ngày khỏi lịch";
    return form.is_new() ? "Thêm ngày nghỉ, ngày làm bù" : "Sửa một ngày trong lịch";
}

void day_list(Writer& out, const std::vector<calendar::SpecialDay>& days)
{
    constexpr std::array columns{web::Column{.name = "Ngày"}, web::Column{.name = "Loại"},
                                 web::Column{.name = "Tên"}};
    web::table(out, {.caption = "Sẽ thêm vào lịch", .columns = columns}, [&](web::Rows& rows) {
        for (const auto& day : days) {
            rows.begin();
            rows.cell(std::string_view(calendar::span_in_words(day.from, day.to)));
            rows.cell(calendar::label(day.kind));
            rows.cell(std::string_view(day.name));
            rows.end();
        }
    });
}

}  // namespace

std::string DayForm::sum() const
{
    std::string sum = is_removal ? "remove" : "keep";
    for (const auto* part : {&first, &version, &from, &to, &kind, &name, &source}) {
        sum += '|';
        sum += *part;
    }
    return sum;
}

http::Response day_page(const Context& context, const DayForm& form)
{
    const auto title = title_of(form);
    const auto fault = web::fault_of(context, form.error);
    return web::show(
        frame_for(context, title),
        [&](Writer& out) {
            web::fault_summary(out, fault);
            web::page_title(out, {.title = title});
            if (form.is_removal) out({"<p>", form.name, ", từ ", form.from, ".</p>"});
            if (form.moved) moved_due_dates(out, *form.moved);
            day_form(out, context, form, fault);
        },
        fault.status);
}

http::Response day_table_page(const Context& context, const DayTableForm& form)
{
    const auto fault = web::fault_of(context, form.error);
    const auto action = special_days_table_path();
    return web::show(
        frame_for(context, "Thêm nhiều ngày"),
        [&](Writer& out) {
            web::fault_summary(out, fault);
            web::page_title(
                out, {.title = "Thêm nhiều ngày",
                      .lead = "Chép các dòng từ Excel hoặc từ tệp CSV của trang này rồi dán vào ô "
                              "dưới. Mỗi dòng: từ ngày, đến ngày, loại, tên, căn cứ."});
            if (form.moved) {
                day_list(out, form.days);
                moved_due_dates(out, *form.moved);
            }
            web::form(out, {.action = action, .csrf = context.surroundings().csrf},
                      [&](Writer& fields) {
                          if (form.moved)
                              web::hidden(fields, {.name = "previewed", .value = form.table});
                          web::text_area(fields, {.name = "table",
                                                  .label = "Các dòng",
                                                  .value = form.table,
                                                  .hint = "Loại ghi như trên lịch: Nghỉ lễ, tết; "
                                                          "Nghỉ bù; Nghỉ hoán đổi; Làm bù…",
                                                  .error = fault.at("table")});
                          web::form_actions(fields, [&](Writer& buttons) {
                              if (form.moved)
                                  web::submit_button(buttons,
                                                     {.text = "Lưu", .name = "save", .value = "1"});
                              web::submit_button(buttons,
                                                 {.text = "Xem trước",
                                                  .emphasis = form.moved ? web::Emphasis::secondary
                                                                         : web::Emphasis::primary});
                          });
                      });
        },
        fault.status);
}

}  // namespace caicach::organisation
