#include "identity/oidc/oidc_views.hpp"

#include "identity/accounts/account_paths.hpp"
#include "identity/oidc/oidc_handlers.hpp"
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

std::string title_of_link(const Context& context)
{
    return "Nối với " + context.services().sign_in_provider.name;
}

void linked(Writer& out, const Context& context, const OidcLinkView& view)
{
    web::facts(out, [&](Writer& rows) {
        web::fact(rows, "Mã định danh",
                  [&](Writer& value) { value({"<code>", view.subject, "</code>"}); });
        web::fact(rows, "Nối từ", [&](Writer& value) { value({view.linked_at}); });
    });
    if (!view.may_change) return;
    out({"<p>Thôi nối thì người này không đăng nhập bằng cách này được nữa và mọi phiên đang mở ",
         "kết thúc; tài khoản và mật khẩu giữ nguyên.</p>"});
    const auto action = oidc_unlinking_path(view.account.code);
    web::post_button(out, {.text = "Thôi nối",
                           .action = action,
                           .csrf = context.surroundings().csrf,
                           .tone = web::Tone::danger});
}

void link_form(Writer& out, const Context& context, const OidcLinkView& view,
               const web::Fault& fault)
{
    const auto& provider = context.services().sign_in_provider;
    out({"<p>Tài khoản chưa nối với người nào ở ", provider.name, ". "});
    if (provider.links_by_email && !view.account.user_name.empty()) {
        out({"Khi người dùng đăng nhập lần đầu với thư điện tử ", view.account.user_name,
             " đã được xác minh, tài khoản tự nối. "});
    }
    out(
        {"Muốn nối ngay thì nhập mã định danh: người dùng thấy mã của mình khi thử đăng "
         "nhập.</p>"});
    if (!view.may_change) return;
    const auto action = oidc_link_path(view.account.code);
    web::form(out, {.action = action, .csrf = context.surroundings().csrf}, [&](Writer& fields) {
        web::text_field(fields, {.name = "subject",
                                 .label = "Mã định danh",
                                 .value = view.typed,
                                 .hint = "Đúng từng chữ hoa, chữ thường.",
                                 .error = fault.at("subject"),
                                 .autocomplete = "off"});
        web::submit_button(fields, {.text = "Nối tài khoản"});
    });
}

}  // namespace

void oidc_button(Writer& out, const Context& context, std::string_view target)
{
    if (!context.services().sign_in_provider.is_on()) return;
    const auto path = oidc_path(target);
    const auto text = "Đăng nhập bằng " + context.services().sign_in_provider.name;
    out({"<p>Cơ quan đã nối với ", context.services().sign_in_provider.name,
         " thì không cần mật khẩu ở đây:</p>"});
    web::link_button(out, {.text = text, .path = path});
}

void oidc_link_button(Writer& out, const Context& context, const Account& account)
{
    if (!context.services().sign_in_provider.is_on()) return;
    const auto path = oidc_link_path(account.code);
    const auto text = title_of_link(context);
    web::link_button(out, {.text = text, .path = path});
}

http::Response oidc_refused_page(const Context& context, const Error& error)
{
    const auto title = "Chưa đăng nhập được";
    const auto sentence = context.message(error);
    const auto& person = context.actor().name;
    return web::show(
        web::frame_of(context, title),
        [&](Writer& out) {
            web::page_title(out, {.title = title});
            out({"<p>", sentence, "</p>"});
            if (!person.empty())
                out({"<p>Bạn vẫn đang đăng nhập với tên <strong>", person, "</strong>.</p>"});
            const auto path = sign_in_path();
            web::link_button(out, {.text = "Về trang đăng nhập", .path = path});
        },
        http::status_of(error.kind));
}

http::Response oidc_link_page(const Context& context, const OidcLinkView& view)
{
    const auto& provider = context.services().sign_in_provider;
    const auto title =
        provider.is_on() ? title_of_link(context) : std::string("Hệ thống định danh");
    auto frame = web::frame_of(context, title);
    const auto back = account_path(view.account.code);
    frame.crumbs = {{.text = "Tài khoản", .path = accounts_path()},
                    {.text = view.account.name, .path = back}};
    const auto fault = web::fault_of(context, view.error);
    return web::show(
        frame,
        [&](Writer& out) {
            web::fault_summary(out, fault);
            web::page_title(out, {.title = title, .caption = view.account.name});
            if (!provider.is_on()) {
                out({"<p>Phần mềm chưa nối với hệ thống định danh nào: người vận hành máy chủ đặt ",
                     "trong cấu hình.</p>"});
            } else if (view.subject.empty()) {
                link_form(out, context, view, fault);
            } else {
                linked(out, context, view);
            }
        },
        fault.status);
}

}  // namespace caicach::identity
