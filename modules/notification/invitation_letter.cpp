#include "notification/invitation_letter.hpp"

#include <fmt/core.h>

#include "notification/outbox.hpp"

namespace caicach::notification
{

Result<void> post_invitation(Context& context, database::Transaction& transaction,
                             const identity::InvitationByMail& invitation)
{
    const auto& province = context.services().province_name;
    auto body = fmt::format(
        "Kính gửi {},\r\n\r\n"
        "Ông/bà được mời đặt mật khẩu để vào hệ thống cải cách hành chính {} với tên đăng nhập {}."
        "\r\n\r\nHãy mở địa chỉ sau bằng trình duyệt, trước {}:\r\n\r\n{}\r\n\r\n"
        "Địa chỉ dùng được một lần; đừng chuyển cho ai khác. Nếu không chờ thư này, ông/bà hãy bỏ "
        "qua và báo cho người quản trị của cơ quan mình.\r\n",
        invitation.person, province, invitation.to, invitation.expires, invitation.address);
    TRY(post_letter(context, transaction,
                    {.recipient = invitation.to,
                     .subject = "Lời mời đặt mật khẩu, cải cách hành chính " + province,
                     .body = std::move(body),
                     .expires_at = invitation.expires_at}));
    return {};
}

}  // namespace caicach::notification
