#include "identity/passwords/password_reset_views.hpp"

#include "identity/api.hpp"
#include "identity/limits.hpp"
#include "identity/passwords/new_password_views.hpp"
#include "identity/passwords/password_reset.hpp"
#include "identity/wait_error.hpp"
#include "web/components/fault.hpp"
#include "web/components/fields.hpp"
#include "web/components/forms.hpp"
#include "web/components/frame.hpp"

namespace caicach::identity
{

namespace
{

void user_name_form(html::Writer& out, const Context& context, const ForgottenView& view,
                    const web::Fault& fault)
{
    const auto minutes = in_words(limits::reset_seconds);
    out({"<p>Nhập tên đăng nhập. Nếu có tài khoản mang tên ấy, một thư được gửi tới đúng địa chỉ ",
         "ấy, kèm địa chỉ để đặt mật khẩu mới, dùng được một lần, trong ", minutes, ".</p>"});
    const auto action = forgotten_path();
    const web::Form form{.action = action, .csrf = context.surroundings().csrf};
    web::form(out, form, [&](html::Writer& fields) {
        web::email_field(fields, {.name = "user_name",
                                  .label = "Tên đăng nhập",
                                  .value = view.user_name,
                                  .hint = "Thường là địa chỉ thư điện tử công vụ của bạn.",
                                  .error = fault.at("user_name"),
                                  .autocomplete = "username"});
        web::submit_button(fields, {.text = "Gửi thư đặt lại mật khẩu"});
    });
    out(
        {"<p>Không thấy thư sau mười phút: xem mục thư rác, kiểm tra lại tên đã nhập, hoặc xin "
         "quản ",
         "trị của cơ quan một giấy mời mới. Mã trên điện thoại vẫn được hỏi khi đăng nhập "
         "lại.</p>"});
}

}  // namespace

http::Response forgotten_page(const Context& context, const ForgottenView& view)
{
    const auto fault = web::fault_of(context, view.error);
    return web::show(
        web::frame_of(context, "Quên mật khẩu"),
        [&](html::Writer& out) {
            web::fault_summary(out, fault);
            web::page_title(out, {.title = "Quên mật khẩu"});
            if (context.services().mail.is_on()) {
                user_name_form(out, context, view, fault);
            } else {
                out({"<p>Hệ thống này không gửi thư. Hãy gặp hoặc gọi quản trị của cơ quan bạn để ",
                     "nhận một giấy mời mới: giấy ấy cho bạn đặt mật khẩu khác.</p>"});
            }
            web::link_button(out, {.text = "Về trang đăng nhập", .path = sign_in_path()});
        },
        fault.status);
}

http::Response reset_page(const Context& context, const ResetView& view)
{
    const auto fault = web::fault_of(context, view.error);
    return web::show(
        web::frame_of(context, "Đặt lại mật khẩu"),
        [&](html::Writer& out) {
            web::fault_summary(out, fault);
            web::page_title(out, {.title = "Đặt lại mật khẩu"});
            out({"<p>Tên đăng nhập: <strong>", view.user_name, "</strong>. Đặt xong, mọi phiên ",
                 "đăng nhập và mã truy cập API của tài khoản này kết thúc; bạn đăng nhập lại bằng ",
                 "mật khẩu mới.</p>"});
            const web::Form form{.action = view.action, .csrf = context.surroundings().csrf};
            web::form(out, form, [&](html::Writer& fields) {
                // For the browser's keeper of passwords; what it sends is not read.
                web::hidden(fields, {.name = "username", .value = view.user_name});
                new_password_fields(fields, fault);
                web::submit_button(fields, {.text = "Đặt mật khẩu mới"});
            });
        },
        fault.status);
}

http::Response reset_refused_page(const Context& context, const Error& error)
{
    const auto title = "Chưa đặt lại được mật khẩu";
    const auto sentence = context.message(error);
    return web::show(
        web::frame_of(context, title),
        [&](html::Writer& out) {
            web::page_title(out, {.title = title});
            out({"<p>", sentence, "</p>"});
            web::link_button(out, {.text = "Xin thư mới", .path = forgotten_path()});
        },
        http::status_of(error.kind));
}

}  // namespace caicach::identity
