#include "channel/broadcast/recording_views.hpp"
#include "channel/broadcast/sound_views.hpp"

#include <array>

#include "calendar/moment.hpp"
#include "channel/broadcast/broadcast_limits.hpp"
#include "channel/broadcast/broadcast_paths.hpp"
#include "channel/broadcast/broadcast_permissions.hpp"
#include "web/components/feedback.hpp"
#include "web/components/fields.hpp"
#include "web/components/forms.hpp"
#include "web/components/page_script.hpp"
#include "web/components/parts.hpp"

namespace caicach::channel
{
namespace
{

using html::Writer;

struct SoundButton {
    std::string_view text{};
    std::string_view below{};  ///< the script: "giong-may"
    web::Emphasis emphasis{web::Emphasis::secondary};
};
void sound_button(Writer& out, const Context& context, const ScriptPage& page,
                  const SoundButton& button)
{
    const auto version = std::to_string(page.script.version);
    const std::array values{web::HiddenValue{.name = "version", .value = version}};
    const auto action = scripts_path(page.script.code, button.below);
    web::post_button(out, {.text = button.text,
                           .action = action,
                           .csrf = context.surroundings().csrf,
                           .emphasis = button.emphasis,
                           .values = values});
}

void making(Writer& out, const ScriptPage& page)
{
    const auto poll = scripts_path(page.script.code, "am-thanh/tien-do");
    const auto text =
        page.progress.text.empty() ? std::string_view{"Đang chờ đến lượt"} : page.progress.text;
    web::progress(out, {.label = "Xử lý âm thanh",
                        .text = text,
                        .value = page.progress.percent,
                        .is_indeterminate = page.progress.percent == 0,
                        .poll_path = poll});
}

void player(Writer& out, const Context& context, const ScriptPage& page)
{
    if (!page.recordings.ready) return;
    const auto& recording = *page.recordings.ready;
    const auto path = scripts_path(page.script.code, "am-thanh.mp3");
    const auto plan = airings_path() + "?chuong-trinh=" + page.script.code + "#xep-lich";
    const auto about = std::string{text_of(recording.source)} + ", dài " +
                       duration_text(recording.seconds) + ", gửi lúc " +
                       vietnamese_moment(recording.made_at);
    out({"<p>", about, "</p>"});
    sound_player(out, path);
    if (verdict_on(recording.seconds, page.rules) != LengthVerdict::fits)
        web::notice(out,
                    {.tone = web::Tone::warning,
                     .text = "Bản ghi nằm ngoài khung " + std::to_string(page.rules.minutes_min) +
                             "–" + std::to_string(page.rules.minutes_max) + " phút."});
    const bool waits = !recording.may_be_aired();
    if (waits)
        web::notice(out, {.tone = web::Tone::warning,
                          .text = "Đây là giọng máy đọc thử: chưa phát được. Hãy nghe hết; người "
                                  "duyệt nhận thì mới phát, hoặc thay bằng giọng người."});
    web::form_actions(out, [&](Writer& buttons) {
        if (waits && page.may_accept)
            sound_button(buttons, context, page,
                         {.text = "Nhận giọng máy để phát",
                          .below = "giong-may/nhan",
                          .emphasis = web::Emphasis::primary});
        web::link_button(buttons, {.text = "Tải tệp MP3", .path = path, .is_download = true});
        if (!waits && context.may_anywhere(schedule_broadcasts))
            web::link_button(buttons, {.text = "Xếp lịch phát", .path = plan});
    });
}

void failed(Writer& out, const Context& context, const ScriptPage& page)
{
    if (!page.recordings.open) return;
    web::notice(out, {.tone = web::Tone::danger,
                      .text = page.recordings.open->fault,
                      .title = "Chưa xử lý được âm thanh"});
    if (!page.may_record) return;
    web::form_actions(out, [&](Writer& buttons) {
        sound_button(buttons, context, page, {.text = "Thử lại", .below = "am-thanh/lai"});
    });
}

void sound_form(Writer& out, const Context& context, const ScriptPage& page)
{
    const auto action = scripts_path(page.script.code, "am-thanh");
    out({"<div data-recorder>"});
    web::form(out, {.action = action, .csrf = context.surroundings().csrf, .takes_files = true},
              [&](Writer& fields) {
                  web::hidden(fields, {.name = "source", .value = "uploaded"});
                  web::file_field(fields, {.field = {.name = "file",
                                                     .label = "Tệp âm thanh",
                                                     .hint = "MP3, WAV hoặc Ogg, dài nhất 30 phút.",
                                                     .error = page.fault.at("file")},
                                           .accept = ".mp3,.wav,.ogg,.oga,.opus",
                                           .bytes_max = limits::sound_bytes_max});
                  web::form_actions(fields, [&](Writer& buttons) {
                      web::submit_button(buttons, {.text = "Gửi âm thanh"});
                  });
              });
    out({"</div>"});
    web::page_script(out, "recorder.js");
}

}  // namespace

void sound_section(Writer& out, const Context& context, const ScriptPage& page)
{
    if (page.script.state != ScriptState::approved) return;
    out({"<h2 id=\"am-thanh\">Âm thanh</h2>"});
    if (page.recordings.ready) player(out, context, page);
    if (page.is_making()) {
        making(out, page);
        return;
    }
    if (page.recordings.open) failed(out, context, page);
    if (!page.may_record) return;
    sound_form(out, context, page);
    out({"<p>Chưa có người đọc: cho máy đọc thử để nghe trước.</p>"});
    web::form_actions(out, [&](Writer& buttons) {
        sound_button(buttons, context, page, {.text = "Máy đọc thử", .below = "giong-may"});
    });
}

http::Response making_part(const ScriptPage& page)
{
    std::string text;
    auto out = Writer{text};
    making(out, page);
    return http::page(std::move(text));
}

}  // namespace caicach::channel
