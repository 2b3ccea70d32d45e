#include "identity/passwords/new_password_views.hpp"

#include "web/components/fault.hpp"
#include "web/components/fields.hpp"

namespace caicach::identity
{

void new_password_fields(html::Writer& out, const web::Fault& fault)
{
    web::password_field(out,
                        {.name = "password",
                         .label = "Mật khẩu",
                         .hint = "Từ 8 ký tự, nên từ 15: một câu ngắn dễ nhớ là tốt nhất. Không "
                                 "bắt buộc chữ hoa, chữ số hay dấu. Không dùng tên mình, tên cơ "
                                 "quan, tên tỉnh hay mật khẩu phổ biến.",
                         .error = fault.at("password"),
                         .autocomplete = "new-password"});
    web::password_field(out, {.name = "password_again",
                              .label = "Gõ lại mật khẩu",
                              .error = fault.at("password_again"),
                              .autocomplete = "new-password"});
}

}  // namespace caicach::identity
