#include <array>

#include "calendar/moment.hpp"
#include "channel/broadcast/air_tabs_views.hpp"
#include "channel/broadcast/airing.hpp"
#include "channel/broadcast/broadcast_limits.hpp"
#include "channel/broadcast/broadcast_paths.hpp"
#include "channel/broadcast/day_handlers.hpp"
#include "channel/broadcast/reading_time.hpp"
#include "channel/broadcast/sound_views.hpp"
#include "channel/screen/playlist.hpp"
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

/// What stands in the form of a time: what was typed, else what was signed, else what is planned.
struct SaidValues {
    std::string started{};
    std::string minutes{};
    std::string difference{};
    std::string suffix{};  ///< of ids: the form that comes back refused has none
    bool is_back{};
};

bool is_back(const DayPage& page, const DayRow& row)
{
    if (page.fault.message.empty()) return false;
    if (row.line) return page.form.value("broadcast") == row.line->code;
    return page.form.value("script") == row.script_code &&
           page.form.value("minute") == std::to_string(row.minute);
}

SaidValues values_of(const DayPage& page, const DayRow& row)
{
    if (is_back(page, row))
        return {.started = std::string(page.form.value("started")),
                .minutes = std::string(page.form.value("minutes")),
                .difference = std::string(page.form.value("difference")),
                .is_back = true};
    const bool was_played = row.line && row.line->was_played();
    return {.started = clock_of(was_played ? row.line->started_minute : row.minute),
            .minutes = std::to_string(was_played ? row.line->played_minutes
                                                 : expected_minutes(row.seconds)),
            .suffix = "-" + (row.line ? row.line->code
                                      : row.script_code + "-" + std::to_string(row.minute))};
}

void said_fields(Writer& fields, const DayPage& page, const DayRow& row)
{
    const auto values = values_of(page, row);
    const auto fault = [&](std::string_view field) {
        return values.is_back ? page.fault.at(field) : std::string_view{};
    };
    const auto started_id = "started" + values.suffix;
    const auto minutes_id = "minutes" + values.suffix;
    const auto difference_id = "difference" + values.suffix;
    web::text_field(fields, {.name = "started",
                             .label = "Bắt đầu phát lúc",
                             .value = values.started,
                             .error = fault("started"),
                             .id = started_id});
    web::number_field(fields, {.field = {.name = "minutes",
                                         .label = "Đã phát bao lâu",
                                         .value = values.minutes,
                                         .error = fault("minutes"),
                                         .id = minutes_id},
                               .unit = "phút"});
    web::text_field(
        fields, {.name = "difference",
                 .label = row.line ? "Vì sao sửa" : "Khác dự kiến điều gì",
                 .value = values.difference,
                 .hint = row.line ? "Dòng đã ký vẫn giữ; kết quả tính theo dòng mới."
                                  : "Chỉ ghi khi phát lệch giờ, lệch thời lượng, hoặc không "
                                    "phát được.",
                 .error = fault("difference"),
                 .id = difference_id,
                 .requirement = row.line ? web::Requirement::required : web::Requirement::optional,
                 .length_max = static_cast<int>(limits::difference_length_max)});
}

void said_buttons(Writer& fields, const DayRow& row)
{
    web::form_actions(fields, [&](Writer& buttons) {
        web::submit_button(
            buttons,
            {.text = row.line ? "Ký lại: đã phát" : "Ký: đã phát", .name = "played", .value = "1"});
        web::submit_button(buttons, {.text = row.line ? "Ký lại: không phát" : "Ký: không phát",
                                     .emphasis = web::Emphasis::secondary,
                                     .name = "played",
                                     .value = "0"});
    });
}

void signing_form(Writer& out, const Context& context, const DayPage& page, const DayRow& row)
{
    const auto action = air_path();
    const auto day = page.day.iso();
    const auto minute = std::to_string(row.minute);
    web::form(out, {.action = action, .csrf = context.surroundings().csrf}, [&](Writer& fields) {
        web::hidden(fields, {.name = "agency", .value = page.agency.code});
        web::hidden(fields, {.name = "day", .value = day});
        web::hidden(fields, {.name = "script", .value = row.script_code});
        web::hidden(fields, {.name = "minute", .value = minute});
        said_fields(fields, page, row);
        said_buttons(fields, row);
    });
}

void correction_form(Writer& out, const Context& context, const DayPage& page, const DayRow& row)
{
    if (!row.line) return;
    const auto& line = *row.line;
    const auto action = correction_path(line.code);
    out({"<details class=\"quiet-details\"", html::when(is_back(page, row), " open"),
         "><summary>Sửa lượt đã ký</summary>"});
    web::form(out, {.action = action, .csrf = context.surroundings().csrf}, [&](Writer& fields) {
        web::hidden(fields, {.name = "broadcast", .value = line.code});
        said_fields(fields, page, row);
        said_buttons(fields, row);
    });
    out({"</details>"});
}

