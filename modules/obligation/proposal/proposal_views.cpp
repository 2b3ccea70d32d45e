#include "obligation/proposal/proposal_views.hpp"

#include <algorithm>
#include <array>

#include "calendar/moment.hpp"
#include "obligation/board/table_views.hpp"
#include "obligation/limits.hpp"
#include "obligation/proposal/proposal_paths.hpp"
#include "obligation/state_views.hpp"
#include "once/once.hpp"
#include "text/number.hpp"
#include "web/components/fault.hpp"
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

constexpr std::array box_names{std::pair{ProposalBox::own, std::string_view{"cho-tra-loi"}},
                               std::pair{ProposalBox::others, std::string_view{"da-gui"}},
                               std::pair{ProposalBox::settled, std::string_view{"da-xong"}}};

std::string work_text(const Task& task) { return task.work.path + ". " + task.work.title; }

std::string in_unit(std::int64_t count, const Obligation& whole)
{
    const auto number = text::format_integer(count);
    return whole.unit.empty() ? number : number + " " + whole.unit;
}

web::Tone tone_of(ProposalState state)
{
    if (state == ProposalState::agreed) return web::Tone::success;
    const bool waits = state == ProposalState::proposed || state == ProposalState::countered;
    return waits ? web::Tone::info : web::Tone::neutral;
}

/// The fields that say what is to be agreed on. `prefix`: before their ids, where another form of
/// the page has them, too.
struct TermsForm {
    const Obligation& whole;
    const TypedProposal& typed;
    const web::Fault& fault;
    std::string_view prefix{};
};
void terms_fields(Writer& out, const TermsForm& form)
{
    const auto id = [&](std::string_view name) {
        return std::string{form.prefix} + std::string{name};
    };
    const auto content_id = id("content");
    const auto measure_id = id("measure");
    const auto needed_id = id("needed");
    const auto due_id = id("due_on");
    web::text_area(out, {.name = "content",
                         .label = "Nội dung phần việc",
                         .value = form.typed.content,
                         .hint = "Cơ quan phối hợp làm gì, giao cho ai.",
                         .error = form.fault.at("content"),
                         .id = content_id,
                         .length_max = static_cast<int>(limits::proposal_text_length_max)});
    web::text_area(out, {.name = "measure",
                         .label = "Biện pháp thực hiện",
                         .value = form.typed.measure,
                         .hint = "Làm cách nào, ai hỗ trợ gì.",
                         .error = form.fault.at("measure"),
                         .id = measure_id,
                         .requirement = web::Requirement::optional,
                         .length_max = static_cast<int>(limits::proposal_text_length_max)});
    web::number_field(out, {.field = {.name = "needed",
                                      .label = "Số lượng",
                                      .value = form.typed.needed,
                                      .error = form.fault.at("needed"),
                                      .id = needed_id},
                            .unit = form.whole.unit});
    const auto hint = "Chậm nhất " + form.whole.due_on.vietnamese() +
                      ", hạn của cả việc. Để trống thì theo hạn ấy.";
    web::date_field(out, {.name = "due_on",
                          .label = "Hạn của phần việc",
                          .value = form.typed.due_on,
                          .hint = hint,
                          .error = form.fault.at("due_on"),
                          .id = due_id,
                          .requirement = web::Requirement::optional});
}

void later_field(Writer& out, bool has_later, bool is_checked)
{
    if (!has_later && !is_checked) return;
    web::checkbox_field(out, {.field = {.name = "later",
                                        .label = "Cả các kỳ sau của việc này",
                                        .hint = "Hạn riêng của mỗi kỳ sau sớm hơn hạn của cả việc "
                                                "cùng số ngày như kỳ này.",
                                        .requirement = web::Requirement::optional},
                              .is_checked = is_checked});
}

