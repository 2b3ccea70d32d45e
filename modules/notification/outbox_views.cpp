#include "notification/outbox_views.hpp"

#include <algorithm>
#include <array>

#include "calendar/moment.hpp"
#include "notification/limits.hpp"
#include "notification/sending/carrier.hpp"
#include "web/components/feedback.hpp"
#include "web/components/forms.hpp"
#include "web/components/frame.hpp"
#include "web/components/parts.hpp"

namespace caicach::notification
{
namespace
{

using html::Writer;

web::Tone tone_of(Status status)
{
    switch (status) {
        case Status::sent:
        case Status::delivered:
            return web::Tone::success;
        case Status::temporary_failure:
        case Status::permanent_failure:
        case Status::technical_failure:
        case Status::uncertain:
            return web::Tone::danger;
        case Status::cancelled:
            return web::Tone::warning;
        case Status::created:
        case Status::sending:
            break;
    }
    return web::Tone::info;
}

void state_of(Writer& cell, const Context& context, const Message& message)
{
    web::tag(cell, {.text = text_of(message.status), .tone = tone_of(message.status)});
    const bool has_gone = message.status == Status::sent || message.status == Status::delivered;
    if (!message.error.empty() && !has_gone) cell({"<br>", context.message(message.error)});
    if (message.handed_to) cell({"<br>Gửi lại bằng ", text_of(*message.handed_to), "."});
    if (message.took_over_from)
        cell({"<br>Gửi thay ", text_of(*message.took_over_from), " không tới được."});
    if (message.status == Status::created && message.due_at > context.now())
        cell({"<br>Gửi từ ", vietnamese_moment(message.due_at)});
    if (!message.can_be_sent_again(context.now())) return;
    if (message.status == Status::uncertain)
        cell({"<br>Có thể người nhận đã có tin này: hãy hỏi trước khi gửi lại."});
    const std::array values{web::HiddenValue{.name = "message", .value = message.code}};
    web::post_button(cell, {.text = "Gửi lại",
                            .action = outbox_path(false),
                            .csrf = context.surroundings().csrf,
                            .values = values,
                            .is_small = true});
}

void table(Writer& out, const Context& context, const OutboxView& view)
{
    constexpr std::array columns{web::Column{.name = "Lúc"}, web::Column{.name = "Kênh"},
                                 web::Column{.name = "Gửi tới"}, web::Column{.name = "Nội dung"},
                                 web::Column{.name = "Tình trạng"}};
    web::table(out, {.caption = "Tin gửi đi, mới nhất trước", .columns = columns},
               [&](web::Rows& rows) {
                   for (const auto& message : view.messages) {
                       rows.begin();
                       rows.cell(vietnamese_moment(message.created_at));
                       rows.cell(text_of(message.channel));
                       rows.cell(message.address);
                       rows.cell(message.subject.empty() ? message.template_key : message.subject);
                       rows.cell([&](Writer& cell) { state_of(cell, context, message); });
                       rows.end();
                   }
               });
    web::pagination(out, {.next_path = view.next_path, .shown = ""});
}

void send_all_part(Writer& out, const Context& context, const OutboxView& view)
{
    const bool has_others = std::ranges::any_of(view.messages, [&](const Message& one) {
        const bool is_for_one =
            one.status == Status::uncertain || one.status == Status::permanent_failure;
        return is_for_one && one.can_be_sent_again(context.now());
    });
    if (has_others)
        out(
            {"<p>Tin không rõ đã gửi chưa và tin mà nơi nhận từ chối không gửi lại cùng lúc: "
             "hãy xem rồi gửi lại từng tin.</p>"});
    if (view.unsent == 0) return;
    constexpr std::array values{web::HiddenValue{.name = "all", .value = "1"}};
    const bool is_whole = view.unsent < limits::sent_again_at_once_max;
    web::post_button(out, {.text = "Gửi lại " + std::to_string(view.unsent) +
                                   (is_whole ? " tin" : " tin mới nhất") + " chưa gửi được",
                           .action = outbox_path(false),
                           .csrf = context.surroundings().csrf,
                           .values = values});
}

void about_channels(Writer& out, const Context& context)
{
    if (!context.services().mail.is_on()) {
        web::notice(out, {.tone = web::Tone::info,
                          .text = "Chưa nối máy chủ thư: hãy điền phần [mail] của cấu hình. "
                                  "Khi chưa có, lời mời được in ra giấy."});
    }
    if (context.services().messaging.is_trial) {
        web::notice(out, {.tone = web::Tone::warning,
                          .text = "Đang chạy thử: chỉ người trong danh sách khách mời của cấu "
                                  "hình nhận được tin; tin tới người khác không gửi."});
    }
}

}  // namespace

std::string outbox_path(bool is_stuck_only)
{
    return is_stuck_only ? "/thu-gui-di?loc=" + std::string(stuck_filter) : "/thu-gui-di";
}

http::Response outbox_page(const Context& context, const OutboxView& view)
{
    auto frame = web::frame_of(context, "Tin gửi đi");
    frame.is_wide = true;
    const auto all = outbox_path(false);
    const auto stuck = outbox_path(true);
    const std::array tabs{
        web::Tab{.text = "Tất cả", .path = all, .is_current = !view.is_stuck_only},
        web::Tab{.text = "Cần xem", .path = stuck, .is_current = view.is_stuck_only}};
    return web::show(frame, [&](Writer& out) {
        web::page_title(out, {.title = "Tin gửi đi",
                              .lead = "Thư, tin nhắn, chuông báo mà hệ thống gửi: tới đâu, đã tới "
                                      "chưa. Nội dung không giữ lại sau khi gửi."});
        about_channels(out, context);
        web::tabs(out, "Tin gửi đi", tabs);
        if (view.messages.empty()) {
            web::empty_state(
                out, {.title = view.is_stuck_only ? "Không có tin nào cần xem" : "Chưa có tin nào",
                      .text = view.is_stuck_only ? "Tin không gửi được hiện ở đây để gửi lại."
                                                 : "Tin đầu tiên hiện ở đây khi được gửi đi."});
            return;
        }
        table(out, context, view);
        if (view.is_stuck_only) send_all_part(out, context, view);
    });
}

}  // namespace caicach::notification