void signed_facts(Writer& out, const DayRow& row)
{
    if (!row.line) return;
    const auto& line = *row.line;
    web::facts(out, [&](Writer& rows) {
        const auto plain = [&](std::string_view name, std::string_view text) {
            if (!text.empty()) web::fact(rows, name, [&](Writer& value) { value({text}); });
        };
        if (line.was_played()) {
            plain("Bắt đầu phát lúc", clock_of(line.started_minute));
            plain("Đã phát", std::to_string(line.played_minutes) + " phút");
        }
        plain(line.supersedes ? "Vì sao sửa" : "Khác dự kiến", line.difference);
        plain("Người ký", row.signer + ", " + vietnamese_moment(line.signed_at));
        plain("Mã của dòng ký (SHA-256)", line.sha256);
        if (!row.fact_path.empty())
            web::fact(rows, "Minh chứng", [&](Writer& value) {
                value({"<a href=\"", html::url(row.fact_path), "\">Xem trong sổ kết quả</a>"});
            });
    });
}

void sound(Writer& out, const DayRow& row)
{
    if (row.script_code.empty()) return;
    const auto path = air_sound_path(row.script_code);
    sound_player(out, path);
    out({"<p><a href=\"", html::url(path), "\" download=\"\">Tải tệp MP3</a></p>"});
}

void standing(Writer& out, const Context& context, const DayPage& page, const DayRow& row)
{
    if (row.line) {
        const bool was_played = row.line->was_played();
        web::tag(out, {.text = was_played ? "Đã phát, đã ký" : "Không phát, đã ký",
                       .tone = was_played ? web::Tone::success : web::Tone::warning});
        signed_facts(out, row);
        if (page.may_sign) correction_form(out, context, page, row);
        return;
    }
    if (!row.is_due) {
        out({"<p>Chưa đến giờ phát.</p>"});
        return;
    }
    web::tag(out, {.text = "Chưa ký", .tone = web::Tone::warning});
    if (page.may_sign) signing_form(out, context, page, row);
}

void day_row(Writer& out, const Context& context, const DayPage& page, const DayRow& row)
{
    const auto hour = clock_of(row.minute);
    const auto length = duration_text(row.seconds);
    out({"<li class=\"news-item\"><h2>", hour, " · ", row.title, "</h2><p class=\"news-note\">Dài ",
         length, "</p>"});
    sound(out, row);
    standing(out, context, page, row);
    out({"</li>"});
}

void day_filter(Writer& out, const DayPage& page)
{
    const auto action = air_path();
    const auto day = page.day.vietnamese();
    web::filter_form(out, {.action = action, .label = "Chọn ngày", .submit_text = "Xem"},
                     [&](Writer& fields) {
                         agency_choice_field(fields, page.agencies, page.agency);
                         web::date_field(fields, {.name = "ngay", .label = "Ngày", .value = day});
                     });
}

void unsigned_notice(Writer& out, const DayPage& page)
{
    if (page.unsigned_days.empty()) return;
    out(
        {"<div class=\"ds-alert\" data-color=\"warning\" role=\"status\"><p>Còn lượt chưa ký "
         "ngày: "});
    bool is_first = true;
    for (const auto day : page.unsigned_days) {
        const auto path = air_day_path(page.agency.code, day);
        const auto text = day.vietnamese();
        if (!is_first) out({", "});
        out({"<a href=\"", html::url(path), "\">", text, "</a>"});
        is_first = false;
    }
    out({".</p></div>"});
}

void day_rows(Writer& out, const Context& context, const DayPage& page)
{
    if (page.rows.empty()) {
        const auto path = airings_of_path(page.agency.code);
        web::empty_state(out, {.title = "Không có lượt phát nào",
                               .text = "Ngày này chưa xếp chương trình nào cho loa của cơ quan.",
                               .action_text = "Xếp lịch phát",
                               .action_path = path});
    } else {
        out({"<ol class=\"news-list\">"});
        for (const auto& row : page.rows) day_row(out, context, page, row);
        out({"</ol>"});
    }
}

}  // namespace

http::Response day_page(const Context& context, const DayPage& page)
{
    auto frame = web::frame_of(context, "Truyền thanh");
    const auto title = page.day == page.today ? "Truyền thanh hôm nay, " + page.day.vietnamese()
                                              : "Truyền thanh ngày " + page.day.vietnamese();
    const auto csv = air_path("so.csv") + "?co-quan=" + http::percent_encoded(page.agency.code);
    return web::show(
        frame,
        [&](Writer& out) {
            web::fault_summary(out, page.fault);
            web::page_title(
                out, {.title = title, .caption = page.agency.name}, [&](Writer& actions) {
                    web::link_button(
                        actions,
                        {.text = "Tải nhật ký tháng này (CSV)", .path = csv, .is_download = true});
                });
            air_tabs(out, page.agency, AirTab::day);
            unsigned_notice(out, page);
            day_filter(out, page);
            day_rows(out, context, page);
        },
        page.fault.status);
}

}  // namespace caicach::channel
