#include "obligation/cascade/cascade_views.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <utility>

#include "http/percent.hpp"
#include "obligation/cascade/cascade_paths.hpp"
#include "obligation/limits.hpp"
#include "obligation/proposal/proposal_paths.hpp"
#include "obligation/state_views.hpp"
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

std::string text_of(const Work& work) { return work.path + ". " + work.title; }

std::string counted(std::string_view text, std::size_t count)
{
    return std::string{text} + " (" + text::format_integer(static_cast<std::int64_t>(count)) + ")";
}

/// A way to mean units; its text outlives the form.
struct Way {
    std::string value{};
    std::string label{};
};

std::vector<Way> ways_of(const std::vector<Unit>& units)
{
    std::vector<Way> ways{
        {std::string{units_chosen}, "Các đơn vị chọn dưới đây"},
        {std::string{units_all}, counted("Tất cả đơn vị trực thuộc chưa được giao", units.size())}};
    std::vector<std::pair<const Unit*, std::size_t>> kinds;
    for (const auto& unit : units) {
        const auto known = std::ranges::find_if(
            kinds, [&](const auto& kind) { return kind.first->kind == unit.kind; });
        if (known == kinds.end())
            kinds.emplace_back(&unit, 1);
        else
            ++known->second;
    }
    if (kinds.size() < 2) return ways;
    for (const auto& [unit, count] : kinds)
        ways.push_back({std::string{units_of_kind} + unit->kind,
                        counted("Tất cả: " + unit->kind_text, count)});
    return ways;
}

void unit_fields(Writer& out, const HandOnPage& page, const web::Fault& fault)
{
    const auto ways = ways_of(page.free);
    std::vector<web::Choice> choices;
    choices.reserve(ways.size());
    for (const auto& way : ways)
        choices.push_back(
            {.value = way.value, .label = way.label, .is_chosen = way.value == page.typed.who});
    web::radio_field(out, {.field = {.name = "who", .label = "Giao cho"}, .choices = choices});
    std::vector<web::Choice> units;
    units.reserve(page.listed.size());
    for (const auto& unit : page.listed)
        units.push_back({.value = unit.code,
                         .label = unit.name,
                         .is_chosen = std::ranges::find(page.typed.units, unit.code) !=
                                      page.typed.units.end()});
    web::multiple_field(out, {.field = {.name = "units",
                                        .label = "Đơn vị",
                                        .hint = "Gõ vài chữ của tên để tìm.",
                                        .error = fault.at("units"),
                                        .requirement = web::Requirement::optional},
                              .choices = units});
}

/// Where they are too many to list.
void write_search(Writer& out, const HandOnPage& page)
{
    if (page.free.size() <= limits::units_shown_max) return;
    const auto count = [](std::size_t number) {
        return text::format_integer(static_cast<std::int64_t>(number));
    };
    const auto path = hand_on_path(page.task.obligation.code);
    out({"<p>Còn ", count(page.free.size()), " đơn vị chưa được giao; ô Đơn vị bên dưới có ",
         count(page.listed.size()), html::when(page.search.empty(), " đơn vị đầu"),
         html::when(!page.search.empty(), " đơn vị tìm thấy"),
         ". Tìm theo tên để chọn đơn vị khác, hoặc giao cho tất cả.</p>"});
    web::filter_form(out,
                     {.action = path,
                      .label = "Tìm đơn vị",
                      .clear_path = page.search.empty() ? std::string_view{} : path,
                      .submit_text = "Tìm"},
                     [&](Writer& fields) {
                         web::search_field(
                             fields, {.name = "tim", .label = "Tên đơn vị", .value = page.search});
                     });
}

/// One box of a row, with its fault beside it.
void row_field(Writer& out, const std::string& name, std::string_view label,
               std::string_view unit_name, std::string_view value, const web::Fault& fault)
{
    const auto error = fault.at(name);
    out({"<label class=\"visually-hidden\" for=\"", name, "\">", label, " của ", unit_name,
         "</label><input class=\"ds-input\" type=\"text\" inputmode=\"numeric\" id=\"", name,
         "\" name=\"", name, "\" value=\"", value, "\""});
    if (!error.empty()) out({" aria-invalid=\"true\" aria-describedby=\"loi-", name, "\""});
    out({">"});
    if (!error.empty())
        out({"<p class=\"ds-validation-message\" id=\"loi-", name, "\">", error, "</p>"});
}

