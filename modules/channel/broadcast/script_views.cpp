#include <array>

#include "calendar/moment.hpp"
#include "channel/broadcast/broadcast_limits.hpp"
#include "channel/broadcast/broadcast_paths.hpp"
#include "channel/broadcast/part_views.hpp"
#include "channel/broadcast/recording_views.hpp"
#include "channel/broadcast/script_page_handlers.hpp"
#include "channel/broadcast/sound_views.hpp"
#include "channel/limits.hpp"
#include "text/text.hpp"
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

web::Notice standing_of(const ScriptPage& page)
{
    const auto& script = page.script;
    switch (script.state) {
        case ScriptState::draft:
            return {.text = "Đang soạn. Soạn xong thì gửi duyệt; còn lấy lại được khi chưa duyệt."};
        case ScriptState::submitted:
            return {.text = page.is_own ? "Đang chờ duyệt. Kịch bản mình soạn do người khác duyệt."
                                        : "Đang chờ duyệt."};
        case ScriptState::returned:
            return {.tone = web::Tone::warning, .text = "Trả lại để sửa: " + script.reason};
        case ScriptState::approved:
            return {.tone = web::Tone::success,
                    .text = "Đã duyệt lúc " +
                            vietnamese_moment(script.approved_at.value_or(Instant{})) + "."};
    }
    return {};
}

std::string range_of(const BroadcastRules& rules)
{
    return std::to_string(rules.minutes_min) + "–" + std::to_string(rules.minutes_max) + " phút";
}

/// How long it is read, and whether that is what listeners bear.
void length_notice(Writer& out, const ScriptPage& page)
{
    if (page.parts.empty()) return;
    const auto how_long = "Đọc hết khoảng " + duration_text(page.seconds) + ", với tốc độ " +
                          std::to_string(page.script.syllables_a_minute) + " tiếng một phút.";
    switch (verdict_on(page.seconds, page.rules)) {
        case LengthVerdict::fits:
            web::notice(out, {.text = how_long});
            return;
        case LengthVerdict::too_short:
            web::notice(out, {.tone = web::Tone::warning,
                              .text = how_long + " Ngắn hơn khung " + range_of(page.rules) +
                                      " của chương trình truyền thanh."});
            return;
        case LengthVerdict::too_long:
            web::notice(out, {.tone = web::Tone::warning,
                              .text = how_long + " Dài hơn khung " + range_of(page.rules) +
                                      ": hãy bỏ bớt đoạn hoặc rút gọn lời."});
            return;
    }
}

/// One click that changes its state.
void script_button(Writer& buttons, const Context& context, const ScriptPage& page,
                   std::string_view text, std::string_view below, web::Emphasis emphasis)
{
    const auto version = std::to_string(page.script.version);
    const std::array values{web::HiddenValue{.name = "version", .value = version}};
    const auto action = scripts_path(page.script.code, below);
    web::post_button(buttons, {.text = text,
                               .action = action,
                               .csrf = context.surroundings().csrf,
                               .emphasis = emphasis,
                               .values = values});
}

void script_buttons(Writer& out, const Context& context, const ScriptPage& page)
{
    const auto reading = scripts_path(page.script.code, "ban-doc");
    constexpr auto secondary = web::Emphasis::secondary;
    web::form_actions(out, [&](Writer& buttons) {
        if (page.may(ScriptAct::submit))
            script_button(buttons, context, page, "Gửi duyệt", "gui", web::Emphasis::primary);
        if (page.may(ScriptAct::approve))
            script_button(buttons, context, page, "Duyệt kịch bản", "duyet",
                          web::Emphasis::primary);
        web::link_button(buttons, {.text = "Bản đọc, in được", .path = reading});
        if (page.may(ScriptAct::take_back))
            script_button(buttons, context, page, "Lấy lại để sửa", "lay-lai", secondary);
        if (page.may(ScriptAct::discard))
            script_button(buttons, context, page, "Bỏ kịch bản", "bo", secondary);
    });
}

