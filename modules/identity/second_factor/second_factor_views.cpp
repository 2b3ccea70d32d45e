#include "identity/second_factor/second_factor_views.hpp"

#include <fmt/format.h>

#include <utility>

#include "crypto/one_time_code.hpp"
#include "http/percent.hpp"
#include "web/components/fault.hpp"
#include "web/components/fields.hpp"
#include "web/components/forms.hpp"
#include "web/components/frame.hpp"
#include "web/components/page.hpp"
#include "web/components/qr_code.hpp"

namespace caicach::identity
{

namespace
{

using html::Writer;

/// "ABCDEFGH" → "ABCD EFGH": people lose their place in 32 letters.
std::string in_groups(std::string_view letters)
{
    constexpr std::size_t group = 4;
    std::string text;
    for (std::size_t at = 0; at < letters.size(); at += group) {
        if (at > 0) text += ' ';
        text += letters.substr(at, group);
    }
    return text;
}

}  // namespace

Result<ShownSecret> shown_secret(const Context& context, const crypto::SealingKey& key,
                                 const Account& account, std::string_view sealed)
{
    const auto secret = TRY(open_secret(key, account.id, sealed));
    const auto letters = crypto::base32(secret);
    const auto issuer = "Cải Cách " + context.services().province_name;
    const auto& name = account.user_name.empty() ? account.name : account.user_name;
    // The form that authenticator apps agreed on; its defaults are said for those that guess.
    const auto address =
        fmt::format("otpauth://totp/{}:{}?secret={}&issuer={}&algorithm=SHA1&digits={}&period={}",
                    http::percent_encoded(issuer), http::percent_encoded(name), letters,
                    http::percent_encoded(issuer), crypto::code_digits, crypto::code_seconds);
    auto code = TRY(document::qr_code(address));
    return ShownSecret{.qr_code = std::move(code),
                       .typed = in_groups(letters),
                       .label = fmt::format("{}: {}", issuer, name)};
}

void enrolment_steps(Writer& out, const Context& context, const ShownSecret& secret,
                     const web::Fault& fault, std::string_view action, std::string_view submit_text)
{
    out(
        {"<ol><li>Cài một ứng dụng xác thực trên điện thoại, ví dụ Google Authenticator, "
         "Microsoft ",
         "Authenticator, Aegis hay FreeOTP. Không cần mạng, không mất tiền.</li>",
         "<li>Trong ứng dụng, chọn thêm tài khoản rồi quét mã này:<br>"});
    web::qr_code(out, secret.qr_code, "Mã QR để thêm tài khoản vào ứng dụng xác thực");
    out({"<p>Không quét được thì chọn nhập khóa bằng tay, loại “theo thời gian”, và gõ: <code>",
         secret.typed, "</code>. Ứng dụng hiện tên <strong>", secret.label, "</strong>.</p></li>",
         "<li>Gõ mã 6 số mà ứng dụng đang hiện:"});
    const web::Form form{.action = action, .csrf = context.surroundings().csrf};
    web::form(out, form, [&](Writer& fields) {
        web::text_field(fields, {.name = "code",
                                 .label = "Mã xác thực",
                                 .hint = "6 chữ số; cứ 30 giây đổi một lần.",
                                 .error = fault.at("code"),
                                 .autocomplete = "one-time-code"});
        web::submit_button(fields, {.text = submit_text});
    });
    out({"</li></ol>"});
}

http::Response recovery_codes_page(const Context& context, const RecoveryCodesPage& page)
{
    return web::show(web::frame_of(context, "Mã dự phòng"), [&](Writer& out) {
        web::page_title(out, {.title = "Mã dự phòng", .caption = "Chỉ hiện một lần"},
                        [](Writer& actions) { web::print_button(actions); });
        out({"<p>Xác thực hai bước của <strong>", page.person,
             "</strong> đã sẵn sàng. Mất điện thoại thì dùng một trong các mã dưới đây thay cho "
             "mã ",
             "6 số; mỗi mã dùng được một lần. Các mã cũ, nếu có, không còn dùng được.</p>",
             "<ol class=\"recovery-codes\">"});
        for (const auto& code : page.codes) out({"<li><code>", code, "</code></li>"});
        out({"</ol><p>Hãy in hoặc chép các mã này ngay và cất nơi an toàn, đừng để chung với điện ",
             "thoại: trang không hiện lại. Làm bộ mã mới lúc nào cũng được ở trang Tài khoản của ",
             "tôi.</p>"});
        web::link_button(out, {.text = "Tôi đã cất các mã, tiếp tục",
                               .path = page.next_path,
                               .emphasis = web::Emphasis::primary});
    });
}

}  // namespace caicach::identity
