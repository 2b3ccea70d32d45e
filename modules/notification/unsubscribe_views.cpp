#include "notification/unsubscribe_views.hpp"

#include <array>

#include "notification/message.hpp"
#include "web/components/feedback.hpp"
#include "web/components/forms.hpp"
#include "web/components/frame.hpp"
#include "web/components/page.hpp"

namespace caicach::notification
{
namespace
{

using html::Writer;

void choice(Writer& out, const Context& context, const UnsubscribingView& asked)
{
    const std::array again{web::HiddenValue{.name = "again", .value = "1"}};
    if (asked.is_refused) {
        web::notice(out, {.tone = web::Tone::success,
                          .text = "Từ nay không gửi loại tin này tới địa chỉ trên."});
        web::post_button(out, {.text = "Nhận lại",
                               .action = asked.path,
                               .csrf = context.surroundings().csrf,
                               .values = again});
    } else {
        web::post_button(out, {.text = "Thôi nhận",
                               .action = asked.path,
                               .csrf = context.surroundings().csrf,
                               .emphasis = web::Emphasis::primary});
    }
}

}  // namespace

http::Response unsubscribing_page(const Context& context, const UnsubscribingView& asked)
{
    const auto frame = web::frame_of(context, "Thôi nhận tin");
    return web::show(frame, [&](Writer& out) {
        web::page_title(out, {.title = "Thôi nhận tin"});
        out({"<p>Loại tin: <b>", asked.purpose.title, "</b>, qua ", text_of(asked.target.channel),
             ", gửi tới <b>", asked.target.address,
             "</b>. Việc của cơ quan vẫn hiện ở chuông báo khi đăng nhập.</p>"});
        choice(out, context, asked);
    });
}

}  // namespace caicach::notification
