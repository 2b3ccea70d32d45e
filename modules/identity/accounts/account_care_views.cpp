#include "identity/accounts/account_care_views.hpp"

#include <fmt/format.h>

#include <vector>

#include "identity/accounts/account_paths.hpp"
#include "identity/second_factor/second_factor.hpp"
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

web::Frame frame_below(const Context& context, const Account& account, std::string title)
{
    auto frame = web::frame_of(context, std::move(title));
    frame.crumbs = {{.text = "Tài khoản", .path = accounts_path()},
                    {.text = account.name, .path = account_path(account.code)}};
    return frame;
}

std::vector<web::Choice> reason_choices()
{
    std::vector<web::Choice> choices;
    for (const auto& reason : removal_reasons())
        choices.push_back({.value = reason.key, .label = reason.text});
    return choices;
}

}  // namespace

http::Response second_factor_removal_page(const Context& context, const Account& account,
                                          const std::optional<Error>& error)
{
    const auto fault = web::fault_of(context, error);
    return web::show(
        frame_below(context, account, "Gỡ xác thực hai bước"),
        [&](Writer& out) {
            web::fault_summary(out, fault);
            web::page_title(out, {.title = "Gỡ xác thực hai bước", .caption = account.name});
            out({"<p>Dành cho người không còn cả điện thoại lẫn mã dự phòng. Hãy gặp tận mặt hoặc ",
                 "gọi số bạn biết từ trước: kẻ gian hay giả làm người mất máy.</p><p>Gỡ xong, mọi ",
                 "phiên của người này kết thúc; lần đăng nhập tới, nếu vai trò yêu cầu, họ phải "
                 "đặt ",
                 "lại ngay. Việc này được ghi nhật ký cùng lý do.</p>"});
            const auto action = second_factor_removal_path(account.code);
            const web::Form form{.action = action, .csrf = context.surroundings().csrf};
            web::form(out, form, [&](Writer& fields) {
                const auto choices = reason_choices();
                web::radio_field(
                    fields,
                    {.field = {.name = "reason", .label = "Lý do", .error = fault.at("reason")},
                     .choices = choices});
                web::form_actions(fields, [&](Writer& buttons) {
                    web::submit_button(buttons,
                                       {.text = "Gỡ xác thực hai bước", .tone = web::Tone::danger});
                    const auto back = account_path(account.code);
                    web::link_button(buttons, {.text = "Thôi", .path = back});
                });
            });
        },
        fault.status);
}

http::Response reopening_page(const Context& context, const Account& account)
{
    const auto back = account_path(account.code);
    return web::show(frame_below(context, account, "Mở lại tài khoản"), [&](Writer& out) {
        const auto question = fmt::format("Mở lại tài khoản của {}?", account.name);
        const auto action = reopening_path(account.code);
        web::confirm(out,
                     {.question = question,
                      .consequence = "Người này có lại các vai trò đang ghi ở trang tài khoản. "
                                     "Mật khẩu cũ không còn dùng được: hãy làm giấy mời mới. "
                                     "Xác thực hai bước, nếu đã đặt, vẫn như cũ.",
                      .submit_text = "Mở lại tài khoản",
                      .action = action,
                      .csrf = context.surroundings().csrf,
                      .cancel_path = back});
    });
}

}  // namespace caicach::identity
