#include "identity/accounts/invitation_views.hpp"

#include "identity/accounts/invitation.hpp"
#include "identity/passwords/new_password_views.hpp"
#include "web/components/fault.hpp"
#include "web/components/fields.hpp"
#include "web/components/forms.hpp"
#include "web/components/frame.hpp"
#include "web/components/parts.hpp"

namespace caicach::identity
{

namespace
{

void user_name_field(html::Writer& out, const InvitationView& view, const web::Fault& fault)
{
    if (!view.chooses_user_name) {
        out({"<p>Tên đăng nhập của bạn: <strong>", view.user_name, "</strong></p>"});
        // For the browser's keeper of passwords; what it sends is not read.
        web::hidden(out, {.name = "username", .value = view.user_name});
        return;
    }
    web::email_field(out, {.name = "user_name",
                           .label = "Tên đăng nhập",
                           .value = view.user_name,
                           .hint = "Dạng địa chỉ thư, nên dùng thư điện tử công vụ.",
                           .error = fault.at("user_name"),
                           .autocomplete = "username"});
}

}  // namespace

Result<InvitationView> invitation_view(const Context& context, database::Transaction& transaction,
                                       const Account& account, const std::string& token)
{
    auto agency = TRY(organisation::agency_by_id(transaction, account.agency, context.today()));
    return InvitationView{.person = account.name,
                          .agency = std::move(agency.name),
                          .user_name = account.user_name,
                          .chooses_user_name = account.user_name.empty(),
                          .action = invitation_path(token)};
}

http::Response invitation_page(const Context& context, const InvitationView& view)
{
    const auto fault = web::fault_of(context, view.error);
    return web::show(
        web::frame_of(context, "Đặt mật khẩu"),
        [&](html::Writer& out) {
            web::fault_summary(out, fault);
            web::page_title(out, {.title = "Đặt mật khẩu"});
            out({"<p>Giấy mời này dành cho <strong>", view.person, "</strong>, ", view.agency,
                 ". Nếu không phải bạn, hãy đóng trang này và báo cho người đưa giấy.</p>"});
            const web::Form form{.action = view.action, .csrf = context.surroundings().csrf};
            web::form(out, form, [&](html::Writer& fields) {
                user_name_field(fields, view, fault);
                new_password_fields(fields, fault);
                web::submit_button(fields, {.text = "Đặt mật khẩu và đăng nhập"});
            });
        },
        fault.status);
}

http::Response slip_page(const Context& context, const SlipView& view)
{
    auto frame = web::frame_of(context, "Giấy mời");
    frame.crumbs = {{.text = "Tài khoản", .path = "/tai-khoan"},
                    {.text = view.person, .path = view.account_path}};
    return web::show(frame, [&](html::Writer& out) {
        web::page_title(out, {.title = "Giấy mời", .caption = "Chỉ hiện một lần"},
                        [](html::Writer& actions) { web::print_button(actions); });
        out({"<p>Kính gửi <strong>", view.person, "</strong>, ", view.agency, ".</p>"});
        web::facts(out, [&](html::Writer& rows) {
            web::fact(rows, "Việc cần làm", [&](html::Writer& value) {
                value(
                    {"Mở địa chỉ dưới đây bằng trình duyệt và đặt mật khẩu. Địa chỉ dùng được một "
                     "lần; đừng đưa cho ai khác."});
            });
            web::fact(rows, "Địa chỉ",
                      [&](html::Writer& value) { value({"<code>", view.address, "</code>"}); });
            if (!view.user_name.empty()) {
                web::fact(rows, "Tên đăng nhập",
                          [&](html::Writer& value) { value({view.user_name}); });
            }
            web::fact(rows, "Hết hạn", [&](html::Writer& value) { value({view.expires}); });
        });
        out({"<p>Hãy in hoặc chép giấy này ngay và trao tận tay: trang không giữ lại địa chỉ. Nếu ",
             "mất giấy, hãy làm giấy mới ở trang của tài khoản; giấy cũ hết hiệu lực.</p>"});
    });
}

}  // namespace caicach::identity