void whole_facts(Writer& out, const Context& context, const DivisionPage& page)
{
    const auto& whole = page.task.obligation;
    const auto rest = whole.needed - page.division.given;
    web::facts(out, [&](Writer& rows) {
        const auto row = [&](std::string_view name, const std::string& value) {
            web::fact(rows, name, [&](Writer& cell) { cell({value}); });
        };
        row("Kỳ", period_label(whole));
        row("Cả việc", progress_of(whole, context.today()));
        row("Hạn của cả việc", "hết ngày " + whole.due_on.vietnamese());
        row("Đã giao, đã thống nhất", in_unit(page.division.given, whole));
        if (page.division.waiting > 0)
            row("Chờ trả lời", in_unit(page.division.waiting, whole) + ", chưa ai nợ");
        row("Cơ quan tự làm", in_unit(std::max<std::int64_t>(rest, 0), whole));
    });
}

void write_nudges(Writer& out, const Context& context, const DivisionPage& page,
                  const web::Fault& fault)
{
    if (page.nudges.rows.empty()) return;
    out(
        {"<section id=\"nhac\" aria-labelledby=\"nhac-ten\"><h2 id=\"nhac-ten\">Phần việc quá hạn "
         "hoặc sắp đến hạn</h2>"});
    write_nudge_list(out, context, page.nudges, fault);
    write_nudge_pages(out, page.nudges, division_path(page.task.obligation.code));
    out({"</section>"});
}

void propose_form(Writer& out, const Context& context, const DivisionPage& page,
                  const web::Fault& fault)
{
    if (!page.may_propose) return;
    out({"<h2>Đề nghị cơ quan phối hợp nhận một phần</h2>"});
    if (page.division.free.empty()) {
        out(
            {"<p>Không còn cơ quan phối hợp nào để đề nghị: kế hoạch không nêu cơ quan nào, hoặc "
             "mỗi cơ quan đã có phần hay đang được hỏi.</p>"});
        return;
    }
    std::vector<web::Choice> agencies;
    agencies.reserve(page.division.free.size());
    for (const auto& agency : page.division.free)
        agencies.push_back({.value = agency.code,
                            .label = agency.name,
                            .is_chosen = agency.code == page.typed.agency});
    const auto action = division_path(page.task.obligation.code);
    out(
        {"<p>Cơ quan ấy đồng ý thì mới thành việc của họ; khi còn chờ trả lời thì không ai bị tính "
         "quá hạn.</p>"});
    web::form(out,
              {.action = action,
               .csrf = context.surroundings().csrf,
               .keeps_draft = true,
               .taken_keys = page.taken_keys},
              [&](Writer& fields) {
                  web::hidden(fields, {.name = once::field, .value = page.key});
                  web::select_field(fields, {.field = {.name = "agency",
                                                       .label = "Cơ quan phối hợp",
                                                       .error = fault.at("agency")},
                                             .choices = agencies,
                                             .none_text = "Chọn cơ quan"});
                  terms_fields(fields, {page.task.obligation, page.typed, fault});
                  later_field(fields, page.has_later, page.typed.later);
                  web::submit_button(fields, {.text = "Gửi đề nghị"});
              });
}

