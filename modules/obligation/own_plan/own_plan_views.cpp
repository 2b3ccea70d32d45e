#include "obligation/own_plan/own_plan_views.hpp"

#include <algorithm>
#include <array>

#include "calendar/moment.hpp"
#include "obligation/limits.hpp"
#include "obligation/own_plan/own_plan_paths.hpp"
#include "web/components/feedback.hpp"
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

OwnPlanLine line_of(const std::vector<OwnPlanLine>& lines, plan::ItemId lineage)
{
    const auto found = std::ranges::find(lines, lineage, &OwnPlanLine::lineage);
    return found == lines.end() ? OwnPlanLine{.lineage = lineage} : *found;
}

/// Fills the fields from a plan of one's own that is in force here; changes nothing.
void prefill_form(Writer& out, const OwnPlanFormPage& page)
{
    if (page.own_plans.empty() || page.works.empty()) return;
    std::vector<web::Choice> plans;
    plans.reserve(page.own_plans.size());
    for (const auto& one : page.own_plans)
        plans.push_back(
            {.value = one.code, .label = one.title, .is_chosen = one.code == page.typed.linked});
    const auto path = own_plan_form_path(page.task.obligation.code);
    web::filter_form(out, {.action = path, .label = "Điền sẵn nội dung", .submit_text = "Điền sẵn"},
                     [&](Writer& fields) {
                         web::select_field(
                             fields, {.field = {.name = "dien-san",
                                                .label = "Điền sẵn từ kế hoạch của cơ quan",
                                                .hint = "Lấy lời của mục giống nhau; những gì đã "
                                                        "gửi giữ nguyên."},
                                      .choices = plans});
                     });
    if (page.filled_from.empty()) return;
    auto text = page.filled_items == 0
                    ? "Không mục nào của “" + page.filled_from + "” giống mục được giao."
                    : "Đã điền " + std::to_string(page.filled_items) + " mục từ “" +
                          page.filled_from + "”. Hãy đọc lại trước khi gửi.";
    web::notice(out, {.text = std::move(text)});
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

void element_field(Writer& out, const OwnPlanLine& line, Element element, const web::Fault& fault)
{
    const auto name = field_of(line.lineage, element);
    const auto value = line.text(element);
    const web::Field field{
        .name = name,
        .label = label_of(element),
        .value = value,
        .error = fault.at(name),
        .requirement = web::Requirement::optional,
        .length_max = static_cast<int>(element == Element::activity ? limits::reason_length_max
                                                                    : limits::title_length_max)};
    if (element == Element::activity) {
        web::text_area(out, field);
    } else {
        web::text_field(out, field);
    }
}

void line_fields(Writer& out, const OwnPlanFormPage& page, const web::Fault& fault)
{
    if (page.works.empty()) return;
    out(
        {"<h2>Nội dung theo từng mục được giao</h2><p>Ghi ngắn gọn kế hoạch của cơ quan nêu gì cho "
         "mỗi mục, trước hết là nhiệm vụ, hoạt động; để trống mục không nêu.</p>"});
    for (const auto& work : page.works) {
        const auto line = line_of(page.typed.lines, work.lineage);
        out({"<fieldset class=\"ds-fieldset\"><legend class=\"ds-label\">", text_of(work),
             "</legend>"});
        element_field(out, line, Element::activity, fault);
        const bool is_open = std::ranges::any_of(elements, [&](Element element) {
            return element != Element::activity &&
                   (line.states(element) || !fault.at(field_of(line.lineage, element)).empty());
        });
        out({"<details class=\"quiet-details\"", html::when(is_open, " open"),
             "><summary>Hình thức, thời gian, phân công, kinh phí</summary>"
             "<div class=\"form__columns\">"});
        for (const auto element : elements)
            if (element != Element::activity) element_field(out, line, element, fault);
        out({"</div></details></fieldset>"});
    }
}

/// What is another than the judge had read.
void write_since(Writer& out, const OwnPlanPage& page)
{
    if (!page.since.document && page.since.items.empty()) return;
    out({"<p>Nội dung đã đổi:</p><ul>"});
    if (page.since.document) out({"<li>Văn bản: ", page.own.title, "</li>"});
    for (const auto& work : page.works)
        if (std::ranges::find(page.since.items, work.lineage) != page.since.items.end())
            out({"<li>", text_of(work), "</li>"});
    out({"</ul>"});
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
        if (own.is_amended())
            row("Tính đúng hạn theo ngày", own.counted_on.value_or(own.sent_on).vietnamese());
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
                       const auto line = line_of(page.lines, work.lineage);
                       for (const auto element : elements) {
                           const auto text = line.text(element);
                           rows.cell(text.empty() ? "chưa có" : text);
                       }
                       rows.end();
                   }
               });
}

constexpr std::string_view amendment_label = "Đã gửi bản sửa, chờ xem xét";

void write_steps(Writer& out, const OwnPlanPage& page)
{
    out({"<h2>Quá trình</h2><ol>"});
    bool was_accepted = false;
    for (const auto& shown : page.steps) {
        const bool is_amendment = was_accepted && shown.step.step == OwnPlanState::sent;
        was_accepted = was_accepted || shown.step.step == OwnPlanState::accepted;
        const auto when = vietnamese_moment(shown.step.taken_at);
        out({"<li><p><strong>", is_amendment ? amendment_label : label_of(shown.step.step),
             "</strong><br>", when, ", ", shown.agency});
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
    const auto version = std::to_string(page.own.version);
    const auto seen = seen_text(page.own, page.lines);
    const std::array<web::HiddenValue, 2> values{
        {{.name = "version", .value = version}, {.name = "seen", .value = seen}}};
    out({"<h2>Xem xét</h2>"});
    web::post_button(out, {.text = "Chấp nhận",
                           .action = accept,
                           .csrf = csrf,
                           .emphasis = web::Emphasis::primary,
                           .values = values});
    web::form(out, {.action = send_back, .csrf = csrf}, [&](Writer& fields) {
        for (const auto& value : values) web::hidden(fields, value);
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
            if (page.known && page.known->counted_on)
                web::notice(out,
                            {.text = "Kế hoạch đã được chấp nhận. Gửi bản sửa thì cơ quan điều "
                                     "phối xem xét lại; ngày đã tính đúng hạn giữ nguyên."});
            prefill_form(out, page);
            web::form(out,
                      {.action = action,
                       .csrf = context.surroundings().csrf,
                       .takes_files = true,
                       .keeps_draft = true},
                      [&](Writer& fields) {
                          document_fields(fields, page, fault);
                          line_fields(fields, page, fault);
                          const bool amends = page.known && page.known->counted_on;
                          web::submit_button(fields,
                                             {.text = amends ? "Gửi bản sửa" : "Gửi kế hoạch"});
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
            write_since(out, page);
            write_facts(out, page);
            write_lines(out, page);
            write_steps(out, page);
            if (page.may_judge) judging_forms(out, context, page, fault);
            if (page.may_send) {
                const auto again = own_plan_form_path(page.task.obligation.code);
                web::link_button(out,
                                 {.text = page.own.counted_on ? "Gửi bản sửa" : "Sửa và gửi lại",
                                  .path = again});
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
