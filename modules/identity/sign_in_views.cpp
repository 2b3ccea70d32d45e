#include "identity/sign_in_views.hpp"

#include "html/html.hpp"
#include "web/components/forms.hpp"
#include "web/components/page.hpp"

namespace caicach::identity
{

namespace
{

web::Frame frame(const std::string& province)
{
    web::Frame frame;
    frame.title = "Đăng nhập";
    frame.province = province;
    return frame;
}

}  // namespace

std::string sign_in_page(const SignInView& view)
{
    std::string html;
    html::Writer out(html);
    web::page(out, frame(view.province), [&](html::Writer& content) {
        web::page_title(content, {.title = "Đăng nhập", .caption = {}, .lead = {}});
        if (!view.person.empty()) content({"<p>Bạn đang đăng nhập là ", view.person, ".</p>"});
        if (view.is_sample) {
            content({"<p>Đây là tỉnh mẫu: không có mật khẩu. Mỗi lần khởi động, chương trình in ",
                     "trong cửa sổ dòng lệnh một liên kết đăng nhập cho từng vai trò. Hãy mở một ",
                     "liên kết trên chính máy này; mỗi liên kết dùng được một lần.</p>"});
        } else {
            content({"<p>Hãy dùng liên kết đăng nhập mà quản trị của cơ quan gửi cho bạn. ",
                     "Nếu chưa có tài khoản, hãy đề nghị cơ quan điều phối cấp.</p>"});
        }
    });
    return html;
}

std::string sign_in_link_page(const SignInLinkView& view)
{
    std::string html;
    html::Writer out(html);
    web::page(out, frame(view.province), [&](html::Writer& content) {
        web::page_title(content, {.title = "Đăng nhập", .caption = {}, .lead = {}});
        content({"<p>Bạn sắp đăng nhập với tên <strong>", view.person, "</strong>, ", view.agency,
                 ", vai trò ", view.role, ". Liên kết này dùng được một lần.</p>"});
        web::form(content, {.action = view.action},
                  [](html::Writer& fields) { web::submit_button(fields, {.text = "Đăng nhập"}); });
    });
    return html;
}

}  // namespace caicach::identity