void proposal_facts(Writer& out, const Context& context, const ProposalPage& page)
{
    const auto& proposal = page.proposal;
    const auto& whole = page.task.obligation;
    const auto task = task_path(whole.code);
    out({"<p>"});
    web::tag(out, {.text = label_of(proposal.state), .tone = tone_of(proposal.state)});
    out({"</p>"});
    web::facts(out, [&](Writer& rows) {
        const auto row = [&](std::string_view name, const std::string& value) {
            if (value.empty()) return;
            web::fact(rows, name, [&](Writer& cell) { cell({value}); });
        };
        web::fact(rows, "Việc", [&](Writer& cell) {
            const auto text = work_text(page.task);
            if (page.sees_whole)
                cell({"<a href=\"", html::url(task), "\">", text, "</a>"});
            else
                cell({text});
            cell({" (", period_label(whole), ")"});
        });
        row("Cơ quan chủ trì", page.giver);
        row("Cơ quan phối hợp", page.agency);
        row("Chờ trả lời", page.waited);
        const auto lines = [&](std::string_view name, const std::string& text) {
            if (text.empty()) return;
            web::fact(rows, name,
                      [&](Writer& cell) { cell({"<span class=\"lines\">", text, "</span>"}); });
        };
        lines("Nội dung phần việc", proposal.terms.content);
        lines("Biện pháp thực hiện", proposal.terms.measure);
        row("Số lượng", in_unit(proposal.terms.needed, whole));
        row("Hạn của phần việc", proposal.terms.due_on.value_or(whole.due_on).vietnamese());
        row("Hạn của cả việc", whole.due_on.vietnamese());
        row("Các kỳ sau", proposal.later ? "Cả các kỳ sau của việc này" : "");
        if (page.part)
            web::fact(rows, "Phần việc đang giao", [&](Writer& cell) {
                const auto part = task_path(page.part->code);
                const auto progress = progress_of(*page.part, context.today());
                cell({"<a href=\"", html::url(part), "\">", progress, "</a>"});
            });
    });
    if (page.part && proposal.state != ProposalState::agreed)
        out(
            {"<p>Phần đang giao giữ nguyên như đã thống nhất trước, cho đến khi hai bên thống nhất "
             "lại.</p>"});
}

void write_steps(Writer& out, const ProposalPage& page)
{
    out({"<h2>Quá trình thống nhất</h2><ol>"});
    for (const auto& shown : page.steps) {
        const auto& step = shown.step;
        const auto when = vietnamese_moment(step.taken_at);
        const auto due = step.terms.due_on.value_or(page.task.obligation.due_on).vietnamese();
        const auto needed = in_unit(step.terms.needed, page.task.obligation);
        out({"<li><p><strong>", label_of(step.kind), "</strong><br>", when, ", ", shown.agency});
        if (!shown.person.empty()) out({" (", shown.person, ")"});
        out({"</p>"});
        if (!step.text.empty()) out({"<p>Lý do: ", step.text, "</p>"});
        const bool states_terms = step.kind == ProposalStep::Kind::proposed ||
                                  step.kind == ProposalStep::Kind::countered ||
                                  step.kind == ProposalStep::Kind::agreed;
        if (states_terms) {
            const auto note = note_of(step.terms);
            out({"<p class=\"lines\">", note, "<br>", needed, ", hạn ", due, "</p>"});
        }
        out({"</li>"});
    }
    out({"</ol>"});
}

void version_field(Writer& out, const Proposal& proposal)
{
    const auto version = std::to_string(proposal.version);
    web::hidden(out, {.name = "version", .value = version});
}

void agree_form(Writer& out, const Context& context, const ProposalPage& page)
{
    const auto action = agreement_path(page.proposal.code);
    out({"<h2>Đồng ý</h2><p>", page.agency,
         " nhận phần việc như trên; từ lúc ấy phần này có hạn, được nhắc và được tính.</p>"});
    web::form(out, {.action = action, .csrf = context.surroundings().csrf}, [&](Writer& fields) {
        version_field(fields, page.proposal);
        web::submit_button(fields, {.text = "Đồng ý"});
    });
}

void counter_form(Writer& out, const Context& context, const ProposalPage& page,
                  const web::Fault& fault)
{
    const auto action = counter_path(page.proposal.code);
    const bool has_twin = page.rights.may_propose && page.refused != ProposalForm::counter;
    out({"<h2>Đề nghị khác</h2>"});
    web::form(out, {.action = action, .csrf = context.surroundings().csrf, .keeps_draft = true},
              [&](Writer& fields) {
                  version_field(fields, page.proposal);
                  terms_fields(fields,
                               {page.task.obligation, page.typed, fault, has_twin ? "khac-" : ""});
                  web::text_area(fields,
                                 {.name = "reason",
                                  .label = "Lý do",
                                  .value = page.typed.reason,
                                  .hint = "Cơ quan chủ trì đọc được.",
                                  .error = fault.at("reason"),
                                  .length_max = static_cast<int>(limits::reason_length_max)});
                  web::submit_button(
                      fields, {.text = "Gửi đề nghị khác", .emphasis = web::Emphasis::secondary});
              });
}

