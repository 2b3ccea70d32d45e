#include "notification/letter_views.hpp"

#include <array>

#include "calendar/moment.hpp"
#include "web/components/feedback.hpp"
#include "web/components/forms.hpp"
#include "web/components/frame.hpp"
#include "web/components/parts.hpp"

namespace caicach::notification
{
namespace
{

using html::Writer;

web::Tone tone_of(LetterState state)
{
    switch (state) {
        case LetterState::sent:
            return web::Tone::success;
        case LetterState::failed:
        case LetterState::uncertain:
            return web::Tone::danger;
        case LetterState::expired:
            return web::Tone::warning;
        case LetterState::waiting:
        case LetterState::sending:
            break;
    }
    return web::Tone::info;
}

void state_of(Writer& cell, const Context& context, const Letter& letter)
{
    web::tag(cell, {.text = text_of(letter.state), .tone = tone_of(letter.state)});
    if (!letter.error.empty() && letter.state != LetterState::sent)
        cell({"<br>", context.message(letter.error)});
    if (!letter.can_be_sent_again(context.now())) return;
    const std::array values{web::HiddenValue{.name = "letter", .value = letter.code}};
    web::post_button(cell, {.text = "Gửi lại",
                            .action = letters_path(),
                            .csrf = context.surroundings().csrf,
                            .values = values,
                            .is_small = true});
}

void table(Writer& out, const Context& context, const LettersView& view)
{
    constexpr std::array columns{web::Column{.name = "Lúc"}, web::Column{.name = "Gửi tới"},
                                 web::Column{.name = "Tiêu đề"}, web::Column{.name = "Tình trạng"}};
    web::table(out, {.caption = "Thư gửi đi, mới nhất trước", .columns = columns},
               [&](web::Rows& rows) {
                   for (const auto& letter : view.letters) {
                       rows.begin();
                       rows.cell(vietnamese_moment(letter.created_at));
                       rows.cell(letter.recipient);
                       rows.cell(letter.subject);
                       rows.cell([&](Writer& cell) { state_of(cell, context, letter); });
                       rows.end();
                   }
               });
    web::pagination(out, {.next_path = view.next_path, .shown = ""});
}

}  // namespace

std::string letters_path() { return "/thu-gui-di"; }

http::Response letters_page(const Context& context, const LettersView& view)
{
    auto frame = web::frame_of(context, "Thư gửi đi");
    frame.is_wide = true;
    return web::show(frame, [&](Writer& out) {
        web::page_title(out, {.title = "Thư gửi đi",
                              .lead = "Thư mà hệ thống tự gửi: tới đâu, đã đi chưa. Nội dung "
                                      "không giữ lại sau khi gửi."});
        if (!context.services().mail.is_on()) {
            web::notice(out, {.tone = web::Tone::info,
                              .text = "Chưa nối máy chủ thư: hãy điền phần [mail] của cấu hình. "
                                      "Khi chưa có, lời mời được in ra giấy."});
        }
        if (view.letters.empty()) {
            web::empty_state(out, {.title = "Chưa có thư nào",
                                   .text = "Thư đầu tiên hiện ở đây khi có lời mời được gửi đi."});
        } else {
            table(out, context, view);
        }
    });
}

}  // namespace caicach::notification
