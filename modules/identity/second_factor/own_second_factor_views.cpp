#include "identity/second_factor/own_second_factor_views.hpp"

#include <fmt/format.h>

#include <array>

#include "calendar/moment.hpp"
#include "identity/accounts/own_account_handlers.hpp"
#include "identity/limits.hpp"
#include "identity/second_factor/own_second_factor_handlers.hpp"
#include "web/components/fault.hpp"
#include "web/components/fields.hpp"
#include "web/components/forms.hpp"
#include "web/components/frame.hpp"
#include "web/components/parts.hpp"

namespace caicach::identity
{

namespace
{

using html::Writer;

constexpr auto title = "Xác thực hai bước";

web::Frame frame_of_page(const Context& context)
{
    auto frame = web::frame_of(context, title);
    frame.crumbs = {{.text = "Tài khoản của tôi", .path = own_account_path()}};
    return frame;
}

void password_field(Writer& out, const web::Fault& fault)
{
    web::password_field(out, {.name = "password",
                              .label = "Mật khẩu",
                              .hint = "Hỏi lại để chắc là bạn, không phải ai ngồi vào máy này.",
                              .error = fault.at("password"),
                              .autocomplete = "current-password"});
}

void first_time(Writer& out, const Context& context, const web::Fault& fault)
{
    out({"<p>Chưa đặt. Khi đã đặt, mỗi lần đăng nhập bạn gõ thêm mã 6 số hiện trên điện thoại: ",
         "người biết mật khẩu của bạn vẫn không vào được.</p>"});
    const auto action = own_second_factor_path();
    const web::Form form{.action = action, .csrf = context.surroundings().csrf};
    web::form(out, form, [&](Writer& fields) {
        password_field(fields, fault);
        web::submit_button(
            fields, {.text = "Đặt xác thực hai bước", .name = "viec", .value = "dien-thoai"});
    });
}

void afterwards(Writer& out, const Context& context, Instant enrolled_at,
                std::int64_t recovery_codes_left, const web::Fault& fault)
{
    const auto since = vietnamese_moment(enrolled_at);
    const auto left = fmt::format("còn {} trên {}", recovery_codes_left, limits::recovery_codes);
    const std::array rows{web::Fact{.name = "Tình trạng", .value = "Đang dùng"},
                          web::Fact{.name = "Đặt lúc", .value = since},
                          web::Fact{.name = "Mã dự phòng", .value = left}};
    web::facts(out, rows);
    out(
        {"<h2>Thay đổi</h2><p>Đổi điện thoại thì chuyển sang máy mới trước khi bỏ máy cũ. Mất "
         "điện ",
         "thoại thì dùng một mã dự phòng ở ô mã, rồi chuyển sang máy mới. Chuyển xong, mọi phiên ",
         "khác kết thúc và có bộ mã dự phòng mới.</p>"});
    const auto action = own_second_factor_path();
    const web::Form form{.action = action, .csrf = context.surroundings().csrf};
    web::form(out, form, [&](Writer& fields) {
        password_field(fields, fault);
        web::text_field(fields, {.name = "code",
                                 .label = "Mã xác thực",
                                 .hint = "6 chữ số trên điện thoại, hoặc một mã dự phòng.",
                                 .error = fault.at("code"),
                                 .autocomplete = "one-time-code"});
        web::form_actions(fields, [](Writer& buttons) {
            web::submit_button(
                buttons,
                {.text = "Chuyển sang điện thoại khác", .name = "viec", .value = "dien-thoai"});
            web::submit_button(buttons, {.text = "Làm mã dự phòng mới",
                                         .emphasis = web::Emphasis::secondary,
                                         .name = "viec",
                                         .value = "ma"});
        });
    });
}

}  // namespace

http::Response own_second_factor_page(const Context& context, const OwnSecondFactorPage& page)
{
    const auto fault = web::fault_of(context, page.error);
    return web::show(
        frame_of_page(context),
        [&](Writer& out) {
            web::fault_summary(out, fault);
            web::page_title(out, {.title = title});
            if (page.enrolled_at) {
                afterwards(out, context, *page.enrolled_at, page.recovery_codes_left, fault);
            } else if (page.has_password) {
                first_time(out, context, fault);
            } else {
                out({"<p>Tài khoản này không đăng nhập bằng mật khẩu nên không cần bước thứ hai ở ",
                     "đây.</p>"});
            }
        },
        fault.status);
}

http::Response own_enrolment_page(const Context& context, const OwnEnrolmentPage& page)
{
    auto frame = frame_of_page(context);
    frame.crumbs.push_back({.text = title, .path = own_second_factor_path()});
    const auto fault = web::fault_of(context, page.error);
    return web::show(
        frame,
        [&](Writer& out) {
            web::fault_summary(out, fault);
            web::page_title(out, {.title = "Thêm điện thoại"});
            const auto action = own_enrolment_path();
            enrolment_steps(out, context, page.secret, fault, action, "Xác nhận");
        },
        fault.status);
}

}  // namespace caicach::identity