void refuse_form(Writer& out, const Context& context, const ProposalPage& page,
                 const web::Fault& fault)
{
    const auto action = refusal_path(page.proposal.code);
    out({"<h2>Không nhận</h2>"});
    web::form(out, {.action = action, .csrf = context.surroundings().csrf}, [&](Writer& fields) {
        version_field(fields, page.proposal);
        web::text_area(fields, {.name = "refusal",
                                .label = "Lý do không nhận",
                                .value = page.typed.refusal,
                                .hint = "Cơ quan chủ trì đọc được.",
                                .error = fault.at("refusal"),
                                .length_max = static_cast<int>(limits::reason_length_max)});
        web::submit_button(fields, {.text = "Không nhận", .emphasis = web::Emphasis::secondary});
    });
}

void again_form(Writer& out, const Context& context, const ProposalPage& page,
                const web::Fault& fault)
{
    const auto action = proposal_again_path(page.proposal.code);
    const bool has_twin = page.rights.may_counter && page.refused == ProposalForm::counter;
    out({"<h2>", html::when(page.part.has_value(), "Đề nghị sửa phần đã thống nhất"),
         html::when(!page.part, "Đề nghị lại"), "</h2>"});
    web::form(out, {.action = action, .csrf = context.surroundings().csrf, .keeps_draft = true},
              [&](Writer& fields) {
                  version_field(fields, page.proposal);
                  terms_fields(fields,
                               {page.task.obligation, page.typed, fault, has_twin ? "lai-" : ""});
                  later_field(fields, page.has_later, page.typed.later);
                  web::submit_button(
                      fields, {.text = "Gửi lại đề nghị", .emphasis = web::Emphasis::secondary});
              });
}

void withdraw_form(Writer& out, const Context& context, const ProposalPage& page,
                   const web::Fault& fault)
{
    const auto action = proposal_withdrawal_path(page.proposal.code);
    out({"<h2>Rút đề nghị</h2>"});
    web::form(out, {.action = action, .csrf = context.surroundings().csrf}, [&](Writer& fields) {
        version_field(fields, page.proposal);
        web::text_field(fields, {.name = "note",
                                 .label = "Lý do rút",
                                 .value = page.typed.note,
                                 .error = fault.at("note"),
                                 .requirement = web::Requirement::optional,
                                 .length_max = static_cast<int>(limits::reason_length_max)});
        web::submit_button(fields, {.text = "Rút đề nghị", .emphasis = web::Emphasis::secondary});
    });
}

void nothing_here(Writer& out, ProposalBox box)
{
    if (box == ProposalBox::own)
        web::empty_state(out, {.title = "Không có đề nghị nào chờ cơ quan trả lời",
                               .text = "Cơ quan chủ trì đề nghị một phần việc thì hiện ở đây."});
    else if (box == ProposalBox::others)
        web::empty_state(out, {.title = "Không chờ cơ quan nào trả lời",
                               .text = "Mở một việc của cơ quan rồi chọn “Chia phần với cơ quan "
                                       "phối hợp”."});
    else
        web::empty_state(out, {.title = "Chưa có phần việc nào đã trả lời xong",
                               .text = "Phần đã thống nhất, không nhận hoặc đã rút hiện ở đây."});
}

}  // namespace

std::string_view name_of(ProposalBox box)
{
    return std::ranges::find(box_names, box, &std::pair<ProposalBox, std::string_view>::first)
        ->second;
}

ProposalBox proposal_box_from(std::string_view name)
{
    for (const auto& [box, text] : box_names)
        if (text == name) return box;
    return ProposalBox::own;
}