void each_row(web::Rows& rows, const TypedUnit& typed, std::string_view name, bool is_first,
              const web::Fault& fault)
{
    const auto id = is_first ? std::string{"units"} : "units-" + typed.code;
    rows.begin();
    rows.cell([&](Writer& cell) {
        web::hidden(cell, {.name = "listed", .value = typed.code});
        cell(
            {"<div class=\"ds-field\"><input class=\"ds-input\" type=\"checkbox\" name=\"units\" "
             "value=\"",
             typed.code, "\" id=\"", id, "\"", html::when(typed.is_chosen, " checked"),
             "><label for=\"", id, "\">", name, "</label></div>"});
    });
    rows.cell([&](Writer& cell) {
        row_field(cell, "needed-" + typed.code, "Số lượng", name, typed.needed, fault);
    });
    rows.cell([&](Writer& cell) {
        row_field(cell, "due_on-" + typed.code, "Hạn", name, typed.due_on, fault);
    });
    rows.end();
}

/// A row for each unit, with terms of its own; who is not checked gets nothing.
void each_fields(Writer& out, const HandOnPage& page, const web::Fault& fault)
{
    const auto& whole = page.task.obligation;
    const auto needed = whole.unit.empty() ? std::string{"Số lượng"} : "Số " + whole.unit;
    const std::array columns{web::Column{.name = "Đơn vị"}, web::Column{.name = needed},
                             web::Column{.name = "Hạn của đơn vị"}};
    out({"<p>Bỏ dấu ở đơn vị không giao. Hạn chậm nhất ", whole.due_on.vietnamese(),
         ", hạn của cơ quan; để trống thì theo hạn ấy.</p>"});
    web::table(out, {.caption = "Mỗi đơn vị một phần", .columns = columns}, [&](web::Rows& rows) {
        bool is_first = true;
        for (const auto& typed : page.each) {
            const auto unit = std::ranges::find(page.free, typed.code, &Unit::code);
            if (unit == page.free.end()) continue;
            each_row(rows, typed, unit->name, is_first, fault);
            is_first = false;
        }
    });
}

void note_field(Writer& out, const TypedPart& typed, const web::Fault& fault)
{
    web::text_area(out, {.name = "note",
                         .label = "Lời giao",
                         .value = typed.note,
                         .hint = "Làm gì cụ thể, nộp cho ai. Đơn vị đọc được.",
                         .error = fault.at("note"),
                         .requirement = web::Requirement::optional,
                         .length_max = static_cast<int>(limits::part_note_length_max)});
}

/// What both forms ask of a part.
void terms_fields(Writer& out, const Obligation& whole, const TypedPart& typed,
                  const web::Fault& fault, std::string_view needed_label)
{
    web::number_field(out, {.field = {.name = "needed",
                                      .label = needed_label,
                                      .value = typed.needed,
                                      .error = fault.at("needed")},
                            .unit = whole.unit});
    const auto hint =
        "Chậm nhất " + whole.due_on.vietnamese() + ", hạn của cơ quan. Để trống thì theo hạn ấy.";
    web::date_field(out, {.name = "due_on",
                          .label = "Hạn của đơn vị",
                          .value = typed.due_on,
                          .hint = hint,
                          .error = fault.at("due_on"),
                          .requirement = web::Requirement::optional});
    note_field(out, typed, fault);
}

void later_field(Writer& out, bool has_later, std::string_view label, std::string_view hint,
                 bool is_checked, std::string_view id)
{
    if (!has_later) return;
    web::checkbox_field(out, {.field = {.name = "later",
                                        .label = label,
                                        .hint = hint,
                                        .id = id,
                                        .requirement = web::Requirement::optional},
                              .is_checked = is_checked});
}

constexpr std::string_view later_hint =
    "Hạn riêng của mỗi kỳ sau sớm hơn hạn của cơ quan cùng số ngày như kỳ này.";

void whole_facts(Writer& out, const Obligation& whole, Date today)
{
    const auto progress = progress_of(whole, today);
    const auto due = "hết ngày " + whole.due_on.vietnamese();
    const auto period = period_label(whole);
    web::facts(out, [&](Writer& rows) {
        web::fact(rows, "Kỳ", [&](Writer& cell) { cell({period}); });
        web::fact(rows, "Cả việc", [&](Writer& cell) { cell({progress}); });
        web::fact(rows, "Hạn của cơ quan", [&](Writer& cell) { cell({due}); });
    });
}

std::vector<web::Link> crumbs_to(const Task& task)
{
    return {{.text = "Việc của cơ quan", .path = inbox_path()},
            {.text = text_of(task.work), .path = task_path(task.obligation.code)}};
}

void change_form(Writer& out, const Context& context, const PartPage& page, const web::Fault& fault)
{
    const auto& part = page.part.obligation;
    const auto action = part_path(part.code);
    const auto version = std::to_string(part.version);
    web::form(out, {.action = action, .csrf = context.surroundings().csrf}, [&](Writer& fields) {
        web::hidden(fields, {.name = "version", .value = version});
        terms_fields(fields, page.whole, page.typed, fault, "Đơn vị làm");
        later_field(fields, page.has_later, "Sửa cả các kỳ sau", later_hint, page.typed.later, {});
        web::submit_button(fields, {.text = "Lưu"});
    });
}

