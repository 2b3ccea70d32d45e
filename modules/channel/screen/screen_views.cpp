#include "channel/screen/screen_views.hpp"

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

void state(Writer& out, const Context& context, const Screen& screen)
{
    const auto health = health_of(screen, context.now());
    const auto seen = screen.seen_at ? vietnamese_moment(*screen.seen_at) : std::string{};
    const std::array rows{web::Fact{.name = "Tình trạng", .value = text_of(health)},
                          web::Fact{.name = "Nơi đặt", .value = screen.text.place},
                          web::Fact{.name = "Liên lạc gần nhất", .value = seen}};
    web::facts(out, rows);
    if (health == ScreenHealth::silent)
        web::notice(out, {.tone = web::Tone::warning,
                          .text = "Màn hình không liên lạc quá 30 phút. Nó vẫn chiếu nội dung đã "
                                  "tải; hãy xem điện và mạng ở nơi đặt."});
    if (health == ScreenHealth::refusing)
        web::notice(out, {.tone = web::Tone::danger,
                          .text = "Màn hình không nhận chương trình mới vì chữ ký không phải của "
                                  "hệ thống mà nó đã ghép. Hãy thu hồi rồi ghép lại."});
}

void pairing(Writer& out, const Context& context, const ScreenPage& page)
{
    const auto& screen = page.screen;
    const auto action = screen_path(screen.code, "ghep");
    const auto version = std::to_string(screen.version);
    out({"<h2 id=\"ghep\">Ghép màn hình</h2>"});
    if (health_of(screen, context.now()) == ScreenHealth::waiting)
        web::notice(out, {.text = "Đang chờ màn hình hiện mã " + screen.pairing_code +
                                  ". Thường chỉ vài giây; tải lại trang để xem."});
    out({"<p>Mở trình duyệt ở màn hình, vào địa chỉ <strong>", page.player_address,
         "</strong>, rồi nhập mã hiện ở đó.</p>"});
    web::form(out, {.action = action, .csrf = context.surroundings().csrf}, [&](Writer& fields) {
        web::hidden(fields, {.name = "version", .value = version});
        web::text_field(fields, {.name = "code",
                                 .label = "Mã trên màn hình",
                                 .value = page.form.value("code"),
                                 .hint = "11 chữ và số; viết hoa hay thường đều được.",
                                 .error = page.fault.at("code"),
                                 .length_max = 20});
        web::form_actions(fields,
                          [&](Writer& buttons) { web::submit_button(buttons, {.text = "Ghép"}); });
    });
    if (screen.token_hash.empty()) return;
    const std::array values{web::HiddenValue{.name = "version", .value = version}};
    const auto revoke = screen_path(screen.code, "thu-hoi");
    out(
        {"<p>Màn hình mất, hỏng hoặc chuyển nơi khác: thu hồi để nó không chiếu nội dung của cơ "
         "quan nữa.</p>"});
    web::post_button(out, {.text = "Thu hồi màn hình",
                           .action = revoke,
                           .csrf = context.surroundings().csrf,
                           .tone = web::Tone::danger,
                           .values = values});
}

void zone_rows(web::Rows& rows, const ScreenPage& page, ScreenZone zone)
{
    const auto codes = playing(page.program.plan, zone, page.asked_at);
    for (const auto& code : codes) {
        const auto* slide = page.program.find(code);
        if (slide == nullptr) continue;
        rows.begin();
        rows.cell(slide->title);
        rows.cell(text_of(zone));
        rows.cell(std::int64_t{slide->seconds});
        rows.end();
    }
    if (!codes.empty() || zone != ScreenZone::main) return;
    rows.begin();
    rows.cell("Lời chào của Bộ phận một cửa");
    rows.cell(text_of(zone));
    rows.cell("");
    rows.end();
}

void preview(Writer& out, const ScreenPage& page)
{
    const auto action = screen_path(page.screen.code);
    const auto day = Date::of(page.asked_at).vietnamese();
    const auto hour = clock_of(minute_of_day(page.asked_at));
    out({"<h2 id=\"xem-truoc\">Chiếu gì vào lúc nào</h2>"});
    web::filter_form(
        out,
        {.action = action, .results_id = "luc-ay", .label = "Chọn ngày giờ", .submit_text = "Xem"},
        [&](Writer& fields) {
            web::date_field(fields, {.name = "ngay", .label = "Ngày", .value = day});
            web::text_field(fields, {.name = "gio",
                                     .label = "Giờ",
                                     .value = hour,
                                     .error = page.fault.at("gio"),
                                     .length_max = 5});
        });
    constexpr std::array columns{web::Column{.name = "Nội dung"}, web::Column{.name = "Ở đâu"},
                                 web::Column{.name = "Giây", .is_number = true}};
    const auto caption = "Chiếu lần lượt, " + hour + " ngày " + day;
    out({"<div id=\"luc-ay\">"});
    web::table(out, {.caption = caption, .columns = columns}, [&](web::Rows& rows) {
        for (const auto zone : {ScreenZone::main, ScreenZone::side, ScreenZone::ticker})
            zone_rows(rows, page, zone);
    });
    out({"</div>"});
}

