#include "obligation/reminder/reminder_views.hpp"

#include <array>

#include "calendar/moment.hpp"
#include "obligation/board/board_part_views.hpp"
#include "obligation/paths.hpp"
#include "web/components/feedback.hpp"
#include "web/components/forms.hpp"
#include "web/components/frame.hpp"
#include "web/components/page.hpp"
#include "web/components/parts.hpp"

namespace caicach::obligation
{

using html::Writer;

std::string answer_text(const Reminder& reminder)
{
    if (reminder.answer == Answer::none) return "chưa trả lời";
    std::string text{label_of(reminder.answer)};
    if (reminder.expected_on) text += ", dự kiến xong " + reminder.expected_on->vietnamese();
    if (!reminder.answer_text.empty()) text += ": " + reminder.answer_text;
    return text;
}

http::Response reminders_page(const Context& context, const RemindersPage& page)
{
    auto frame = web::frame_of(context, "Đã nhắc việc: " + page.plan.title);
    frame.crumbs = crumbs_to(page.plan);
    return web::show(frame, [&](Writer& out) {
        web::page_title(out,
                        {.title = "Đã nhắc việc",
                         .caption = page.plan.title,
                         .lead = "Ai được nhắc việc gì, khi nào, theo quy tắc nào; và trả lời."});
        if (page.reminders.empty()) {
            web::empty_state(out, {.title = "Chưa nhắc ai",
                                   .text = "Mỗi ngày làm việc, khi cơ quan mở cửa, phần mềm nhắc "
                                           "những việc sắp đến hạn và đã quá hạn."});
            return;
        }
        constexpr std::array columns{web::Column{.name = "Lúc"},    web::Column{.name = "Ai"},
                                     web::Column{.name = "Việc"},   web::Column{.name = "Cơ quan"},
                                     web::Column{.name = "Vì sao"}, web::Column{.name = "Trả lời"}};
        web::table(out, {.caption = "Mới nhất trước", .columns = columns}, [&](web::Rows& rows) {
            for (const auto& shown : page.reminders) {
                const auto& listed = shown.listed;
                const auto path = task_path(listed.code);
                rows.begin();
                rows.cell(vietnamese_moment(listed.reminder.sent_at));
                rows.cell(shown.person);
                rows.cell([&](Writer& cell) {
                    if (listed.code.empty()) {
                        cell({listed.work});
                    } else {
                        cell({"<a href=\"", html::url(path), "\">", listed.work, "</a>"});
                    }
                });
                rows.cell(shown.agency);
                rows.cell(shown.rule);
                rows.cell(answer_text(listed.reminder));
                rows.end();
            }
        });
        web::pagination(out, {.next_path = page.next_path});
        const auto file = reminders_path(page.plan.code) + ".csv";
        web::link_button(out, {.text = "CSV", .path = file, .is_download = true});
    });
}

void write_reminders(Writer& out, const std::vector<ShownReminder>& reminders)
{
    if (reminders.empty()) return;
    constexpr std::array columns{web::Column{.name = "Lúc"}, web::Column{.name = "Ai"},
                                 web::Column{.name = "Vì sao"}, web::Column{.name = "Trả lời"}};
    out({"<h2>Đã nhắc</h2>"});
    web::table(out, {.caption = "Mới nhất trước", .columns = columns}, [&](web::Rows& rows) {
        for (const auto& shown : reminders) {
            rows.begin();
            rows.cell(vietnamese_moment(shown.listed.reminder.sent_at));
            rows.cell(shown.person);
            rows.cell(shown.rule);
            rows.cell(answer_text(shown.listed.reminder));
            rows.end();
        }
    });
}

}  // namespace caicach::obligation