/// What two agencies agreed on neither of them changes alone.
void write_agreed(Writer& out, const PartPage& page)
{
    const auto path = proposal_path(page.proposal);
    out({"<p>Phần này do hai cơ quan thống nhất. <a href=\"", html::url(path),
         "\">Đề nghị sửa</a> thì cơ quan phối hợp trả lời; thu hồi thì không cần.</p>"});
}

void withdrawal_form(Writer& out, const Context& context, const PartPage& page,
                     const web::Fault& fault)
{
    const auto& part = page.part.obligation;
    const auto action = withdrawal_path(part.code);
    const auto version = std::to_string(part.version);
    out(
        {"<h2>Thu hồi</h2><p>Đơn vị không còn phải làm phần này. Kết quả đã báo vẫn được giữ và "
         "vẫn được tính cho cơ quan.</p>"});
    web::form(out, {.action = action, .csrf = context.surroundings().csrf}, [&](Writer& fields) {
        web::hidden(fields, {.name = "version", .value = version});
        web::text_field(fields, {.name = "reason",
                                 .label = "Lý do",
                                 .value = page.typed.reason,
                                 .hint = "Đơn vị đọc được.",
                                 .error = fault.at("reason"),
                                 .length_max = limits::reason_length_max});
        later_field(fields, page.has_later, "Thu hồi cả các kỳ sau", {}, false, "later-thu-hoi");
        web::submit_button(fields, {.text = "Thu hồi", .emphasis = web::Emphasis::secondary});
    });
}

/// The same terms for all, or a row for each.
void write_hand_on_form(Writer& out, const Context& context, const HandOnPage& page,
                        const web::Fault& fault)
{
    std::string query;
    http::append_to_query(query, "tim", page.search);
    const auto action = hand_on_path(page.task.obligation.code) + query;
    const bool is_each = !page.each.empty();
    if (!is_each) write_search(out, page);
    web::form(out, {.action = action, .csrf = context.surroundings().csrf, .is_wide = is_each},
              [&](Writer& fields) {
                  if (is_each) {
                      each_fields(fields, page, fault);
                      note_field(fields, page.typed, fault);
                  } else {
                      unit_fields(fields, page, fault);
                      terms_fields(fields, page.task.obligation, page.typed, fault,
                                   "Mỗi đơn vị làm");
                  }
                  later_field(fields, page.has_later, "Giao cả các kỳ sau của việc này", later_hint,
                              page.typed.later, {});
                  web::form_actions(fields, [&](Writer& buttons) {
                      web::submit_button(
                          buttons, {.text = "Giao việc",
                                    .name = is_each ? std::string_view{"step"} : std::string_view{},
                                    .value = is_each ? step_give_each : std::string_view{}});
                      if (!is_each)
                          web::submit_button(buttons, {.text = "Ghi riêng từng đơn vị",
                                                       .emphasis = web::Emphasis::secondary,
                                                       .name = "step",
                                                       .value = step_each});
                  });
              });
}

}  // namespace

http::Response hand_on_page(const Context& context, const HandOnPage& page)
{
    const auto fault = web::fault_of(context, page.error);
    const auto& whole = page.task.obligation;
    auto frame = web::frame_of(context, "Giao cho đơn vị trực thuộc");
    frame.crumbs = crumbs_to(page.task);
    return web::show(
        frame,
        [&](Writer& out) {
            web::fault_summary(out, fault);
            web::page_title(
                out, {.title = "Giao cho đơn vị trực thuộc", .caption = text_of(page.task.work)});
            whole_facts(out, whole, context.today());
            if (page.given > 0)
                out({"<p>", text::format_integer(page.given),
                     " đơn vị đã được giao việc này, nên không đứng trong danh sách.</p>"});
            if (page.free.empty()) {
                web::empty_state(out, {.title = "Không còn đơn vị nào để giao",
                                       .text = "Sửa phần đã giao ở trang của việc.",
                                       .action_text = "Về trang của việc",
                                       .action_path = task_path(whole.code)});
                return;
            }
            write_hand_on_form(out, context, page, fault);
        },
        fault.status);
}

http::Response part_page(const Context& context, const PartPage& page)
{
    const auto fault = web::fault_of(context, page.error);
    auto frame = web::frame_of(context, "Sửa phần giao cho " + page.unit);
    frame.crumbs = crumbs_to(page.task);
    return web::show(
        frame,
        [&](Writer& out) {
            web::fault_summary(out, fault);
            web::page_title(out, {.title = "Sửa phần giao cho " + page.unit,
                                  .caption = text_of(page.task.work)});
            whole_facts(out, page.whole, context.today());
            if (page.proposal.empty())
                change_form(out, context, page, fault);
            else
                write_agreed(out, page);
            withdrawal_form(out, context, page, fault);
        },
        fault.status);
}

}  // namespace caicach::obligation
