#include "identity/second_factor/second_step_views.hpp"

#include "identity/api.hpp"
#include "identity/second_factor/second_step_handlers.hpp"
#include "web/components/fault.hpp"
#include "web/components/fields.hpp"
#include "web/components/forms.hpp"
#include "web/components/frame.hpp"
#include "web/components/page.hpp"

namespace caicach::identity
{

namespace
{

using html::Writer;

constexpr auto title = "Xác thực hai bước";

}  // namespace

http::Response code_page(const Context& context, const CodePage& page)
{
    const auto fault = web::fault_of(context, page.error);
    return web::show(
        web::frame_of(context, title),
        [&](Writer& out) {
            web::fault_summary(out, fault);
            web::page_title(out, {.title = title, .caption = "Đăng nhập, bước 2 trên 2"});
            out({"<p>Mật khẩu của <strong>", page.person,
                 "</strong> đã đúng. Hãy mở ứng dụng xác thực trên điện thoại và gõ mã đang ",
                 "hiện.</p>"});
            const auto action = second_step_path();
            const web::Form form{.action = action, .csrf = context.surroundings().csrf};
            web::form(out, form, [&](Writer& fields) {
                web::text_field(fields,
                                {.name = "code",
                                 .label = "Mã xác thực",
                                 .hint = "6 chữ số trên điện thoại, hoặc một mã dự phòng đã in.",
                                 .error = fault.at("code"),
                                 .autocomplete = "one-time-code"});
                web::submit_button(fields, {.text = "Đăng nhập"});
            });
            out({"<p>Mất điện thoại và không còn mã dự phòng? Hãy gặp quản trị của cơ quan để gỡ ",
                 "bước này rồi đặt lại. Không phải bạn? <a href=\"", html::url(sign_in_path()),
                 "\">Đăng nhập bằng tên khác</a>.</p>"});
        },
        fault.status);
}

http::Response sign_in_enrolment_page(const Context& context, const SignInEnrolmentPage& page)
{
    const auto fault = web::fault_of(context, page.error);
    return web::show(
        web::frame_of(context, title),
        [&](Writer& out) {
            web::fault_summary(out, fault);
            web::page_title(out, {.title = "Đặt xác thực hai bước", .caption = "Làm một lần"});
            out({"<p>Mật khẩu của <strong>", page.person,
                 "</strong> đã đúng. Vai trò của bạn cần thêm một bước khi đăng nhập: mã 6 số "
                 "hiện ",
                 "trên điện thoại, để người biết mật khẩu vẫn không vào được. Đặt xong là vào ",
                 "ngay.</p>"});
            const auto action = second_step_path();
            enrolment_steps(out, context, page.secret, fault, action, "Xác nhận và đăng nhập");
        },
        fault.status);
}

http::Response second_step_over_page(const Context& context, const Error& error)
{
    const auto sentence = context.message(error);
    return web::show(
        web::frame_of(context, title),
        [&](Writer& out) {
            web::page_title(out, {.title = "Chưa đăng nhập được"});
            out({"<p>", sentence, "</p>"});
            const auto path = sign_in_path();
            web::link_button(out, {.text = "Đăng nhập", .path = path});
        },
        http::status_of(error.kind));
}

}  // namespace caicach::identity
