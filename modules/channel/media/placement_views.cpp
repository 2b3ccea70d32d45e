#include "channel/media/placement_views.hpp"

#include <array>

#include "channel/media/limits.hpp"
#include "channel/media/paths.hpp"
#include "http/percent.hpp"
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

web::Notice standing(const PlacementPage& page)
{
    const auto& placement = page.placement;
    switch (placement.state) {
        case PlacementState::waiting:
            return {.tone = web::Tone::warning,
                    .text = "Chờ người thứ hai xác nhận; đến lúc đó mới được tính."};
        case PlacementState::counted:
            return {.tone = web::Tone::success,
                    .text = "Đã tính vào kết quả của cơ quan, không phải báo lại."};
        case PlacementState::taken_back:
            return {.tone = web::Tone::info, .text = "Đã rút, không tính nữa: " + placement.reason};
    }
    return {};
}

void linked(Writer& out, std::string_view name, std::string_view path, std::string_view text)
{
    if (path.empty()) return;
    web::fact(out, name,
              [&](Writer& value) { value({"<a href=\"", html::url(path), "\">", text, "</a>"}); });
}

void details(Writer& out, const PlacementPage& page)
{
    const auto& placement = page.placement;
    web::facts(out, [&](Writer& rows) {
        const auto plain = [&](std::string_view name, std::string_view text) {
            if (!text.empty()) web::fact(rows, name, [&](Writer& value) { value({text}); });
        };
        plain("Loại", page.kind);
        plain("Báo, đài, trang đăng", placement.outlet_name);
        plain("Ngày đăng, phát", placement.happened_on.vietnamese());
        if (placement.minutes > 0) plain("Thời lượng", std::to_string(placement.minutes) + " phút");
        linked(rows, "Liên kết", placement.link, placement.link);
        linked(rows, "Ảnh hoặc tệp", page.file_path, page.file_name);
        plain("SHA-256 của tệp", placement.file_sha256);
        linked(rows, "Từ bài", page.article_path, page.article_title);
        linked(rows, "Minh chứng", page.fact_path, "Xem trong sổ kết quả");
    });
}

void placement_acts(Writer& out, const Context& context, const PlacementPage& page)
{
    const auto& placement = page.placement;
    const auto version = std::to_string(placement.version);
    const std::array values{web::HiddenValue{.name = "version", .value = version}};
    const auto confirm_path = placement_path(placement.code, "xac-nhan");
    const auto again = new_placement_path() +
                       "?co-quan=" + http::percent_encoded(page.agency_code) +
                       "&loai=" + http::percent_encoded(placement.kind) +
                       "&noi=" + http::percent_encoded(placement.outlet_name);
    web::form_actions(out, [&](Writer& buttons) {
        if (page.may_confirm)
            web::post_button(buttons, {.text = "Xác nhận",
                                       .action = confirm_path,
                                       .csrf = context.surroundings().csrf,
                                       .emphasis = web::Emphasis::primary,
                                       .values = values});
        if (page.may_change)
            web::link_button(buttons, {.text = "Ghi thêm lần cùng loại", .path = again});
    });
}

void correction(Writer& out, const Context& context, const PlacementPage& page)
{
    if (!page.may_change) return;
    const bool is_open = !page.fault.message.empty() && page.fault.field != "reason";
    const auto action = placement_path(page.placement.code, "sua");
    const auto version = std::to_string(page.placement.version);
    out({"<details class=\"quiet-details\"", html::when(is_open, " open"),
         "><summary>Sửa</summary>"});
    web::form(
        out, {.action = action, .csrf = context.surroundings().csrf, .takes_files = true},
        [&](Writer& fields) {
            web::hidden(fields, {.name = "version", .value = version});
            placement_fields(
                fields,
                {.form = page.form, .fault = page.fault, .outlets = page.outlets, .kinds = {}});
            web::form_actions(fields, [&](Writer& buttons) {
                web::submit_button(buttons, {.text = "Lưu", .emphasis = web::Emphasis::secondary});
            });
        });
    out({"</details>"});
}

void taking_back(Writer& out, const Context& context, const PlacementPage& page)
{
    if (!page.may_change && !page.may_confirm) return;
    const bool is_open = page.fault.field == "reason";
    const auto action = placement_path(page.placement.code, "rut-lai");
    const auto version = std::to_string(page.placement.version);
    out({"<details class=\"quiet-details\"", html::when(is_open, " open"),
         "><summary>Rút lại</summary>"});
    web::form(out, {.action = action, .csrf = context.surroundings().csrf}, [&](Writer& fields) {
        web::hidden(fields, {.name = "version", .value = version});
        web::text_field(fields, {.name = "reason",
                                 .label = "Vì sao rút",
                                 .value = page.form.value("reason"),
                                 .hint = "Lần này không tính nữa; dòng nhật ký và tệp vẫn giữ.",
                                 .error = page.fault.at("reason"),
                                 .length_max = media_limits::reason_length_max});
        web::form_actions(fields, [&](Writer& buttons) {
            web::submit_button(buttons, {.text = "Rút lại",
                                         .emphasis = web::Emphasis::secondary,
                                         .tone = web::Tone::danger});
        });
    });
    out({"</details>"});
}

}  // namespace

http::Response placement_page(const Context& context, const PlacementPage& page)
{
    auto frame = web::frame_of(context, page.placement.title);
    frame.crumbs = {{"Nhật ký đăng, phát", placements_path()}};
    return web::show(
        frame,
        [&](Writer& out) {
            web::fault_summary(out, page.fault);
            web::page_title(out, {.title = page.placement.title, .caption = page.agency});
            web::notice(out, standing(page));
            details(out, page);
            placement_acts(out, context, page);
            correction(out, context, page);
            taking_back(out, context, page);
        },
        page.fault.status);
}

}  // namespace caicach::channel
