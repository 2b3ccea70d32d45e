#include "identity/accounts/own_account_views.hpp"

#include <array>

#include "calendar/moment.hpp"
#include "identity/accounts/own_account_handlers.hpp"
#include "identity/acting/delegation_views.hpp"
#include "identity/second_factor/own_second_factor_handlers.hpp"
#include "identity/tokens/api_token_handlers.hpp"
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

std::string sessions_path() { return own_account_path() + "/phien"; }

void session_row(web::Rows& rows, const Context& context, const OwnSession& own, bool is_this)
{
    rows.begin();
    rows.cell([&](Writer& cell) {
        cell({own.whence.browser.empty() ? std::string_view("Trình duyệt khác")
                                         : std::string_view(own.whence.browser)});
        if (is_this) {
            cell({" "});
            web::tag(cell, {.text = "Phiên này", .tone = web::Tone::success});
        }
    });
    rows.cell(own.whence.address);
    rows.cell(vietnamese_moment(own.created_at));
    rows.cell(vietnamese_moment(own.last_seen_at));
    rows.cell([&](Writer& cell) {
        if (is_this) return;
        const auto action = sessions_path();
        const auto handle = own.handle();
        const std::array values{web::HiddenValue{.name = "phien", .value = handle}};
        web::post_button(cell, {.text = "Kết thúc",
                                .action = action,
                                .csrf = context.surroundings().csrf,
                                .values = values,
                                .is_small = true});
    });
    rows.end();
}

void sessions(Writer& out, const Context& context, const OwnAccountPage& page)
{
    constexpr std::array columns{
        web::Column{.name = "Trình duyệt"}, web::Column{.name = "Địa chỉ mạng"},
        web::Column{.name = "Bắt đầu"}, web::Column{.name = "Hoạt động gần nhất"},
        web::Column{.name = "Thao tác"}};
    out({"<h2>Phiên đăng nhập</h2><p>Nếu có phiên bạn không nhận ra, hãy kết thúc nó rồi đổi mật ",
         "khẩu.</p>"});
    web::table(out, {.caption = "Các phiên đang mở của bạn", .columns = columns},
               [&](web::Rows& rows) {
                   for (const auto& own : page.sessions)
                       session_row(rows, context, own, own.token_hash == page.this_one);
               });
    if (page.sessions.size() < 2) return;
    const auto action = sessions_path();
    web::post_button(
        out,
        {.text = "Kết thúc mọi phiên khác", .action = action, .csrf = context.surroundings().csrf});
}

/// The page is personal_data's, above us in the house and below us in the address.
void own_data(Writer& out)
{
    const auto path = own_account_path() + "/du-lieu";
    out({"<p><a href=\"", html::url(path), "\">Dữ liệu cá nhân của tôi</a>: xem, tải về, yêu cầu ",
         "chỉnh sửa hay xóa, ai đã xem.</p>"});
}

void password_form(Writer& out, const Context& context, const web::Fault& fault)
{
    const auto action = own_account_path() + "/mat-khau";
    const web::Form form{.action = action, .csrf = context.surroundings().csrf};
    web::form(out, form, [&](Writer& fields) {
        web::password_field(fields, {.name = "old_password",
                                     .label = "Mật khẩu đang dùng",
                                     .error = fault.at("old_password"),
                                     .autocomplete = "current-password"});
        web::password_field(fields, {.name = "password",
                                     .label = "Mật khẩu mới",
                                     .hint = "Từ 8 ký tự, nên từ 15. Các phiên khác sẽ kết thúc.",
                                     .error = fault.at("password"),
                                     .autocomplete = "new-password"});
        web::submit_button(fields, {.text = "Đổi mật khẩu"});
    });
}

}  // namespace

http::Response own_account_page(const Context& context, const OwnAccountPage& page)
{
    const auto fault = web::fault_of(context, page.error);
    return web::show(
        web::frame_of(context, "Tài khoản của tôi"),
        [&](Writer& out) {
            web::fault_summary(out, fault);
            web::page_title(out, {.title = "Tài khoản của tôi"});
            const std::array rows{
                web::Fact{.name = "Họ tên", .value = page.account.name},
                web::Fact{.name = "Cơ quan", .value = context.actor().agency_name},
                web::Fact{.name = "Tên đăng nhập", .value = page.account.user_name}};
            web::facts(out, rows);
            own_data(out);
            out({"<p><a href=\"", html::url(delegations_path()),
                 "\">Ủy quyền của tôi</a>: giao vai trò cho người khác trong một thời gian, và "
                 "việc được giao.</p>"});
            sessions(out, context, page);
            out({"<h2>Mã truy cập API</h2><p>Cho phần mềm đọc dữ liệu thay bạn.</p>"});
            web::link_button(out, {.text = "Mã truy cập của bạn", .path = own_tokens_path()});
            out({"<h2>Xác thực hai bước</h2><p>Mã trên điện thoại, hỏi thêm sau mật khẩu; mã dự ",
                 "phòng cho lúc mất máy.</p>"});
            const auto second_factor = own_second_factor_path();
            web::link_button(out, {.text = "Xem và thay đổi", .path = second_factor});
            out({"<h2>Mật khẩu</h2>"});
            if (page.has_password) {
                password_form(out, context, fault);
            } else {
                out({"<p>Tài khoản này chưa có mật khẩu; quản trị của cơ quan làm giấy mời để bạn ",
                     "đặt mật khẩu.</p>"});
            }
        },
        fault.status);
}

}  // namespace caicach::identity
