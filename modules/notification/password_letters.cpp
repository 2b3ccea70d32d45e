#include "notification/password_letters.hpp"

#include <fmt/core.h>

#include <string>
#include <string_view>
#include <utility>

#include "notification/outbox.hpp"

namespace caicach::notification
{

namespace
{

constexpr std::string_view whom_to_ask = "hãy gặp hoặc gọi người quản trị của cơ quan mình";

/// What the person can do now.
std::string way_on(const identity::PasswordResetAsked& asked)
{
    using enum identity::ResetAnswer;
    switch (asked.answer) {
        case way_in:
            return fmt::format(
                "Để đặt mật khẩu mới, hãy mở địa chỉ sau bằng trình duyệt, trước {}:\r\n\r\n{}"
                "\r\n\r\nĐịa chỉ dùng được một lần; đừng chuyển cho ai khác. Đặt xong, mọi phiên "
                "đăng nhập và mã truy cập API kết thúc; mã trên điện thoại vẫn được hỏi khi đăng "
                "nhập lại.",
                asked.expires, asked.address);
        case at_provider:
            return fmt::format(
                "Tài khoản này không có mật khẩu riêng: ông/bà đăng nhập bằng {}. Nếu quên mật "
                "khẩu "
                "ở đó, hãy đặt lại ở chính nơi đó.",
                asked.provider);
        case never_activated:
            return fmt::format(
                "Tài khoản này chưa có mật khẩu nào: hãy dùng giấy mời đã nhận. Nếu giấy đã hết "
                "hạn "
                "hay thất lạc, {} để nhận giấy mời mới.",
                whom_to_ask);
        case disabled:
            return fmt::format(
                "Tài khoản này đang bị khóa nên không đặt lại mật khẩu được. Nếu cho "
                "là nhầm, {}.",
                whom_to_ask);
    }
    return {};
}

}  // namespace

Result<void> post_reset_answer(Context& context, database::Transaction& transaction,
                               const identity::PasswordResetAsked& asked)
{
    const auto& province = context.services().province_name;
    auto body = fmt::format(
        "Kính gửi {},\r\n\r\n"
        "Có người, mong là chính ông/bà, vừa báo quên mật khẩu của tài khoản {} ở hệ thống cải "
        "cách "
        "hành chính {}.\r\n\r\n{}\r\n\r\n"
        "Nếu không phải ông/bà yêu cầu, hãy bỏ qua thư này: chưa có gì thay đổi.\r\n",
        asked.person, asked.to, province, way_on(asked));
    TRY(post_letter(context, transaction,
                    {.recipient = asked.to,
                     .subject = "Quên mật khẩu, cải cách hành chính " + province,
                     .body = std::move(body),
                     .expires_at = asked.expires_at}));
    return {};
}

Result<void> post_renewal_notice(Context& context, database::Transaction& transaction,
                                 const identity::PasswordRenewed& renewed)
{
    const auto& province = context.services().province_name;
    auto body = fmt::format(
        "Kính gửi {},\r\n\r\n"
        "Mật khẩu của tài khoản {} ở hệ thống cải cách hành chính {} vừa được đặt mới lúc {}."
        "\r\n\r\nNếu chính ông/bà đặt, không cần làm gì thêm. Nếu không, hãy báo ngay người quản "
        "trị "
        "của cơ quan mình để khóa tài khoản, và đổi mật khẩu của hộp thư này.\r\n",
        renewed.person, renewed.to, province, renewed.at);
    TRY(post_letter(context, transaction,
                    {.recipient = renewed.to,
                     .subject = "Mật khẩu đã đổi, cải cách hành chính " + province,
                     .body = std::move(body),
                     .expires_at = renewed.expires_at}));
    return {};
}

}  // namespace caicach::notification
