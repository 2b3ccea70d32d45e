#include "identity/sign_in/sign_in_views.hpp"

#include "identity/api.hpp"
#include "identity/oidc/oidc_views.hpp"
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

void sample_note(html::Writer& out)
{
    out({"<p>Đây là tỉnh mẫu: mỗi lần khởi động, chương trình in trong cửa sổ dòng lệnh một liên ",
         "kết đăng nhập cho từng vai trò. Hãy mở một liên kết trên chính máy này; mỗi liên kết ",
         "dùng được một lần. Người được cấp tài khoản thì đăng nhập ở đây.</p>"});
}

void password_form(html::Writer& out, const Context& context, const SignInPage& page,
                   const web::Fault& fault)
{
    const auto action = sign_in_path();
    const web::Form form{.action = action, .csrf = context.surroundings().csrf};
    web::form(out, form, [&](html::Writer& fields) {
        web::email_field(fields, {.name = "user_name",
                                  .label = "Tên đăng nhập",
                                  .value = page.user_name,
                                  .hint = "Thường là địa chỉ thư điện tử công vụ của bạn.",
                                  .error = fault.at("user_name"),
                                  .autocomplete = "username"});
        web::password_field(fields, {.name = "password",
                                     .label = "Mật khẩu",
                                     .error = fault.at("password"),
                                     .autocomplete = "current-password"});
        web::hidden(fields, {.name = "tiep", .value = page.target});
        web::submit_button(fields, {.text = "Đăng nhập"});
    });
    const auto forgotten = forgotten_path();
    out({"<p><a href=\"", html::url(forgotten), "\">Quên mật khẩu</a></p>",
         "<p>Chưa có tài khoản: hãy xin quản trị của cơ quan một giấy mời. Các trang công khai "
         "không ",
         "cần đăng nhập.</p>"});
}

}  // namespace

http::Response sign_in_page(const Context& context, const SignInPage& page)
{
    const auto& person = context.actor().name;
    const auto fault = web::fault_of(context, page.error);
    return web::show(
        web::frame_of(context, "Đăng nhập"),
        [&](html::Writer& out) {
            web::fault_summary(out, fault);
            web::page_title(out, {.title = "Đăng nhập"});
            if (!person.empty())
                out({"<p>Bạn đang đăng nhập với tên <strong>", person, "</strong>.</p>"});
            if (context.services().is_sample) sample_note(out);
            password_form(out, context, page, fault);
            oidc_button(out, context, page.target);
        },
        fault.status);
}

http::Response sign_in_delayed_page(const Context& context, SignInPage page, std::int64_t seconds)
{
    page.error = wait_error("user_name", seconds);
    return delayed(sign_in_page(context, page), seconds);
}

http::Response delayed(http::Response response, std::int64_t seconds)
{
    constexpr int too_many_requests = 429;
    response.set_status(too_many_requests);
    response.set_header("Retry-After", MUST(http::HeaderValue::create(std::to_string(seconds))));
    return response;
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
