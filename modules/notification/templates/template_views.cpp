#include "notification/templates/template_views.hpp"

#include <fmt/core.h>

#include <array>

#include "calendar/moment.hpp"
#include "notification/message.hpp"
#include "notification/sending/carrier.hpp"
#include "notification/sending/segments.hpp"
#include "web/components/feedback.hpp"
#include "web/components/fields.hpp"
#include "web/components/forms.hpp"
#include "web/components/frame.hpp"
#include "web/components/page.hpp"
#include "web/components/parts.hpp"

namespace caicach::notification
{
namespace
{

using html::Writer;

/// "GSM-7, 2 đoạn (306 ký tự, còn 0)": what a telephone and a bill make of the text.
std::string segments_text(std::string_view body)
{
    const auto made = segments_of(body);
    return fmt::format("{}, {} đoạn ({} ký tự, đoạn cuối còn chỗ cho {})",
                       made.is_gsm ? "không dấu (GSM-7)" : "có dấu (UCS-2)", made.count, made.units,
                       made.left);
}

std::string variables_text(const Template& one)
{
    std::string text;
    for (const auto& name : one.variables) text += "((" + name + ")) ";
    return text + "((tinh)) ((trang))";
}

/// With each variable standing for itself: how long it really gets depends on them.
void preview(Writer& out, const TemplateView& view)
{
    const auto& typed = view.typed;
    out({"<h2 id=\"xem-truoc\">Xem trước</h2>"});
    if (view.current.has_subject()) out({"<p><b>", typed.subject, "</b></p>"});
    const auto shown = typed.strips_marks ? without_marks(typed.body) : typed.body;
    out({"<blockquote>", shown, "</blockquote>"});
    if (view.current.channel != Channel::sms) return;
    const auto with = segments_text(typed.body);
    const auto without = segments_text(without_marks(typed.body));
    const std::array facts{web::Fact{.name = "Giữ dấu", .value = with},
                           web::Fact{.name = "Bỏ dấu", .value = without}};
    web::facts(out, facts);
}

void form(Writer& out, const Context& context, const TemplateView& view)
{
    const auto& current = view.current;
    const auto version = std::to_string(current.version);
    const auto hint = "Biến dùng được: " + variables_text(current);
    const auto path = template_path(current);
    web::form(out, {.action = path, .csrf = context.surroundings().csrf}, [&](Writer& fields) {
        web::hidden(fields, {.name = "version", .value = version});
        if (current.has_subject())
            web::text_field(fields, {.name = "subject",
                                     .label = "Tiêu đề",
                                     .value = view.typed.subject,
                                     .error = view.fault.at("subject")});
        web::text_area(fields, {.name = "body",
                                .label = "Nội dung",
                                .value = view.typed.body,
                                .hint = hint,
                                .error = view.fault.at("body")});
        if (current.channel == Channel::sms)
            web::checkbox_field(fields, {.field = {.name = "strips_marks",
                                                   .label = "Bỏ dấu khi gửi",
                                                   .hint = "Một đoạn chứa 160 chữ không dấu, 70 "
                                                           "chữ có dấu."},
                                         .is_checked = view.typed.strips_marks});
        if (current.channel == Channel::zalo)
            web::text_field(fields,
                            {.name = "provider_template",
                             .label = "Số biểu mẫu Zalo đã duyệt",
                             .value = view.typed.provider_template,
                             .hint = "Zalo chỉ gửi biểu mẫu đã duyệt; chữ ở trên để đối chiếu.",
                             .requirement = web::Requirement::optional});
        web::form_actions(fields, [](Writer& buttons) {
            web::submit_button(buttons, {.text = "Lưu mẫu"});
            web::submit_button(buttons, {.text = "Xem trước",
                                         .emphasis = web::Emphasis::secondary,
                                         .name = "preview",
                                         .value = "1"});
        });
    });
}

void trial(Writer& out, const Context& context, const Template& current)
{
    if (!is_on(context.services(), current.channel)) return;
    out({"<h2>Gửi thử</h2>"});
    const auto path = template_path(current) + "/gui-thu";
    web::form(out, {.action = path, .csrf = context.surroundings().csrf}, [&](Writer& fields) {
        if (current.channel != Channel::in_app)
            web::text_field(fields,
                            {.name = "address",
                             .label = current.channel == Channel::email ? "Gửi tới hộp thư"
                                                                        : "Gửi tới số điện thoại",
                             .hint = "Bỏ trống để gửi cho chính mình.",
                             .id = "trial-address",
                             .requirement = web::Requirement::optional});
        web::form_actions(fields, [](Writer& buttons) {
            web::submit_button(buttons, {.text = "Gửi thử", .emphasis = web::Emphasis::secondary});
        });
    });
}

void versions(Writer& out, const TemplateView& view)
{
    if (view.versions.empty()) return;
    out({"<h2>Các lần sửa</h2>"});
    constexpr std::array columns{web::Column{.name = "Lần"}, web::Column{.name = "Lúc"},
                                 web::Column{.name = "Nội dung"}};
    web::table(out, {.caption = "Mới nhất trước", .columns = columns}, [&](web::Rows& rows) {
        for (const auto& version : view.versions) {
            rows.begin();
            rows.cell(std::to_string(version.version));
            rows.cell(vietnamese_moment(version.at));
            rows.cell(
                [&](Writer& cell) { cell({"<blockquote>", version.text.body, "</blockquote>"}); });
            rows.end();
        }
    });
}

}  // namespace

std::string templates_path() { return "/mau-tin"; }

std::string template_path(const Template& one)
{
    return templates_path() + "/" + one.key + "." + std::string(key_of(one.channel));
}

http::Response templates_page(const Context& context, const TemplatesView& view)
{
    const auto frame = web::frame_of(context, "Mẫu tin");
    return web::show(frame, [&](Writer& out) {
        web::page_title(out, {.title = "Mẫu tin",
                              .lead = "Chữ của thư, tin nhắn, chuông báo mà hệ thống gửi. Sửa là "
                                      "thêm một lần mới; tin đã gửi không đổi."});
        constexpr std::array columns{web::Column{.name = "Mẫu"}, web::Column{.name = "Kênh"},
                                     web::Column{.name = "Lần sửa"}};
        web::table(out, {.caption = "Các mẫu", .columns = columns}, [&](web::Rows& rows) {
            for (const auto& one : view.templates) {
                const auto path = template_path(one);
                rows.begin();
                rows.cell([&](Writer& cell) {
                    cell({"<a href=\"", html::url(path), "\">", one.title, "</a>"});
                });
                rows.cell(text_of(one.channel));
                rows.cell(one.version == 0 ? "Như phần mềm có sẵn" : std::to_string(one.version));
                rows.end();
            }
        });
    });
}

http::Response template_page(const Context& context, const TemplateView& view)
{
    auto frame = web::frame_of(context, view.current.title);
    frame.crumbs = {{"Mẫu tin", templates_path()}};
    return web::show(
        frame,
        [&](Writer& out) {
            web::page_title(
                out, {.title = view.current.title, .caption = text_of(view.current.channel)});
            web::fault_summary(out, view.fault);
            form(out, context, view);
            preview(out, view);
            trial(out, context, view.current);
            versions(out, view);
        },
        view.fault.status);
}

}  // namespace caicach::notification
