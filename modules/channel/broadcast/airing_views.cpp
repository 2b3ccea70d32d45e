#include <array>

#include "channel/broadcast/air_tabs_views.hpp"
#include "channel/broadcast/airing_handlers.hpp"
#include "channel/broadcast/broadcast_limits.hpp"
#include "channel/broadcast/broadcast_paths.hpp"
#include "channel/broadcast/reading_time.hpp"
#include "web/components/feedback.hpp"
#include "web/components/fields.hpp"
#include "web/components/forms.hpp"
#include "web/components/frame.hpp"
#include "web/components/page.hpp"
#include "web/components/parts.hpp"

namespace caicach::channel
{
namespace
{

using html::Writer;

std::string days_text(const Airing& airing)
{
    auto text = airing.from.vietnamese();
    if (airing.from != airing.to) text += "–" + airing.to.vietnamese();
    return text + ", " + weekdays_text(airing.weekdays);
}

void end_button(Writer& out, const Context& context, const AiringsPage& page,
                const ShownAiring& shown)
{
    const std::array values{web::HiddenValue{.name = "agency", .value = page.agency.code}};
    const auto action = airing_end_path(shown.planned.airing.code);
    web::post_button(out, {.text = "Ngừng phát",
                           .action = action,
                           .csrf = context.surroundings().csrf,
                           .values = values,
                           .is_small = true});
}

void airing_table(Writer& out, const Context& context, const AiringsPage& page)
{
    if (page.airings.empty()) {
        web::empty_state(out, {.title = "Chưa xếp chương trình nào",
                               .text = "Chọn chương trình đã duyệt, đã có âm thanh ở phần dưới; "
                                       "loa phát vào giờ của cơ quan."});
        return;
    }
    constexpr std::array columns{web::Column{.name = "Chương trình"}, web::Column{.name = "Ngày"},
                                 web::Column{.name = "Giờ"}, web::Column{.name = "Nơi phát"},
                                 web::Column{.name = "Việc"}};
    web::table(out, {.caption = "Từ hôm nay trở đi", .columns = columns}, [&](web::Rows& rows) {
        for (const auto& one : page.airings) {
            const auto& airing = one.planned.airing;
            rows.begin();
            rows.cell(one.planned.title);
            rows.cell(days_text(airing));
            rows.cell(airing.minutes.empty() ? std::string{"Giờ của từng nơi"}
                                             : hours_text(airing.minutes));
            rows.cell(one.where);
            rows.cell([&](Writer& cell) {
                if (!one.planned.is_playable)
                    web::tag(cell, {.text = "Chưa phát được: kịch bản đang sửa",
                                    .tone = web::Tone::warning});
                if (one.may_end) end_button(cell, context, page, one);
            });
            rows.end();
        }
    });
}

void programme_field(Writer& fields, const AiringsPage& page)
{
    std::vector<std::string> labels;
    labels.reserve(page.programmes.size());
    for (const auto& one : page.programmes)
        labels.push_back(one.title + " (" + duration_text(one.seconds) + ")");
    std::vector<web::Choice> choices;
    choices.reserve(labels.size());
    for (std::size_t i = 0; i < labels.size(); ++i) {
        const auto& code = page.programmes[i].code;
        choices.push_back(
            {.value = code, .label = labels[i], .is_chosen = page.form.value("script") == code});
    }
    web::select_field(fields, {.field = {.name = "script",
                                         .label = "Chương trình",
                                         .hint = "Chương trình đã duyệt và đã có âm thanh.",
                                         .error = page.fault.at("script")},
                               .choices = choices,
                               .none_text = "Chọn chương trình"});
}

void group_field(Writer& fields, const AiringsPage& page)
{
    if (page.groups.empty()) return;
    std::vector<web::Choice> choices;
    choices.reserve(page.groups.size());
    for (const auto& one : page.groups)
        choices.push_back({.value = one.key,
                           .label = one.name,
                           .is_chosen = page.form.value("group") == one.key});
    const auto alone = "Chỉ " + page.agency.name;
    web::select_field(fields, {.field = {.name = "group",
                                         .label = "Nơi phát",
                                         .error = page.fault.at("group"),
                                         .requirement = web::Requirement::optional},
                               .choices = choices,
                               .none_text = alone});
}

void weekday_field(Writer& fields, const AiringsPage& page)
{
    constexpr std::array<std::string_view, 7> values{"1", "2", "3", "4", "5", "6", "7"};
    constexpr std::array<std::string_view, 7> labels{"Thứ Hai", "Thứ Ba",  "Thứ Tư",  "Thứ Năm",
                                                     "Thứ Sáu", "Thứ Bảy", "Chủ nhật"};
    std::vector<web::Choice> choices;
    choices.reserve(values.size());
    for (std::size_t i = 0; i < values.size(); ++i)
        choices.push_back({.value = values.at(i),
                           .label = labels.at(i),
                           .is_chosen = !page.is_typed || page.form.has("weekdays", values.at(i))});
    web::checkbox_group(fields, {.field = {.name = "weekdays",
                                           .label = "Những ngày nào trong tuần",
                                           .error = page.fault.at("weekdays")},
                                 .choices = choices});
}

void day_fields(Writer& fields, const AiringsPage& page)
{
    web::date_field(fields, {.name = "from",
                             .label = "Từ ngày",
                             .value = page.form.value("from"),
                             .error = page.fault.at("from")});
    web::date_field(fields, {.name = "to",
                             .label = "Đến hết ngày",
                             .value = page.form.value("to"),
                             .error = page.fault.at("to")});
    weekday_field(fields, page);
    const auto hint = "Để trống: phát vào giờ của từng nơi (" + page.agency.name + ": " +
                      hours_text(page.hours) + "). Ghi giờ riêng thì cách nhau bằng dấu phẩy.";
    web::text_field(fields, {.name = "hours",
                             .label = "Giờ phát riêng",
                             .value = page.form.value("hours"),
                             .hint = hint,
                             .error = page.fault.at("hours"),
                             .requirement = web::Requirement::optional,
                             .length_max = static_cast<int>(limits::hours_length_max)});
    web::checkbox_field(fields, {.field = {.name = "holidays",
                                           .label = "Phát cả ngày lễ, ngày tỉnh cho nghỉ",
                                           .requirement = web::Requirement::optional},
                                 .is_checked = page.form.has("holidays", "1")});
}

void airing_form(Writer& out, const Context& context, const AiringsPage& page)
{
    out({"<h2 id=\"xep-lich\">Xếp lịch phát</h2>"});
    if (page.programmes.empty()) {
        out({"<p>Chưa có chương trình nào đã duyệt và có âm thanh.</p>"});
        return;
    }
    const auto action = airings_path();
    web::form(out, {.action = action, .csrf = context.surroundings().csrf}, [&](Writer& fields) {
        web::hidden(fields, {.name = "agency", .value = page.agency.code});
        programme_field(fields, page);
        group_field(fields, page);
        day_fields(fields, page);
        web::form_actions(fields, [&](Writer& buttons) {
            web::submit_button(buttons, {.text = "Xếp vào lịch"});
        });
    });
}

void hours_form(Writer& out, const Context& context, const AiringsPage& page)
{
    const auto action = play_hours_path();
    const auto now = hours_text(page.hours);
    const auto typed = page.form.value("own_hours");
    const bool is_back = page.fault.field == "own_hours";
    out({"<h2 id=\"gio\">Giờ phát của cơ quan</h2>"});
    web::form(out, {.action = action, .csrf = context.surroundings().csrf}, [&](Writer& fields) {
        web::hidden(fields, {.name = "agency", .value = page.agency.code});
        web::text_field(fields, {.name = "own_hours",
                                 .label = "Loa phát lúc",
                                 .value = is_back ? typed : std::string_view{now},
                                 .hint = "Ví dụ: 5:30, 17h. Đổi giờ thì có hiệu lực từ ngày mai.",
                                 .error = page.fault.at("own_hours"),
                                 .length_max = static_cast<int>(limits::hours_length_max)});
        web::form_actions(fields, [&](Writer& buttons) {
            web::submit_button(buttons,
                               {.text = "Lưu giờ phát", .emphasis = web::Emphasis::secondary});
        });
    });
}

void agency_filter(Writer& out, const AiringsPage& page)
{
    if (page.agencies.size() < 2) return;
    const auto action = airings_path();
    web::filter_form(
        out, {.action = action, .label = "Chọn cơ quan", .submit_text = "Xem"},
        [&](Writer& fields) { agency_choice_field(fields, page.agencies, page.agency); });
}

}  // namespace

http::Response airings_page(const Context& context, const AiringsPage& page)
{
    auto frame = web::frame_of(context, "Lịch phát");
    frame.crumbs = {{"Truyền thanh", air_path()}};
    return web::show(
        frame,
        [&](Writer& out) {
            web::fault_summary(out, page.fault);
            web::page_title(out, {.title = "Lịch phát", .caption = page.agency.name});
            air_tabs(out, page.agency, AirTab::airings);
            agency_filter(out, page);
            airing_table(out, context, page);
            airing_form(out, context, page);
            hours_form(out, context, page);
        },
        page.fault.status);
}

}  // namespace caicach::channel