std::string proposals_path_of(ProposalBox box)
{
    return proposals_path() + "?muc=" + std::string{name_of(box)};
}

http::Response division_page(const Context& context, const DivisionPage& page)
{
    const auto fault = web::fault_of(context, page.error);
    const auto task = task_path(page.task.obligation.code);
    auto frame = web::frame_of(context, "Phân công thực hiện");
    frame.crumbs = {{.text = "Việc của cơ quan", .path = inbox_path()},
                    {.text = work_text(page.task), .path = task}};
    return web::show(
        frame,
        [&](Writer& out) {
            web::fault_summary(out, fault);
            web::page_title(out, {.title = "Phân công thực hiện", .caption = work_text(page.task)});
            whole_facts(out, context, page);
            write_nudges(out, context, page, fault);
            if (page.division.table.rows.empty()) {
                out({"<p>Chưa chia phần nào. Cơ quan tự làm cả việc.</p>"});
            } else {
                write_table(out, page.division.table);
                const auto csv = division_export_path(page.task.obligation.code);
                web::link_button(out, {.text = "CSV", .path = csv, .is_download = true});
            }
            propose_form(out, context, page, fault);
        },
        fault.status);
}

http::Response proposal_page(const Context& context, const ProposalPage& page)
{
    const auto fault = web::fault_of(context, page.error);
    const web::Fault none;
    const bool is_counter = page.refused == ProposalForm::counter;
    auto frame = web::frame_of(context, "Phần việc của " + page.agency);
    frame.crumbs = {{.text = "Phần việc phối hợp", .path = proposals_path()}};
    return web::show(
        frame,
        [&](Writer& out) {
            web::fault_summary(out, fault);
            web::page_title(
                out, {.title = "Phần việc của " + page.agency, .caption = work_text(page.task)});
            proposal_facts(out, context, page);
            if (page.rights.may_agree) agree_form(out, context, page);
            if (page.rights.may_counter) {
                counter_form(out, context, page, is_counter ? fault : none);
                refuse_form(out, context, page, fault);
            }
            if (page.rights.may_propose) again_form(out, context, page, is_counter ? none : fault);
            if (page.rights.may_withdraw) withdraw_form(out, context, page, fault);
            write_steps(out, page);
        },
        fault.status);
}

http::Response proposals_page(const Context& context, const ProposalsPage& page)
{
    auto frame = web::frame_of(context, "Phần việc phối hợp");
    frame.crumbs = {{.text = "Việc của cơ quan", .path = inbox_path()}};
    return web::show(frame, [&](Writer& out) {
        web::page_title(out, {.title = "Phần việc phối hợp", .caption = page.agency});
        const auto own = proposals_path_of(ProposalBox::own);
        const auto others = proposals_path_of(ProposalBox::others);
        const auto settled = proposals_path_of(ProposalBox::settled);
        const std::array entries{web::Tab{.text = "Chờ cơ quan trả lời",
                                          .path = own,
                                          .is_current = page.box == ProposalBox::own,
                                          .count = page.waiting.own},
                                 web::Tab{.text = "Chờ cơ quan khác",
                                          .path = others,
                                          .is_current = page.box == ProposalBox::others,
                                          .count = page.waiting.others},
                                 web::Tab{.text = "Đã trả lời",
                                          .path = settled,
                                          .is_current = page.box == ProposalBox::settled}};
        web::tabs(out, "Phần việc theo tình trạng", entries);
        if (page.table.rows.empty()) {
            nothing_here(out, page.box);
            return;
        }
        write_table(out, page.table);
        web::pagination(out, {.next_path = page.next_path});
        const auto csv = proposals_export_path() + "?muc=" + std::string{name_of(page.box)};
        web::link_button(out, {.text = "CSV", .path = csv, .is_download = true});
    });
}

}  // namespace caicach::obligation