void head_form(Writer& out, const Context& context, const ScriptPage& page)
{
    const auto& script = page.script;
    const auto version = std::to_string(script.version);
    const auto speed = std::to_string(script.syllables_a_minute);
    const bool is_back = page.fault.field == "title" || page.fault.field == "speed";
    const auto action = scripts_path(script.code, "noi-dung");
    out({"<h2 id=\"ten\">Tên và tốc độ đọc</h2>"});
    web::form(out, {.action = action, .csrf = context.surroundings().csrf}, [&](Writer& fields) {
        web::hidden(fields, {.name = "version", .value = version});
        web::text_field(fields, {.name = "title",
                                 .label = "Tên chương trình",
                                 .value = is_back ? page.form.value("title") : script.title,
                                 .error = page.fault.at("title"),
                                 .length_max = limits::title_length_max});
        web::number_field(
            fields,
            {.field = {.name = "speed",
                       .label = "Tốc độ đọc",
                       .value = is_back ? page.form.value("speed") : speed,
                       .hint = "Đếm số tiếng người đọc của mình đọc trong một phút; kịch bản sau "
                               "lấy lại số này.",
                       .error = page.fault.at("speed")},
             .unit = "tiếng/phút"});
        web::form_actions(fields, [&](Writer& buttons) {
            web::submit_button(buttons, {.text = "Lưu", .emphasis = web::Emphasis::secondary});
        });
    });
}

void script_return_form(Writer& out, const Context& context, const ScriptPage& page)
{
    if (!page.may(ScriptAct::send_back)) return;
    const auto action = scripts_path(page.script.code, "tra-lai");
    const auto version = std::to_string(page.script.version);
    out({"<h2 id=\"tra-lai\">Trả lại người soạn</h2>"});
    web::form(out, {.action = action, .csrf = context.surroundings().csrf}, [&](Writer& fields) {
        web::hidden(fields, {.name = "version", .value = version});
        web::text_area(fields, {.name = "reason",
                                .label = "Cần sửa gì",
                                .value = page.form.value("reason"),
                                .error = page.fault.at("reason"),
                                .length_max = limits::reason_length_max});
        web::form_actions(fields, [&](Writer& buttons) {
            web::submit_button(buttons, {.text = "Trả lại",
                                         .emphasis = web::Emphasis::secondary,
                                         .tone = web::Tone::danger});
        });
    });
}

}  // namespace

http::Response script_page(const Context& context, const ScriptPage& page)
{
    auto frame = web::frame_of(context, page.script.title);
    frame.crumbs = {{"Soạn phát thanh", scripts_path()}};
    constexpr int look_again_seconds = 5;
    if (page.is_making()) frame.refresh_seconds = look_again_seconds;
    auto response = web::show(
        frame,
        [&](Writer& out) {
            web::fault_summary(out, page.fault);
            web::page_title(out, {.title = page.script.title, .caption = page.agency});
            web::notice(out, standing_of(page));
            length_notice(out, page);
            script_buttons(out, context, page);
            sound_section(out, context, page);
            part_list(out, context, page);
            part_sources(out, context, page);
            if (page.may(ScriptAct::edit)) head_form(out, context, page);
            script_return_form(out, context, page);
        },
        page.fault.status);
    if (page.may_record)
        response.set_header("Permissions-Policy",
                            "camera=(), geolocation=(), microphone=(self), payment=(), usb=()");
    return response;
}

http::Response reading_page(const Context& context, const ScriptPage& page)
{
    auto frame = web::frame_of(context, "Bản đọc: " + page.script.title);
    frame.crumbs = {{"Soạn phát thanh", scripts_path()},
                    {page.script.title, scripts_path(page.script.code)}};
    const auto lead = "Khoảng " + duration_text(page.seconds) + ".";
    return web::show(frame, [&](Writer& out) {
        web::page_title(out, {.title = page.script.title, .caption = page.agency, .lead = lead},
                        [](Writer& buttons) { web::print_button(buttons); });
        for (const auto& one : page.parts) passage(out, one.part);
    });
}

}  // namespace caicach::channel
