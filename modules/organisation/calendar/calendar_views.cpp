#include "organisation/calendar/calendar_views.hpp"

#include <algorithm>
#include <array>

#include "calendar/explanation.hpp"
#include "organisation/calendar/limits.hpp"
#include "organisation/calendar/year_view.hpp"
#include "organisation/paths.hpp"
#include "web/components/fault.hpp"
#include "web/components/feedback.hpp"
#include "web/components/fields.hpp"
#include "web/components/forms.hpp"
#include "web/components/frame.hpp"
#include "web/components/parts.hpp"

namespace caicach::organisation
{
namespace
{

using html::Writer;

void years(Writer& out, const CalendarPage& page)
{
    std::vector<std::string> paths;
    std::vector<std::string> texts;
    for (int year = page.year - 1; year <= page.year + 1; ++year) {
        if (year < limits::calendar_year_min || year > limits::calendar_year_max) continue;
        paths.push_back(calendar_path(year));
        texts.push_back(std::to_string(year));
    }
    std::vector<web::Tab> tabs;
    tabs.reserve(paths.size());
    for (std::size_t each = 0; each < paths.size(); ++each)
        tabs.push_back({.text = texts[each],
                        .path = paths[each],
                        .is_current = texts[each] == std::to_string(page.year)});
    web::tabs(out, "Năm", tabs);
}

void day_row(web::Rows& rows, const CalendarPage& page, const calendar::SpecialDay& day)
{
    const auto span = calendar::span_in_words(day.from, day.to);
    rows.begin();
    rows.cell([&](Writer& cell) {
        if (!page.may_edit) {
            cell({span});
            return;
        }
        cell({"<a href=\"", html::url(special_day_path(day.from.iso())), "\">", span,
              "<span class=\"visually-hidden\">: sửa</span></a>"});
    });
    rows.cell(calendar::label(day.kind));
    rows.cell(std::string_view(day.name));
    rows.cell(std::string_view(day.source));
    rows.end();
}

void day_table(Writer& out, const CalendarPage& page)
{
    const auto is_of_year = [&](const KeptDay& row) {
        return row.day.from.year() <= page.year && page.year <= row.day.to.year();
    };
    const auto title = "Ngày nghỉ, ngày làm bù năm " + std::to_string(page.year);
    if (std::ranges::none_of(page.days, is_of_year)) {
        web::empty_state(out, {.title = "Chưa có ngày nào của năm " + std::to_string(page.year),
                               .text = "Khi có thông báo lịch nghỉ, người quản trị thêm vào đây. "
                                       "Ngày chưa ghi được tính theo thứ trong tuần."});
        return;
    }
    constexpr std::array columns{web::Column{.name = "Ngày"}, web::Column{.name = "Loại"},
                                 web::Column{.name = "Tên"}, web::Column{.name = "Căn cứ"}};
    web::table(out, {.caption = title, .columns = columns}, [&](web::Rows& rows) {
        for (const auto& row : page.days)
            if (is_of_year(row)) day_row(rows, page, row.day);
    });
}

void day_actions(Writer& out, const CalendarPage& page)
{
    const auto add = special_day_path();
    const auto many = special_days_table_path();
    const auto file = calendar_file_path();
    web::form_actions(out, [&](Writer& buttons) {
        if (page.may_edit) {
            web::link_button(
                buttons, {.text = "Thêm ngày", .path = add, .emphasis = web::Emphasis::primary});
            web::link_button(buttons, {.text = "Thêm nhiều ngày", .path = many});
        }
        web::link_button(buttons, {.text = "Tải CSV", .path = file, .is_download = true});
    });
}

std::string validity_of(const calendar::WeeklyHours& hours)
{
    auto text = "từ " + hours.valid_from.vietnamese();
    if (hours.valid_to) text += " đến hết " + hours.valid_to->vietnamese();
    return text;
}

/// "thứ Hai – thứ Sáu: 07:00–11:30, 13:30–17:00; …": days that are alike stand together.
std::string week_in_words(const calendar::WeeklyHours& hours)
{
    constexpr std::array<std::string_view, 7> names{"thứ Hai", "thứ Ba",  "thứ Tư",  "thứ Năm",
                                                    "thứ Sáu", "thứ Bảy", "Chủ nhật"};
    std::string text;
    for (std::size_t first = 0; first < names.size();) {
        auto last = first;
        while (last + 1 < names.size() &&
               hours.of_weekday.at(last + 1) == hours.of_weekday.at(first))
            ++last;
        if (!hours.of_weekday.at(first).empty()) {
            if (!text.empty()) text += "; ";
            text += names.at(first);
            if (last > first) text += " – " + std::string(names.at(last));
            text += ": " + calendar::in_words(hours.of_weekday.at(first));
        }
        first = last + 1;
    }
    return text;
}

void removal(Writer& out, const Context& context, const HoursLine& line)
{
    const auto agency = std::to_string(line.kept.agency.value);
    const auto from = line.kept.hours.valid_from.iso();
    const std::array<web::HiddenValue, 2> values{
        {{.name = "agency", .value = agency}, {.name = "valid_from", .value = from}}};
    const auto action = office_hours_removal_path();
    web::post_button(out, {.text = "Bỏ bảng giờ này",
                           .action = action,
                           .csrf = context.surroundings().csrf,
                           .emphasis = web::Emphasis::tertiary,
                           .values = values,
                           .is_small = true});
}

void hours_list(Writer& out, const Context& context, const CalendarPage& page)
{
    out({"<h2>Giờ làm việc</h2><ul>"});
    for (const auto& line : page.hours) {
        out({"<li><strong>", line.owner, "</strong>, ", validity_of(line.kept.hours), ": ",
             week_in_words(line.kept.hours), " (", line.kept.hours.source, ")"});
        if (page.may_edit) {
            out({" "});
            removal(out, context, line);
        }
        out({"</li>"});
    }
    out({"</ul>"});
    if (!page.may_edit) return;
    const auto path = office_hours_path();
    web::form_actions(out, [&](Writer& buttons) {
        web::link_button(buttons, {.text = "Thêm bảng giờ", .path = path});
    });
}

void question_fields(Writer& out, const Question& question, const web::Fault& fault)
{
    web::date_field(
        out,
        {.name = "tu", .label = "Nhận ngày", .value = question.start, .error = fault.at("tu")});
    web::text_field(out, {.name = "gio",
                          .label = "Lúc mấy giờ",
                          .value = question.time,
                          .hint = "Ví dụ 16:30; bỏ trống là 8 giờ",
                          .error = fault.at("gio"),
                          .requirement = web::Requirement::optional});
    web::number_field(
        out,
        {.field = {
             .name = "so", .label = "Thời hạn", .value = question.count, .error = fault.at("so")}});
    std::vector<web::Choice> choices;
    choices.reserve(unit_texts.size());
    for (const auto& unit : unit_texts)
        choices.push_back(
            {.value = unit.key, .label = unit.text, .is_chosen = question.unit == unit.key});
    web::select_field(
        out, {.field = {.name = "don_vi", .label = "Tính theo", .error = fault.at("don_vi")},
              .choices = choices});
}

void answer(Writer& out, const calendar::DueMoment& due)
{
    const auto& last = due.explanation.back();
    web::notice(out, {.tone = due.at ? web::Tone::success : web::Tone::warning, .text = last.text});
    out({"<h3>Vì sao</h3><ul>"});
    for (const auto& step : due.explanation)
        if (&step != &last) out({"<li>", step.text, "</li>"});
    out({"</ul>"});
}

void calculator(Writer& out, const Question& question, const web::Fault& fault)
{
    out({"<h2 id=\"tinh-han\">Đến hạn ngày nào?</h2>"});
    // The whole page answers: a question half typed is none, and its faults stand on top.
    web::filter_form(
        out, {.action = calendar_path(), .label = "Tính ngày đến hạn", .submit_text = "Tính"},
        [&](Writer& fields) { question_fields(fields, question, fault); });
    out({"<div id=\"tra-loi\">"});
    if (question.answer) answer(out, *question.answer);
    out({"</div>"});
}

}  // namespace

http::Response calendar_page(const Context& context, const CalendarPage& page)
{
    const auto title = "Lịch làm việc năm " + std::to_string(page.year);
    auto frame = web::frame_of(context, title);
    frame.description = "Ngày nghỉ, ngày làm bù, giờ làm việc của các cơ quan; tính ngày đến hạn.";
    const auto fault = web::fault_of(context, page.question.error);
    auto response = web::show(
        frame,
        [&](Writer& out) {
            web::fault_summary(out, fault);
            web::page_title(
                out, {.title = title, .lead = "Hạn theo ngày làm việc được tính theo lịch này."});
            calculator(out, page.question, fault);
            years(out, page);
            year_view(out, page.working, page.year, page.today);
            day_table(out, page);
            day_actions(out, page);
            hours_list(out, context, page);
        },
        fault.status);
    if (!context.actor().is_signed_in()) response.set_caching(http::Caching::brief);
    return response;
}

}  // namespace caicach::organisation