void shown_table(Writer& out, const ScreenPage& page)
{
    constexpr std::int64_t minute_seconds = 60;
    out({"<h2 id=\"da-chieu\">Đã chiếu</h2>"});
    if (page.shown.empty()) {
        web::empty_state(out,
                         {.title = "Chưa có gì",
                          .text = "Màn hình tự báo đã chiếu gì, mấy lượt; mất mạng thì báo sau "
                                  "khi có mạng lại."});
        return;
    }
    constexpr std::array columns{web::Column{.name = "Nội dung"}, web::Column{.name = "Ngày"},
                                 web::Column{.name = "Lượt", .is_number = true},
                                 web::Column{.name = "Phút", .is_number = true}};
    web::table(out, {.caption = "Đã chiếu trong 31 ngày qua", .columns = columns},
               [&](web::Rows& rows) {
                   for (const auto& one : page.shown) {
                       rows.begin();
                       rows.cell(one.title);
                       rows.cell(one.day.vietnamese());
                       rows.cell(one.plays);
                       rows.cell((one.seconds + minute_seconds - 1) / minute_seconds);
                       rows.end();
                   }
               });
    const auto csv = screen_path(page.screen.code, "da-chieu.csv");
    web::link_button(out, {.text = "Tải CSV", .path = csv, .is_download = true});
}

void settings(Writer& out, const Context& context, const ScreenPage& page)
{
    const auto& screen = page.screen;
    const auto action = screen_path(screen.code, "sua");
    const auto version = std::to_string(screen.version);
    const bool is_typed = page.fault.field == "name" || page.fault.field == "place";
    const auto value = [&](std::string_view field, std::string_view stored) {
        return is_typed ? page.form.value(field) : stored;
    };
    const std::array shapes{
        web::Choice{
            .value = "landscape", .label = "Nằm ngang", .is_chosen = !screen.text.is_portrait},
        web::Choice{
            .value = "portrait", .label = "Dựng đứng", .is_chosen = screen.text.is_portrait}};
    out({"<h2 id=\"sua\">Sửa bảng</h2>"});
    web::form(out, {.action = action, .csrf = context.surroundings().csrf}, [&](Writer& fields) {
        web::hidden(fields, {.name = "version", .value = version});
        web::text_field(fields, {.name = "name",
                                 .label = "Tên bảng",
                                 .value = value("name", screen.text.name),
                                 .error = page.fault.at("name"),
                                 .length_max = screen_limits::name_length_max});
        web::text_field(fields, {.name = "place",
                                 .label = "Nơi đặt",
                                 .value = value("place", screen.text.place),
                                 .error = page.fault.at("place"),
                                 .requirement = web::Requirement::optional,
                                 .length_max = screen_limits::place_length_max});
        web::radio_field(fields, {.field = {.name = "shape", .label = "Chiều"}, .choices = shapes});
        web::checkbox_field(fields, {.field = {.name = "side", .label = "Có cột bên"},
                                     .is_checked = screen.text.has_side});
        web::checkbox_field(fields,
                            {.field = {.name = "ticker", .label = "Có dòng chữ chạy ở dưới"},
                             .is_checked = screen.text.has_ticker});
        web::form_actions(fields, [&](Writer& buttons) {
            web::submit_button(buttons, {.text = "Lưu", .emphasis = web::Emphasis::secondary});
        });
    });
    const std::array values{web::HiddenValue{.name = "version", .value = version}};
    const auto retire = screen_path(screen.code, "ngung");
    web::post_button(out, {.text = "Ngừng dùng bảng này",
                           .action = retire,
                           .csrf = context.surroundings().csrf,
                           .emphasis = web::Emphasis::tertiary,
                           .tone = web::Tone::danger,
                           .values = values});
}

}  // namespace

http::Response screen_page(const Context& context, const ScreenPage& page)
{
    auto frame = web::frame_of(context, page.screen.text.name);
    frame.crumbs = {{"Bảng điện tử", screens_path()}};
    return web::show(
        frame,
        [&](Writer& out) {
            web::fault_summary(out, page.fault);
            web::page_title(out, {.title = page.screen.text.name, .caption = page.agency});
            if (page.screen.retired_at) {
                web::notice(out, {.text = "Bảng này đã ngừng dùng. Những gì đã chiếu vẫn giữ."});
                shown_table(out, page);
                return;
            }
            state(out, context, page.screen);
            pairing(out, context, page);
            preview(out, page);
            shown_table(out, page);
            settings(out, context, page);
        },
        page.fault.status);
}

}  // namespace caicach::channel
