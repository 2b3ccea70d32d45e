#include "obligation/reminder/answer_views.hpp"

#include "obligation/draft/result_form_views.hpp"
#include "obligation/limits.hpp"
#include "obligation/paths.hpp"
#include "obligation/state_views.hpp"
#include "once/once.hpp"
#include "web/components/fault.hpp"
#include "web/components/feedback.hpp"
#include "web/components/fields.hpp"
#include "web/components/forms.hpp"
#include "web/components/frame.hpp"
#include "web/components/page.hpp"
#include "web/components/parts.hpp"

namespace caicach::obligation
{
namespace
{

using html::Writer;

void write_task(Writer& out, const AnswerPage& page, Date today)
{
    const auto& obligation = page.link.task.obligation;
    web::facts(out, [&](Writer& rows) {
        const auto row = [&](std::string_view name, std::string_view value) {
            if (value.empty()) return;
            web::fact(rows, name, [&](Writer& cell) { cell({value}); });
        };
        row("Cơ quan", page.agency);
        row("Kế hoạch", page.plan);
        row("Kỳ", period_label(obligation));
        row("Hạn", "hết ngày " + obligation.due_on.vietnamese());
        row("Đã làm", progress_of(obligation, today));
        row("Người trả lời", page.link.account.name);
    });
}

/// What was typed into the form of that answer, where it was refused.
std::string_view typed(const AnswerPage& page, Answer answer, const std::string& value)
{
    return page.answer == answer ? std::string_view(value) : std::string_view{};
}

void doing_form(Writer& out, const Context& context, const AnswerPage& page,
                const web::Fault& fault)
{
    out({"<h2>Đang làm</h2>"});
    web::form(out, {.action = page.action, .csrf = context.surroundings().csrf},
              [&](Writer& fields) {
                  web::hidden(fields, {.name = "answer", .value = "doing"});
                  web::text_area(fields, {.name = "text",
                                          .label = "Đã tới đâu, vướng gì",
                                          .value = typed(page, Answer::doing, page.text),
                                          .error = fault.at("text"),
                                          .length_max = limits::answer_length_max});
                  web::date_field(fields, {.name = "expected_on",
                                           .label = "Dự kiến xong ngày",
                                           .value = typed(page, Answer::doing, page.day),
                                           .error = fault.at("expected_on"),
                                           .requirement = web::Requirement::optional});
                  web::submit_button(fields, {.text = "Trả lời đang làm"});
              });
}

/// What came with a refused form need not come again.
void kept_file(Writer& out, const AnswerPage& page)
{
    if (page.is_file_lost)
        web::notice(out, {.tone = web::Tone::warning,
                          .text = "Tệp vừa gửi không giữ lại được. Hãy chọn lại tệp."});
    if (page.file_code.empty()) return;
    out({"<p>Tệp đã nhận: ", page.file_name,
         ". Không phải chọn lại; chọn tệp khác thì tệp ấy thay tệp này.</p>"});
}

void done_form(Writer& out, const Context& context, const AnswerPage& page, const web::Fault& fault)
{
    const auto today = context.today().vietnamese();
    const auto day = typed(page, Answer::done, page.day);
    const auto version = std::to_string(page.draft_version);
    out({"<h2>Đã làm xong</h2>"});
    web::form(out,
              {.action = page.action, .csrf = context.surroundings().csrf, .takes_files = true},
              [&](Writer& fields) {
                  web::hidden(fields, {.name = "answer", .value = "done"});
                  web::hidden(fields, {.name = once::field, .value = page.key});
                  web::hidden(fields, {.name = "draft_version", .value = version});
                  web::hidden(fields, {.name = "draft_file", .value = page.file_code});
                  web::text_field(fields, {.name = "title",
                                           .label = "Đã làm gì",
                                           .value = typed(page, Answer::done, page.text),
                                           .hint = "Tên bài, tên lớp, số và tên văn bản …",
                                           .error = fault.at("title"),
                                           .length_max = limits::answer_length_max});
                  web::date_field(fields, {.name = "happened_on",
                                           .label = "Ngày làm xong",
                                           .value = day.empty() ? std::string_view(today) : day,
                                           .error = fault.at("happened_on")});
                  web::number_field(fields, {.field = {.name = "quantity",
                                                       .label = "Số lượng",
                                                       .value = page.quantity,
                                                       .error = fault.at("quantity")},
                                             .unit = page.link.task.obligation.unit});
                  write_subject_fields(fields, page.subjects, page.agencies, fault);
                  web::text_field(fields, {.name = "link",
                                           .label = "Địa chỉ trang đã đăng",
                                           .value = page.link_address,
                                           .hint = "Có địa chỉ trang hoặc tệp là đủ.",
                                           .error = fault.at("link"),
                                           .requirement = web::Requirement::optional});
                  kept_file(fields, page);
                  write_proof_fields(fields, fault, page.keeps_photo);
                  web::submit_button(fields, {.text = "Báo đã làm xong"});
              });
}

void write_forms(Writer& out, const Context& context, const AnswerPage& page,
                 const web::Fault& fault)
{
    if (page.link.reminder.answered_at) {
        web::notice(out, {.tone = web::Tone::success,
                          .text = "Đã ghi nhận trả lời: " +
                                  std::string(label_of(page.link.reminder.answer)) +
                                  ". Mỗi đường dẫn trả lời một lần; muốn thêm, hãy đăng nhập."});
        return;
    }
    if (!page.link.task.obligation.is_owed()) {
        web::notice(out, {.tone = web::Tone::info, .text = "Việc này không còn phải làm nữa."});
        return;
    }
    doing_form(out, context, page, fault);
    done_form(out, context, page, fault);
}

}  // namespace

http::Response answer_page(const Context& context, const AnswerPage& page)
{
    const auto fault = web::fault_of(context, page.error);
    const auto& work = page.link.task.work;
    const auto path = task_path(page.link.task.obligation.code);
    return web::show(
        web::frame_of(context, "Trả lời nhắc việc"),
        [&](Writer& out) {
            web::fault_summary(out, fault);
            web::page_title(out,
                            {.title = "Trả lời nhắc việc", .lead = work.path + ". " + work.title});
            write_task(out, page, context.today());
            write_forms(out, context, page, fault);
            web::link_button(out, {.text = "Đăng nhập để xem đầy đủ", .path = path});
        },
        fault.status);
}

}  // namespace caicach::obligation
