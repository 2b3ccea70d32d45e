#include "channel/screen/screens_views.hpp"

#include <algorithm>
#include <array>

#include "calendar/moment.hpp"
#include "channel/screen/limits.hpp"
#include "channel/screen/paths.hpp"
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

void agency_filter(Writer& out, const ScreensPage& page)
{
    if (page.agencies.size() < 2) return;
    std::vector<web::Choice> choices;
    choices.reserve(page.agencies.size());
    for (const auto& one : page.agencies)
        choices.push_back(
            {.value = one.code, .label = one.name, .is_chosen = one.id == page.agency.id});
    const auto action = screens_path();
    web::filter_form(
        out, {.action = action, .results_id = "man-hinh", .label = "Chọn cơ quan"},
        [&](Writer& fields) {
            web::combobox_field(
                fields, {.field = {.name = "co-quan", .label = "Cơ quan"}, .choices = choices});
        });
}

web::Tone tone_of(ScreenHealth health)
{
    if (health == ScreenHealth::playing) return web::Tone::success;
    if (health == ScreenHealth::silent || health == ScreenHealth::refusing)
        return web::Tone::danger;
    return web::Tone::neutral;
}

void screen_rows(web::Rows& rows, const Context& context, const ScreensPage& page)
{
    for (std::size_t i = 0; i < page.screens.size(); ++i) {
        const auto& one = page.screens[i];
        const auto path = screen_path(one.code);
        const auto health = health_of(one, context.now());
        rows.begin();
        rows.cell([&](Writer& cell) {
            cell({"<a href=\"", html::url(path), "\">", one.text.name, "</a>"});
        });
        rows.cell(one.text.place);
        rows.cell([&](Writer& cell) {
            web::tag(cell, {.text = text_of(health), .tone = tone_of(health)});
        });
        rows.cell(one.seen_at ? vietnamese_moment(*one.seen_at) : std::string{"Chưa lần nào"});
        rows.cell(page.showing[i]);
        rows.end();
    }
}

void screens(Writer& out, const Context& context, const ScreensPage& page)
{
    out({"<div id=\"man-hinh\">"});
    const auto silent = std::ranges::count_if(page.screens, [&](const Screen& one) {
        return health_of(one, context.now()) == ScreenHealth::silent;
    });
    if (silent > 0)
        web::notice(out, {.tone = web::Tone::warning,
                          .text = std::to_string(silent) +
                                  " bảng mất liên lạc quá 30 phút. Bảng vẫn chiếu nội dung đã tải; "
                                  "hãy xem điện và mạng ở nơi đặt."});
    if (page.screens.empty()) {
        web::empty_state(out, {.title = "Chưa có bảng nào",
                               .text = "Thêm bảng ở phần dưới, rồi ghép với màn hình bằng mã hiện "
                                       "trên màn hình."});
    } else {
        constexpr std::array columns{web::Column{.name = "Bảng"}, web::Column{.name = "Nơi đặt"},
                                     web::Column{.name = "Tình trạng"},
                                     web::Column{.name = "Liên lạc gần nhất"},
                                     web::Column{.name = "Lúc ấy chiếu"}};
        web::table(out, {.caption = "Các bảng điện tử", .columns = columns},
                   [&](web::Rows& rows) { screen_rows(rows, context, page); });
    }
    out({"</div>"});
}

void new_screen(Writer& out, const Context& context, const ScreensPage& page)
{
    const auto action = screens_path();
    out({"<h2 id=\"them-bang\">Thêm bảng</h2>"});
    web::form(out, {.action = action, .csrf = context.surroundings().csrf}, [&](Writer& fields) {
        web::hidden(fields, {.name = "agency", .value = page.agency.code});
        web::text_field(fields, {.name = "name",
                                 .label = "Tên bảng",
                                 .value = page.form.value("name"),
                                 .hint = "Ví dụ: Sảnh một cửa",
                                 .error = page.fault.at("name"),
                                 .length_max = screen_limits::name_length_max});
        web::text_field(fields, {.name = "place",
                                 .label = "Nơi đặt",
                                 .value = page.form.value("place"),
                                 .error = page.fault.at("place"),
                                 .requirement = web::Requirement::optional,
                                 .length_max = screen_limits::place_length_max});
        web::form_actions(fields, [&](Writer& buttons) {
            web::submit_button(buttons,
                               {.text = "Thêm bảng", .emphasis = web::Emphasis::secondary});
        });
    });
}

std::string where(const Playlist& playlist, const ScreensPage& page)
{
    auto zone = std::string(text_of(playlist.text.zone));
    if (!playlist.text.screen) return "Mọi bảng, " + zone;
    const auto found = std::ranges::find(page.screens, *playlist.text.screen, &Screen::id);
    return (found == page.screens.end() ? "Bảng đã ngừng" : found->text.name) + ", " + zone;
}

