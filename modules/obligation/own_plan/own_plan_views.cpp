#include "obligation/own_plan/own_plan_views.hpp"

#include <algorithm>
#include <array>

#include "calendar/moment.hpp"
#include "obligation/limits.hpp"
#include "obligation/own_plan/own_plan_paths.hpp"
#include "web/components/fields.hpp"
#include "web/components/forms.hpp"
#include "web/components/frame.hpp"
#include "web/components/parts.hpp"

namespace caicach::obligation
{
namespace
{

using html::Writer;

std::string text_of(const Work& work) { return work.path + ". " + work.title; }

web::Tone tone_of(OwnPlanState state)
{
    switch (state) {
        case OwnPlanState::sent:
            return web::Tone::info;
        case OwnPlanState::returned:
            return web::Tone::warning;
        case OwnPlanState::accepted:
            break;
    }
    return web::Tone::success;
}

bool states(const std::vector<OwnPlanLine>& lines, plan::ItemId lineage, Element element)
{
    const auto found = std::ranges::find(lines, lineage, &OwnPlanLine::lineage);
    return found != lines.end() && found->states(element);
}

void document_fields(Writer& out, const OwnPlanFormPage& page, const web::Fault& fault)
{
    std::array<web::Choice, 2> forms;
    std::size_t at = 0;
    for (const auto form : {OwnPlanForm::filed, OwnPlanForm::embedded})
        forms[at++] = {.value = name_of(form),
                       .label = label_of(form),
                       .is_chosen = page.typed.form == name_of(form)};
    web::radio_field(
        out, {.field = {.name = "form", .label = "Cách ban hành", .error = fault.at("form")},
              .choices = forms});
    web::text_field(out, {.name = "title",
                          .label = "Số, ký hiệu và tên văn bản",
                          .value = page.typed.title,
                          .error = fault.at("title"),
                          .length_max = limits::title_length_max});
    web::text_field(out, {.name = "place",
                          .label = "Ở mục nào của văn bản",
                          .value = page.typed.place,
                          .hint = "Chỉ khi lồng ghép: “Mục II, Phụ lục 2”.",
                          .error = fault.at("place"),
                          .requirement = web::Requirement::optional,
                          .length_max = limits::title_length_max});
    web::file_field(
        out,
        {.field = {.name = "document",
                   .label = "Tệp văn bản",
                   .hint = page.known && page.known->file ? "Không chọn thì giữ tệp đã gửi." : "",
                   .error = fault.at("document"),
                   .requirement = web::Requirement::optional},
         .accept = ".pdf,.docx,.odt",
         .bytes_max = limits::proof_bytes_max});
    if (page.own_plans.empty()) return;
    std::vector<web::Choice> plans;
    plans.reserve(page.own_plans.size());
    for (const auto& one : page.own_plans)
        plans.push_back(
            {.value = one.code, .label = one.title, .is_chosen = one.code == page.typed.linked});
    web::select_field(out, {.field = {.name = "linked",
                                      .label = "Kế hoạch đã đưa vào thực hiện ở đây",
                                      .error = fault.at("linked"),
                                      .requirement = web::Requirement::optional},
                            .choices = plans,
                            .none_text = "Chưa nhập vào hệ thống"});
}

void line_fields(Writer& out, const OwnPlanFormPage& page)
{
    if (page.works.empty()) return;
    out(
        {"<h2>Nội dung theo từng mục được giao</h2><p>Đánh dấu những gì kế hoạch của cơ quan nêu "
         "cho mỗi mục.</p>"});
    for (const auto& work : page.works) {
        std::array<web::Choice, elements.size()> choices;
        for (std::size_t i = 0; i < elements.size(); ++i)
            choices[i] = {.value = name_of(elements[i]),
                          .label = label_of(elements[i]),
                          .is_chosen = states(page.typed.lines, work.lineage, elements[i])};
        const auto name = field_of(work);
        const auto label = text_of(work);
        web::checkbox_group(
            out,
            {.field = {.name = name, .label = label, .requirement = web::Requirement::optional},
             .choices = choices});
    }
}

void write_facts(Writer& out, const OwnPlanPage& page)
{
    const auto& own = page.own;
    const auto task = task_path(page.task.obligation.code);
    out({"<p>"});
    state_tag(out, own.state);
    out({"</p>"});
    web::facts(out, [&](Writer& rows) {
        const auto row = [&](std::string_view name, std::string_view value) {
            if (value.empty()) return;
            web::fact(rows, name, [&](Writer& cell) { cell({value}); });
        };
        row("Cơ quan", page.agency);
        row("Theo kế hoạch", page.plan.title);
        web::fact(rows, "Việc", [&](Writer& cell) {
            cell({"<a href=\"", html::url(task), "\">", text_of(page.task.work), "</a>"});
        });
        row("Hạn gửi", "hết ngày " + page.task.obligation.due_on.vietnamese());
        row("Gửi ngày", own.sent_on.vietnamese());
        row("Cách ban hành", label_of(own.form));
        row("Văn bản", own.title);
        row("Ở mục", own.place);
        if (!page.linked_path.empty())
            web::fact(rows, "Ở hệ thống này", [&](Writer& cell) {
                cell({"<a href=\"", html::url(page.linked_path), "\">", page.linked_title, "</a>"});
            });
    });
}

void write_lines(Writer& out, const OwnPlanPage& page)
{
    if (page.works.empty()) return;
    out({"<h2>Nội dung theo từng mục</h2>"});
    std::array<web::Column, elements.size() + 1> columns{{{.name = "Mục"}}};
    for (std::size_t i = 0; i < elements.size(); ++i)
        columns[i + 1] = {.name = label_of(elements[i])};
    web::table(out, {.caption = "Kế hoạch của cơ quan nêu gì", .columns = columns},
               [&](web::Rows& rows) {
                   for (const auto& work : page.works) {
                       rows.begin();
                       rows.cell(text_of(work));
                       for (const auto element : elements)
                           rows.cell(states(page.lines, work.lineage, element) ? "có" : "chưa có");
                       rows.end();
                   }
               });
}

void write_steps(Writer& out, const OwnPlanPage& page)
{
    out({"<h2>Quá trình</h2><ol>"});
    for (const auto& shown : page.steps) {
        const auto when = vietnamese_moment(shown.step.taken_at);
        out({"<li><p><strong>", label_of(shown.step.step), "</strong><br>", when, ", ",
             shown.agency});
        if (!shown.person.empty()) out({" (", shown.person, ")"});
        out({"</p>"});
        if (!shown.step.text.empty()) out({"<p>", shown.step.text, "</p>"});
        if (!shown.file_path.empty())
            out({"<p><a href=\"", html::url(shown.file_path), "\">", shown.file_name, "</a></p>"});
        out({"</li>"});
    }
    out({"</ol>"});
}

void judging_forms(Writer& out, const Context& context, const OwnPlanPage& page,
                   const web::Fault& fault)
{
    const auto& csrf = context.surroundings().csrf;
    const auto accept = own_plan_accept_path(page.own.code);
    const auto send_back = own_plan_return_path(page.own.code);
    out({"<h2>Xem xét</h2>"});
    web::post_button(
        out,
        {.text = "Chấp nhận", .action = accept, .csrf = csrf, .emphasis = web::Emphasis::primary});
    web::form(out, {.action = send_back, .csrf = csrf}, [&](Writer& fields) {
        web::text_area(fields, {.name = "reason",
                                .label = "Cần sửa gì",
                                .value = page.reason,
                                .error = fault.at("reason"),
                                .length_max = limits::reason_length_max});
        web::submit_button(fields, {.text = "Trả lại", .emphasis = web::Emphasis::secondary});
    });
}

}  // namespace

void state_tag(Writer& out, OwnPlanState state)
{
    web::tag(out, {.text = label_of(state), .tone = tone_of(state)});
}

std::string field_of(const Work& work) { return "muc-" + plan::item_code(work.lineage.value); }

http::Response own_plan_form_page(const Context& context, const OwnPlanFormPage& page)
{
    const auto fault = web::fault_of(context, page.error);
    auto frame = web::frame_of(context, "Gửi kế hoạch riêng");
    const auto task = task_path(page.task.obligation.code);
    frame.crumbs = {{.text = "Việc của cơ quan", .path = inbox_path()},
                    {.text = text_of(page.task.work), .path = task}};
    const auto action = own_plan_form_path(page.task.obligation.code);
    const auto lead = "Hạn: hết ngày " + page.task.obligation.due_on.vietnamese() + ".";
    return web::show(
        frame,
        [&](Writer& out) {
            web::fault_summary(out, fault);
            web::page_title(
                out,
                {.title = "Gửi kế hoạch riêng", .caption = text_of(page.task.work), .lead = lead});
            web::form(out,
                      {.action = action,
                       .csrf = context.surroundings().csrf,
                       .takes_files = true,
                       .keeps_draft = true},
                      [&](Writer& fields) {
                          document_fields(fields, page, fault);
                          line_fields(fields, page);
                          web::submit_button(fields, {.text = "Gửi kế hoạch"});
                      });
        },
        fault.status);
}

http::Response own_plan_page(const Context& context, const OwnPlanPage& page)
{
    const auto fault = web::fault_of(context, page.error);
    auto frame = web::frame_of(context, "Kế hoạch riêng: " + page.agency);
    const auto task = task_path(page.task.obligation.code);
    frame.crumbs = {{.text = text_of(page.task.work), .path = task}};
    return web::show(
        frame,
        [&](Writer& out) {
            web::fault_summary(out, fault);
            web::page_title(out, {.title = "Kế hoạch riêng", .caption = page.agency});
            write_facts(out, page);
            write_lines(out, page);
            write_steps(out, page);
            if (page.may_judge) judging_forms(out, context, page, fault);
            if (page.may_send) {
                const auto again = own_plan_form_path(page.task.obligation.code);
                web::link_button(out, {.text = "Sửa và gửi lại", .path = again});
            }
        },
        fault.status);
}

void own_plan_part(Writer& out, const Obligation& obligation, const std::optional<OwnPlan>& own,
                   bool may_send)
{
    if (obligation.product != own_plan_product) return;
    const bool offers = may_send && obligation.is_owed();
    if (!own && !offers) return;
    out({"<h2>Kế hoạch riêng của cơ quan</h2>"});
    if (own) {
        const auto path = own_plan_path(own->code);
        out({"<p><a href=\"", html::url(path), "\">", own->title, "</a> "});
        state_tag(out, own->state);
        out({"</p>"});
        return;
    }
    const auto path = own_plan_form_path(obligation.code);
    web::link_button(out, {.text = "Gửi kế hoạch riêng", .path = path});
}

}  // namespace caicach::obligation
