#include "organisation/calendar/hours_views.hpp"

#include "organisation/calendar/limits.hpp"
#include "organisation/calendar/moved_views.hpp"
#include "organisation/paths.hpp"
#include "web/components/fault.hpp"
#include "web/components/fields.hpp"
#include "web/components/forms.hpp"
#include "web/components/frame.hpp"

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

void hours_fields(Writer& out, const HoursForm& form, const web::Fault& fault)
{
    web::text_field(out, {.name = "agency",
                          .label = "Cơ quan",
                          .value = form.agency,
                          .hint = "Bỏ trống là toàn tỉnh; cơ quan có giờ riêng thì ghi tên",
                          .error = fault.at("agency"),
                          .requirement = web::Requirement::optional});
    web::date_field(out, {.name = "valid_from",
                          .label = "Từ ngày",
                          .value = form.valid_from,
                          .error = fault.at("valid_from")});
    web::date_field(out, {.name = "valid_to",
                          .label = "Đến hết ngày",
                          .value = form.valid_to,
                          .hint = "Bỏ trống nếu chưa biết",
                          .error = fault.at("valid_to"),
                          .requirement = web::Requirement::optional});
    for (std::size_t weekday = 0; weekday < weekday_fields.size(); ++weekday) {
        const auto& field = weekday_fields.at(weekday);
        web::text_field(out, {.name = field.name,
                              .label = field.label,
                              .value = form.of_weekday.at(weekday),
                              .hint = weekday == 0 ? "Ví dụ 07:00–11:30, 13:30–17:00; bỏ trống là "
                                                     "nghỉ"
                                                   : std::string_view{},
                              .error = fault.at(field.name),
                              .requirement = web::Requirement::optional,
                              .length_max = static_cast<int>(limits::hours_length_max)});
    }
    web::text_field(out, {.name = "source",
                          .label = "Căn cứ",
                          .value = form.source,
                          .hint = "Quyết định hoặc thông báo về giờ làm việc",
                          .error = fault.at("source"),
                          .length_max = static_cast<int>(limits::day_source_length_max)});
}

}  // namespace

std::string HoursForm::sum() const
{
    auto sum = agency + '|' + valid_from + '|' + valid_to + '|' + source;
    for (const auto& hours : of_weekday) sum += '|' + hours;
    return sum;
}

http::Response hours_page(const Context& context, const HoursForm& form)
{
    const auto fault = web::fault_of(context, form.error);
    const auto action = office_hours_path();
    const auto sum = form.sum();
    return web::show(
        frame_for(context, "Thêm bảng giờ làm việc"),
        [&](Writer& out) {
            web::fault_summary(out, fault);
            web::page_title(out, {.title = "Thêm bảng giờ làm việc",
                                  .lead = "Bảng mới thay bảng cũ kể từ ngày nó bắt đầu."});
            if (form.moved) moved_due_dates(out, *form.moved);
            web::form(out, {.action = action, .csrf = context.surroundings().csrf},
                      [&](Writer& fields) {
                          if (form.moved) web::hidden(fields, {.name = "previewed", .value = sum});
                          hours_fields(fields, form, fault);
                          web::form_actions(fields, [&](Writer& buttons) {
                              if (form.moved)
                                  web::submit_button(buttons,
                                                     {.text = "Lưu", .name = "save", .value = "1"});
                              web::submit_button(buttons,
                                                 {.text = "Xem hạn nào dời",
                                                  .emphasis = form.moved ? web::Emphasis::secondary
                                                                         : web::Emphasis::primary});
                          });
                      });
        },
        fault.status);
}

http::Response hours_removal_page(const Context& context, AgencyId agency, Date valid_from,
                                  const std::vector<MovedDueDate>& moved)
{
    const auto id = std::to_string(agency.value);
    const auto from = valid_from.iso();
    const std::array<web::HiddenValue, 3> values{{{.name = "agency", .value = id},
                                                  {.name = "valid_from", .value = from},
                                                  {.name = "save", .value = "1"}}};
    const auto question = "Bỏ bảng giờ từ ngày " + valid_from.vietnamese() + "?";
    const auto action = office_hours_removal_path();
    const auto back = calendar_path();
    return web::show(frame_for(context, "Bỏ bảng giờ làm việc"), [&](Writer& out) {
        web::confirm(out, {.question = question,
                           .consequence = "Những ngày của bảng này sẽ theo bảng còn lại.",
                           .submit_text = "Bỏ bảng giờ",
                           .action = action,
                           .csrf = context.surroundings().csrf,
                           .cancel_path = back,
                           .values = values});
        moved_due_dates(out, moved);
    });
}

}  // namespace caicach::organisation