void playlists(Writer& out, const Context& context, const ScreensPage& page)
{
    out({"<h2 id=\"chuong-trinh\">Chương trình chiếu</h2>"});
    if (page.playlists.empty()) {
        web::empty_state(out, {.title = "Chưa có chương trình nào",
                               .text = "Bảng chưa có chương trình thì chiếu lời chào của Bộ phận "
                                       "một cửa."});
    } else {
        constexpr std::array columns{web::Column{.name = "Chương trình"},
                                     web::Column{.name = "Chiếu ở"}, web::Column{.name = "Khi nào"},
                                     web::Column{.name = "Mức"}};
        web::table(out, {.caption = "Các chương trình chiếu", .columns = columns},
                   [&](web::Rows& rows) {
                       for (const auto& one : page.playlists) {
                           const auto path = playlist_path(one.code);
                           rows.begin();
                           rows.cell([&](Writer& cell) {
                               cell({"<a href=\"", html::url(path), "\">", one.text.name, "</a>"});
                           });
                           rows.cell(where(one, page));
                           rows.cell(words_of(one.text.part));
                           rows.cell(text_of_priority(one.text.priority));
                           rows.end();
                       }
                   });
    }
    const auto action = playlists_path();
    web::form(out, {.action = action, .csrf = context.surroundings().csrf}, [&](Writer& fields) {
        web::hidden(fields, {.name = "agency", .value = page.agency.code});
        web::text_field(fields, {.name = "playlist",
                                 .label = "Tên chương trình mới",
                                 .value = page.form.value("playlist"),
                                 .hint = "Ví dụ: Hướng dẫn nộp hồ sơ trực tuyến",
                                 .error = page.fault.at("playlist"),
                                 .length_max = screen_limits::name_length_max});
        web::form_actions(fields, [&](Writer& buttons) {
            web::submit_button(
                buttons, {.text = "Mở chương trình mới", .emphasis = web::Emphasis::secondary});
        });
    });
}

void urgent_list(Writer& out, const Context& context, const ScreensPage& page)
{
    for (const auto& one : page.urgent) {
        const bool is_running = context.now() < one.ends_at;
        const auto times = vietnamese_moment(one.begins_at) + " – " +
                           vietnamese_moment(one.ends_at) +
                           (one.reaches_below ? ", cả các cơ quan cấp dưới" : "");
        out({"<p><strong>", one.title, "</strong> "});
        web::tag(out, {.text = is_running ? "Đang chiếu" : "Đã hết",
                       .tone = is_running ? web::Tone::danger : web::Tone::neutral});
        out({"<br>", times, "</p>"});
        if (!is_running) continue;
        const auto action = urgent_path() + "/" + one.code + "/dung";
        web::post_button(out, {.text = "Dừng chiếu",
                               .action = action,
                               .csrf = context.surroundings().csrf,
                               .is_small = true});
    }
}

void urgent(Writer& out, const Context& context, const ScreensPage& page)
{
    out(
        {"<h2 id=\"khan\">Thông báo khẩn</h2><p>Chiếu ngay, thay mọi nội dung khác, và tự dừng khi "
         "hết giờ.</p>"});
    urgent_list(out, context, page);
    const auto action = urgent_path();
    web::form(out, {.action = action, .csrf = context.surroundings().csrf}, [&](Writer& fields) {
        web::hidden(fields, {.name = "agency", .value = page.agency.code});
        web::text_field(fields, {.name = "title",
                                 .label = "Thông báo",
                                 .value = page.form.value("title"),
                                 .error = page.fault.at("title"),
                                 .length_max = screen_limits::title_length_max});
        web::text_area(fields, {.name = "body",
                                .label = "Nói rõ thêm",
                                .value = page.form.value("body"),
                                .error = page.fault.at("body"),
                                .requirement = web::Requirement::optional,
                                .length_max = screen_limits::body_length_max});
        const auto hours = page.form.value("hours");
        web::number_field(fields, {.field = {.name = "hours",
                                             .label = "Chiếu trong",
                                             .value = hours.empty() ? "2" : hours,
                                             .error = page.fault.at("hours")},
                                   .unit = "giờ"});
        if (page.may_alert)
            web::checkbox_field(
                fields,
                {.field = {.name = "below", .label = "Chiếu ở cả bảng của các cơ quan cấp dưới"},
                 .is_checked = page.form.has("below", "1")});
        web::form_actions(fields, [&](Writer& buttons) {
            web::submit_button(buttons, {.text = "Chiếu ngay", .tone = web::Tone::danger});
        });
    });
}

}  // namespace

http::Response screens_page(const Context& context, const ScreensPage& page)
{
    const auto frame = web::frame_of(context, "Bảng điện tử");
    return web::show(
        frame,
        [&](Writer& out) {
            web::fault_summary(out, page.fault);
            web::page_title(out, {.title = "Bảng điện tử", .caption = page.agency.name});
            agency_filter(out, page);
            screens(out, context, page);
            new_screen(out, context, page);
            playlists(out, context, page);
            urgent(out, context, page);
        },
        page.fault.status);
}

}  // namespace caicach::channel
