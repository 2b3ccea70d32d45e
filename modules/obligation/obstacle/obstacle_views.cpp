#include "obligation/obstacle/obstacle_views.hpp"

#include "calendar/moment.hpp"
#include "obligation/limits.hpp"
#include "obligation/obstacle/obstacle_paths.hpp"
#include "obligation/state_views.hpp"
#include "once/once.hpp"
#include "web/components/fields.hpp"
#include "web/components/forms.hpp"
#include "web/components/frame.hpp"
#include "web/components/long_choice.hpp"
#include "web/components/parts.hpp"

namespace caicach::obligation
{
namespace
{

using html::Writer;

std::string work_text(const Task& task) { return task.work.path + ". " + task.work.title; }

struct AgencyChoice {
    std::string_view label{};
    std::string_view chosen{};
    std::string_view none_text{};
    std::string_view error{};
};
void agency_choice(Writer& out, const std::vector<organisation::AgencySummary>& agencies,
                   const AgencyChoice& choice)
{
    std::vector<web::Choice> choices;
    choices.reserve(agencies.size());
    for (const auto& agency : agencies)
        choices.push_back({.value = agency.code,
                           .label = agency.name,
                           .is_chosen = agency.code == choice.chosen});
    web::long_choice_field(
        out,
        {.field = {.name = "to",
                   .label = choice.label,
                   .error = choice.error,
                   .requirement = choice.none_text.empty() ? web::Requirement::required
                                                           : web::Requirement::optional},
         .choices = choices,
         .none_text = choice.none_text},
        {.value = choice.chosen, .hint = "Gõ mã hoặc tên cơ quan."});
}

void file_choice(Writer& out, std::string_view error)
{
    web::file_field(out, {.field = {.name = "document",
                                    .label = "Tệp kèm theo",
                                    .error = error,
                                    .requirement = web::Requirement::optional},
                          .accept = ".pdf,.docx,.odt,.xlsx,.jpg,.jpeg,.png,.webp",
                          .bytes_max = limits::proof_bytes_max});
}

void write_facts(Writer& out, const ObstaclePage& page)
{
    const auto& obstacle = page.obstacle;
    const auto task = task_path(page.task.obligation.code);
    out({"<p>"});
    state_tag(out, obstacle.state);
    out({"</p>"});
    web::facts(out, [&](Writer& rows) {
        const auto row = [&](std::string_view name, std::string_view value) {
            if (value.empty()) return;
            web::fact(rows, name, [&](Writer& cell) { cell({value}); });
        };
        row("Cơ quan nêu", page.agency);
        web::fact(rows, "Việc", [&](Writer& cell) {
            cell({"<a href=\"", html::url(task), "\">", work_text(page.task), "</a> (",
                  period_label(page.task.obligation), ")"});
        });
        row("Kế hoạch", page.plan.title);
        row("Loại", label_of(obstacle.kind));
        row("Khó khăn, vướng mắc", obstacle.problem);
        row("Kiến nghị", obstacle.wish);
        row("Nơi trả lời", page.handler);
    });
}

void write_steps(Writer& out, const ObstaclePage& page)
{
    out({"<h2>Quá trình xử lý</h2><ol>"});
    for (const auto& shown : page.steps) {
        const auto when = vietnamese_moment(shown.step.taken_at);
        out({"<li><p><strong>", label_of(shown.step.kind), "</strong>"});
        if (!shown.to.empty()) out({" tới ", shown.to});
        out({"<br>", when, ", ", shown.agency});
        if (!shown.person.empty()) out({" (", shown.person, ")"});
        out({"</p>"});
        if (!shown.step.text.empty()) out({"<p>", shown.step.text, "</p>"});
        if (!shown.file_path.empty())
            out({"<p><a href=\"", html::url(shown.file_path), "\">", shown.file_name, "</a></p>"});
        out({"</li>"});
    }
    out({"</ol>"});
}

void answer_forms(Writer& out, const Context& context, const ObstaclePage& page,
                  const web::Fault& fault)
{
    const auto& csrf = context.surroundings().csrf;
    const auto answer = obstacle_answer_path(page.obstacle.code);
    out({"<h2>Trả lời</h2>"});
    web::form(out, {.action = answer, .csrf = csrf, .takes_files = true, .keeps_draft = true},
              [&](Writer& fields) {
                  web::text_area(fields, {.name = "text",
                                          .label = "Nội dung trả lời",
                                          .value = page.typed.text,
                                          .error = fault.at("text"),
                                          .length_max = limits::obstacle_length_max});
                  file_choice(fields, fault.at("document"));
                  web::submit_button(fields, {.text = "Trả lời"});
              });
    const auto forward = obstacle_forward_path(page.obstacle.code);
    out({"<h2>Chuyển cho cơ quan khác</h2>"});
    web::form(out, {.action = forward, .csrf = csrf}, [&](Writer& fields) {
        agency_choice(fields, page.agencies,
                      {.label = "Chuyển tới", .chosen = page.typed.to, .error = fault.at("to")});
        web::text_area(fields, {.name = "note",
                                .label = "Lời nhắn",
                                .value = page.typed.note,
                                .error = fault.at("note"),
                                .requirement = web::Requirement::optional,
                                .length_max = limits::obstacle_length_max});
        web::submit_button(fields, {.text = "Chuyển", .emphasis = web::Emphasis::secondary});
    });
}

void again_form(Writer& out, const Context& context, const ObstaclePage& page,
                const web::Fault& fault)
{
    const auto action = obstacle_again_path(page.obstacle.code);
    out({"<h2>Chưa giải quyết được</h2>"});
    web::form(out, {.action = action, .csrf = context.surroundings().csrf}, [&](Writer& fields) {
        web::text_area(fields, {.name = "text",
                                .label = "Còn vướng ở đâu",
                                .value = page.typed.text,
                                .error = fault.at("text"),
                                .length_max = limits::obstacle_length_max});
        web::submit_button(fields, {.text = "Hỏi lại", .emphasis = web::Emphasis::secondary});
    });
}

void close_form(Writer& out, const Context& context, const ObstaclePage& page,
                const web::Fault& fault)
{
    const auto action = obstacle_close_path(page.obstacle.code);
    out({"<h2>Khép lại</h2>"});
    web::form(out, {.action = action, .csrf = context.surroundings().csrf}, [&](Writer& fields) {
        web::text_area(fields, {.name = "closing",
                                .label = "Kết quả, hoặc vì sao không cần nữa",
                                .value = page.typed.closing,
                                .error = fault.at("closing"),
                                .requirement = web::Requirement::optional,
                                .length_max = limits::obstacle_length_max});
        web::submit_button(fields, {.text = "Khép lại", .emphasis = web::Emphasis::secondary});
    });
}

}  // namespace

http::Response new_obstacle_page(const Context& context, const NewObstaclePage& page)
{
    const auto fault = web::fault_of(context, page.error);
    auto frame = web::frame_of(context, "Nêu khó khăn, vướng mắc");
    const auto task = task_path(page.task.obligation.code);
    frame.crumbs = {{.text = "Việc của cơ quan", .path = inbox_path()},
                    {.text = work_text(page.task), .path = task}};
    std::vector<web::Choice> kinds;
    kinds.reserve(obstacle_kinds.size());
    for (const auto kind : obstacle_kinds)
        kinds.push_back({.value = name_of(kind),
                         .label = label_of(kind),
                         .is_chosen = name_of(kind) == page.typed.kind});
    const auto action = new_obstacle_path(page.task.obligation.code);
    const auto coordinator =
        (page.task.obligation.is_part() ? "Cơ quan giao: " : "Cơ quan điều phối: ") +
        page.coordinator;
    return web::show(
        frame,
        [&](Writer& out) {
            web::fault_summary(out, fault);
            web::page_title(out,
                            {.title = "Nêu khó khăn, vướng mắc", .caption = work_text(page.task)});
            web::form(
                out,
                {.action = action,
                 .csrf = context.surroundings().csrf,
                 .takes_files = true,
                 .keeps_draft = true,
                 .taken_keys = page.taken_keys},
                [&](Writer& fields) {
                    web::hidden(fields, {.name = once::field, .value = page.key});
                    web::select_field(
                        fields,
                        {.field = {.name = "kind", .label = "Loại", .error = fault.at("kind")},
                         .choices = kinds});
                    web::text_area(fields, {.name = "problem",
                                            .label = "Khó khăn, vướng mắc",
                                            .value = page.typed.problem,
                                            .error = fault.at("problem"),
                                            .length_max = limits::obstacle_length_max});
                    web::text_area(fields, {.name = "wish",
                                            .label = "Kiến nghị",
                                            .value = page.typed.wish,
                                            .hint = "Cần ai làm gì, trước ngày nào.",
                                            .error = fault.at("wish"),
                                            .requirement = web::Requirement::optional,
                                            .length_max = limits::obstacle_length_max});
                    agency_choice(fields, page.agencies,
                                  {.label = "Gửi tới",
                                   .chosen = page.typed.to,
                                   .none_text = coordinator,
                                   .error = fault.at("to")});
                    file_choice(fields, fault.at("document"));
                    web::submit_button(fields, {.text = "Gửi"});
                });
        },
        fault.status);
}

http::Response obstacle_page(const Context& context, const ObstaclePage& page)
{
    const auto fault = web::fault_of(context, page.error);
    auto frame = web::frame_of(context, "Khó khăn, vướng mắc: " + work_text(page.task));
    frame.crumbs = {{.text = "Khó khăn, vướng mắc", .path = obstacles_path()}};
    return web::show(
        frame,
        [&](Writer& out) {
            web::fault_summary(out, fault);
            web::page_title(out, {.title = "Khó khăn, vướng mắc", .caption = work_text(page.task)});
            write_facts(out, page);
            write_steps(out, page);
            if (page.rights.may_answer) answer_forms(out, context, page, fault);
            if (page.rights.may_ask_again) again_form(out, context, page, fault);
            if (page.rights.may_close) close_form(out, context, page, fault);
        },
        fault.status);
}

}  // namespace caicach::obligation
