#include "channel/subscription/subscription_views.hpp"

#include "channel/limits.hpp"
#include "channel/paths.hpp"
#include "web/components/feedback.hpp"
#include "web/components/fields.hpp"
#include "web/components/forms.hpp"
#include "web/components/frame.hpp"
#include "web/components/page.hpp"

namespace caicach::channel
{
namespace
{

using html::Writer;

void newsletter_field(Writer& fields, const SubscribePage& page)
{
    if (page.agencies.size() == 1) {
        web::hidden(fields, {.name = "agency", .value = page.agencies.front().slug});
        return;
    }
    std::vector<web::Choice> choices;
    choices.reserve(page.agencies.size());
    for (const auto& one : page.agencies)
        choices.push_back(
            {.value = one.slug, .label = one.name, .is_chosen = one.slug == page.agency});
    web::select_field(
        fields,
        {.field = {.name = "agency", .label = "Bản tin của", .error = page.fault.at("agency")},
         .choices = choices});
}

void subscribe_form(Writer& out, const Context& context, const SubscribePage& page)
{
    const auto action = subscribing_path();
    if (page.agencies.size() == 1)
        out({"<p>Bản tin của <strong>", page.agencies.front().name, "</strong>.</p>"});
    web::form(out, {.action = action, .csrf = context.surroundings().csrf}, [&](Writer& fields) {
        newsletter_field(fields, page);
        web::email_field(fields, {.name = "address",
                                  .label = "Địa chỉ thư điện tử",
                                  .value = page.form.value("address"),
                                  .hint = "Thư xác nhận được gửi tới địa chỉ này.",
                                  .error = page.fault.at("address"),
                                  .autocomplete = "email"});
        web::checkbox_field(
            fields,
            {.field = {.name = "consent", .label = page.consent, .error = page.fault.at("consent")},
             .is_checked = page.form.has("consent", "1")});
        web::form_actions(fields, [&](Writer& buttons) {
            web::submit_button(buttons, {.text = "Đăng ký nhận"});
        });
    });
    out(
        {"<p>Bấm xong, hãy mở hộp thư và bấm “Xác nhận” trong thư. Không thấy thư sau mười phút "
         "thì ",
         "xem mục thư rác.</p>"});
}

}  // namespace

http::Response subscribe_page(const Context& context, const SubscribePage& page)
{
    auto frame = web::frame_of(context, "Nhận bản tin qua thư");
    frame.crumbs = {{"Bản tin", archive_path()}};
    return web::show(
        frame,
        [&](Writer& out) {
            web::fault_summary(out, page.fault);
            web::page_title(out, {.title = "Nhận bản tin qua thư"});
            if (!page.is_open || page.agencies.empty())
                web::empty_state(
                    out, {.title = "Chưa mở đăng ký",
                          .text = "Hiện chưa gửi bản tin qua thư. Mọi số đều đọc được trên mạng.",
                          .action_text = "Xem các số bản tin",
                          .action_path = archive_path()});
            else
                subscribe_form(out, context, page);
        },
        page.fault.status);
}

http::Response confirming_page(const Context& context, const SubscriptionPage& page)
{
    const auto frame = web::frame_of(context, "Xác nhận nhận bản tin");
    const bool is_done = page.subscriber.state == SubscriberState::confirmed;
    return web::show(frame, [&](Writer& out) {
        web::page_title(out, {.title = "Xác nhận nhận bản tin"});
        if (is_done) {
            web::notice(out, {.tone = web::Tone::success,
                              .text = "Đã xác nhận. Số bản tin tới sẽ được gửi cho bạn."});
            return;
        }
        out({"<p>Bản tin của <strong>", page.agency, "</strong>, gửi tới <strong>",
             page.subscriber.address, "</strong>.</p>"});
        web::post_button(out, {.text = "Xác nhận",
                               .action = page.path,
                               .csrf = context.surroundings().csrf,
                               .emphasis = web::Emphasis::primary});
    });
}

http::Response leaving_page(const Context& context, const SubscriptionPage& page)
{
    const auto frame = web::frame_of(context, "Thôi nhận bản tin");
    return web::show(frame, [&](Writer& out) {
        web::page_title(out, {.title = "Thôi nhận bản tin"});
        if (page.subscriber.ended_at) {
            web::notice(out,
                        {.tone = web::Tone::success,
                         .text = "Từ nay không gửi bản tin này cho bạn; địa chỉ đã được xóa."});
            web::link_button(out, {.text = "Đăng ký lại", .path = subscribing_path()});
            return;
        }
        out({"<p>Bản tin của <strong>", page.agency, "</strong>, gửi tới <strong>",
             page.subscriber.address, "</strong>.</p>"});
        web::post_button(out, {.text = "Thôi nhận",
                               .action = page.path,
                               .csrf = context.surroundings().csrf,
                               .emphasis = web::Emphasis::primary});
    });
}

}  // namespace caicach::channel
