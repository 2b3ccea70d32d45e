#include "identity/sign_in_views.hpp"

#include "web/components/forms.hpp"
#include "web/components/frame.hpp"

namespace caicach::identity
{

http::Response sign_in_page(const Context& context)
{
    const auto& person = context.actor().name;
    return web::show(web::frame_of(context, "Đăng nhập"), [&](html::Writer& out) {
        web::page_title(out, {.title = "Đăng nhập"});
        if (!person.empty())
            out({"<p>Bạn đang đăng nhập với tên <strong>", person, "</strong>.</p>"});
        if (context.services().is_sample) {
            out({"<p>Đây là tỉnh mẫu nên không có mật khẩu. Mỗi lần khởi động, chương trình in ",
                 "trong cửa sổ dòng lệnh một liên kết đăng nhập cho từng vai trò. Hãy mở một ",
                 "liên kết trên chính máy này; mỗi liên kết dùng được một lần.</p>"});
        } else {
            out({"<p>Bản này của chương trình chưa có tài khoản cho cán bộ ngoài tỉnh mẫu. Các ",
                 "trang công khai không cần đăng nhập.</p>"});
        }
    });
}

http::Response sign_in_link_page(const Context& context, const SignInLinkView& view)
{
    return web::show(web::frame_of(context, "Đăng nhập"), [&](html::Writer& out) {
        web::page_title(out, {.title = "Đăng nhập"});
        out({"<p>Bạn sắp đăng nhập với tên <strong>", view.person, "</strong>, ", view.agency,
             ", vai trò ", view.role, ". Liên kết này dùng được một lần.</p>"});
        const web::Form form{.action = view.action, .csrf = context.surroundings().csrf};
        web::form(out, form,
                  [](html::Writer& fields) { web::submit_button(fields, {.text = "Đăng nhập"}); });
    });
}

http::Response sign_in_refused_page(const Context& context, const Error& error)
{
    const auto title = "Chưa đăng nhập được";
    const auto sentence = context.message(error);
    const auto& person = context.actor().name;
    return web::show(
        web::frame_of(context, title),
        [&](html::Writer& out) {
            web::page_title(out, {.title = title});
            out({"<p>", sentence, "</p>"});
            if (!person.empty()) {
                out({"<p>Bạn vẫn đang đăng nhập với tên <strong>", person, "</strong>.</p>"});
            }
            web::link_button(out, {.text = "Về trang chủ", .path = "/"});
        },
        http::status_of(error.kind));
}

}  // namespace caicach::identity
