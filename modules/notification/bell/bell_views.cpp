#include "notification/bell/bell_views.hpp"

#include <array>
#include <utility>

#include "calendar/moment.hpp"
#include "web/components/feedback.hpp"
#include "web/components/fields.hpp"
#include "web/components/forms.hpp"
#include "web/components/frame.hpp"
#include "web/components/page.hpp"
#include "web/components/parts.hpp"

namespace caicach::notification
{
namespace
{

using html::Writer;

void open_button(Writer& out, const Context& context, const Message& message)
{
    const bool is_new = !message.read_at;
    if (message.path.empty() && !is_new) return;
    const std::array values{web::HiddenValue{.name = "message", .value = message.code}};
    web::post_button(out, {.text = message.path.empty() ? "Đã đọc" : "Mở",
                           .action = bell_path(),
                           .csrf = context.surroundings().csrf,
                           .values = values,
                           .is_small = true});
}

void table(Writer& out, const Context& context, const BellView& view)
{
    constexpr std::array columns{web::Column{.name = "Nội dung"}, web::Column{.name = "Lúc"},
                                 web::Column{.name = "Thao tác"}};
    web::table(out, {.caption = "Thông báo, mới nhất trước", .columns = columns},
               [&](web::Rows& rows) {
                   for (const auto& message : view.messages) {
                       rows.begin();
                       rows.cell([&](Writer& cell) {
                           cell({"<b>", message.subject, "</b> "});
                           if (!message.read_at)
                               web::tag(cell, {.text = "Mới", .tone = web::Tone::info});
                           cell({"<blockquote>", message.body, "</blockquote>"});
                       });
                       rows.cell(vietnamese_moment(message.due_at));
                       rows.cell([&](Writer& cell) { open_button(cell, context, message); });
                       rows.end();
                   }
               });
    web::pagination(out, {.next_path = view.next_path, .shown = ""});
}

}  // namespace

std::string bell_path() { return "/thong-bao"; }
std::string wishes_path() { return "/thong-bao/cach-nhan"; }
std::string number_proof_path() { return wishes_path() + "/ma"; }

std::string Wish::name() const { return purpose.key + "." + std::string(key_of(channel)); }

http::Response bell_page(const Context& context, const BellView& view)
{
    const auto frame = web::frame_of(context, "Thông báo");
    const auto wishes = wishes_path();
    return web::show(frame, [&](Writer& out) {
        web::page_title(out, {.title = "Thông báo"}, [&](Writer& actions) {
            web::link_button(actions, {.text = "Cách nhận tin", .path = wishes});
            if (view.has_unread)
                web::post_button(actions, {.text = "Đã đọc tất cả",
                                           .action = bell_path(),
                                           .csrf = context.surroundings().csrf});
        });
        if (view.messages.empty()) {
            web::empty_state(out, {.title = "Chưa có thông báo nào",
                                   .text = "Khi có việc đến hạn hay điều cần biết, tin hiện ở "
                                           "đây."});
            return;
        }
        table(out, context, view);
    });
}

http::Response count_fragment(std::int64_t count)
{
    std::string text;
    auto out = Writer{text};
    if (count > 0)
        out({"<span class=\"site-bell__count\">", std::to_string(count),
             "<span class=\"visually-hidden\"> chưa đọc</span></span>"});
    return http::page(std::move(text));
}

namespace
{

/// The code that was sent to the number comes back here.
void proof_form(Writer& out, const Context& context, const WishesView& view)
{
    const auto path = number_proof_path();
    out({"<h2>Xác nhận số ", view.waiting, "</h2>"});
    web::form(out, {.action = path, .csrf = context.surroundings().csrf}, [&](Writer& fields) {
        web::text_field(fields, {.name = "code",
                                 .label = "Mã trong tin nhắn",
                                 .hint = "6 chữ số, dùng được đến " + view.code_until + ".",
                                 .error = view.fault.at("code"),
                                 .autocomplete = "one-time-code"});
        web::submit_button(fields, {.text = "Xác nhận", .emphasis = web::Emphasis::secondary});
    });
}

}  // namespace

http::Response wishes_page(const Context& context, const WishesView& view)
{
    auto frame = web::frame_of(context, "Cách nhận tin");
    frame.crumbs = {{"Thông báo", bell_path()}};
    const auto path = wishes_path();
    return web::show(
        frame,
        [&](Writer& out) {
            web::page_title(out, {.title = "Cách nhận tin",
                                  .lead = "Chuông báo ở đầu trang luôn có mọi tin. Chọn thêm kênh "
                                          "muốn nhận."});
            web::fault_summary(out, view.fault);
            web::form(
                out, {.action = path, .csrf = context.surroundings().csrf}, [&](Writer& fields) {
                    web::text_field(
                        fields,
                        {.name = "number",
                         .label = "Số điện thoại di động",
                         .value = view.number,
                         .hint = "Để nhận SMS, Zalo. Chỉ dùng khi bạn đã đồng ý ở trang Dữ liệu "
                                 "của tôi; bỏ trống để xóa.",
                         .error = view.fault.at("number"),
                         .requirement = web::Requirement::optional,
                         .autocomplete = "tel"});
                    for (const auto& wish : view.wishes) {
                        const auto name = wish.name();
                        const auto label = wish.purpose.title + " qua " +
                                           std::string(text_of(wish.channel)) + " (" +
                                           wish.address + ")";
                        web::checkbox_field(fields, {.field = {.name = name, .label = label},
                                                     .is_checked = wish.is_wanted});
                    }
                    web::form_actions(fields, [](Writer& buttons) {
                        web::submit_button(buttons, {.text = "Lưu"});
                    });
                });
            if (!view.waiting.empty()) proof_form(out, context, view);
        },
        view.fault.status);
}

}  // namespace caicach::notification
