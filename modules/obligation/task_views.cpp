#include "obligation/task_views.hpp"

#include <array>
#include <span>

#include "obligation/board/task_list.hpp"
#include "obligation/budget/budget_paths.hpp"
#include "obligation/cascade/cascade_paths.hpp"
#include "obligation/cascade/part_views.hpp"
#include "obligation/choosing.hpp"
#include "obligation/draft/result_form_views.hpp"
#include "obligation/inbox_query.hpp"
#include "obligation/inbox_tabs_views.hpp"
#include "obligation/limits.hpp"
#include "obligation/obstacle/obstacle_paths.hpp"
#include "obligation/paths.hpp"
#include "obligation/proposal/proposal_paths.hpp"
#include "obligation/state_views.hpp"
#include "obligation/target/target_paths.hpp"
#include "obligation/uncounting_views.hpp"
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

/// Straight to the form: one click here, a file, one click there.
void report_link(Writer& cell, const InboxPage& page, const Task& task)
{
    if (!page.may_report || task.obligation.closing != Closing::none) return;
    const auto path = task_path(task.obligation.code) + "#bao-ket-qua";
    cell({"<p class=\"row\">"});
    web::link_button(cell, {.text = "Báo kết quả", .path = path, .is_small = true});
    if (page.drafts.contains(task.obligation.id.value))
        web::tag(cell, {.text = "có bản nháp", .tone = web::Tone::info});
    cell({"</p>"});
}

void tasks_table(Writer& out, const InboxPage& page, std::string_view caption,
                 std::span<const Task> tasks, Date today)
{
    constexpr std::array columns{
        web::Column{.name = "Việc"},       web::Column{.name = "Kỳ"},
        web::Column{.name = "Đã làm"},     web::Column{.name = "Hạn"},
        web::Column{.name = "Tình trạng"}, web::Column{.name = "Người làm"}};
    web::table(out, {.caption = caption, .columns = columns}, [&](web::Rows& rows) {
        for (const auto& task : tasks) {
            const auto path = task_path(task.obligation.code);
            const auto title = task.work.path + ". " + task.work.title;
            rows.begin();
            const auto giver = page.givers.find(task.obligation.giver);
            rows.cell([&](Writer& cell) {
                cell({"<a href=\"", html::url(path), "\">", title, "</a>"});
                if (giver != page.givers.end())
                    cell({" <small>do ", giver->second, " giao</small>"});
                report_link(cell, page, task);
            });
            rows.cell(period_label(task.obligation));
            rows.cell(progress_of(task.obligation, today));
            rows.cell([&](Writer& cell) { web::date(cell, task.obligation.due_on); });
            rows.cell([&](Writer& cell) {
                state_tag(cell, task.obligation, today);
                if (page.told_late.contains(task.obligation.id))
                    cell({" <small>báo sau hạn</small>"});
            });
            const auto officer = page.officers.find(task.obligation.assigned_to);
            rows.cell(officer == page.officers.end() ? "" : officer->second);
            rows.end();
        }
    });
}

/// What agencies that ended still owed: late with them, to be done by who took them over.
void write_inherited(Writer& out, const InboxPage& page, Date today)
{
    for (const auto& [agency, tasks] : page.inherited) {
        out({"<h2>Tiếp nhận từ ", agency,
             "</h2><p>Việc cơ quan cũ chưa làm xong khi kết thúc. Cơ quan báo kết quả, tiến độ, "
             "vướng mắc, giao người làm như việc của mình; việc vẫn ghi tên cơ quan cũ.</p>"});
        tasks_table(out, page, "Lâu nhất trước", tasks, today);
    }
}

void nothing_here(Writer& out, Box box)
{
    if (box == Box::urgent) {
        web::empty_state(out, {.title = "Không có việc nào đến hạn",
                               .text = "Việc quá hạn, và việc đến hạn trong 14 ngày tới, đứng ở "
                                       "đây."});
        return;
    }
    web::empty_state(out, {.title = "Chưa có việc nào",
                           .text = "Việc xuất hiện khi một kế hoạch giao cho cơ quan được đưa vào "
                                   "thực hiện."});
}

/// What waits on another page; nothing where nothing does.
void line_to(Writer& out, const std::string& path, const std::string& text)
{
    if (!text.empty()) out({"<p><a href=\"", html::url(path), "\">", text, "</a></p>"});
}

/// Other pages of the agency, behind what is to be done: a phone shows that first.
void more_of_agency(Writer& out, const InboxPage& page)
{
    out(
        {"<nav class=\"no-print\" aria-label=\"Trang khác của cơ quan\"><h2>Trang khác của cơ "
         "quan</h2><div class=\"row\">"});
    const auto obstacles = obstacles_path();
    web::link_button(out, {.text = "Khó khăn, vướng mắc",
                           .path = obstacles,
                           .emphasis = web::Emphasis::tertiary,
                           .is_small = true});
    if (page.may_hand_on)
        web::link_button(out, {.text = "Đã giao đơn vị trực thuộc",
                               .path = given_path(),
                               .emphasis = web::Emphasis::tertiary,
                               .is_small = true});
    web::link_button(out, {.text = "Phần việc phối hợp",
                           .path = proposals_path(),
                           .emphasis = web::Emphasis::tertiary,
                           .is_small = true});
    web::link_button(out, {.text = "Chỉ tiêu của cơ quan",
                           .path = own_targets_path(),
                           .emphasis = web::Emphasis::tertiary,
                           .is_small = true});
    web::link_button(out, {.text = "Kinh phí của cơ quan",
                           .path = own_budget_path(),
                           .emphasis = web::Emphasis::tertiary,
                           .is_small = true});
    web::link_button(out, {.text = "Lịch của tôi",
                           .path = feeds_path(),
                           .emphasis = web::Emphasis::tertiary,
                           .is_small = true});
    out({"</div></nav>"});
}

std::string counted_product(const Obligation& obligation)
{
    const auto* product = evidence::product_of(obligation.product);
    if (product == nullptr) return "Mọi kết quả báo cho chính việc này";
    return product->text + (product->is_for_duty ? ", báo cho chính việc này" : "");
}

void task_facts(Writer& out, const TaskPage& page, Date today)
{
    const auto& obligation = page.task.obligation;
    const auto plan = (page.plan.number.empty() ? "" : page.plan.number + " – ") + page.plan.title;
    const auto plan_path = "/ke-hoach/" + page.plan.slug;
    std::string places = page.task.work.path;
    for (const auto& other : page.stated_at) places += "; cũng ở " + other;
    const auto counted_from =
        obligation.begins_on.vietnamese() + " đến " + obligation.ends_on.vietnamese();
    const auto done = progress_of(obligation, today);
    const auto closed = obligation.closed_by.empty()
                            ? std::string{}
                            : obligation.closed_by + ": " + obligation.closing_reason;
    out({"<p>"});
    state_tag(out, obligation, today);
    out({"</p>"});
    web::facts(out, [&](Writer& rows) {
        const auto row = [&](std::string_view name, std::string_view value) {
            if (value.empty()) return;
            web::fact(rows, name, [&](Writer& cell) { cell({value}); });
        };
        row("Cơ quan", page.agency);
        row("Nay tiếp nhận", page.heirs);
        web::fact(rows, "Kế hoạch", [&](Writer& cell) {
            cell({"<a href=\"", html::url(plan_path), "\">", plan, "</a>"});
        });
        row("Nêu tại mục", places);
        row("Vai trò", plan::label(obligation.role));
        row("Kỳ", period_label(obligation));
        row("Hạn", "hết ngày " + obligation.due_on.vietnamese());
        row("Cách tính hạn", page.due_why);
        row("Kết quả được tính từ", counted_from);
        row("Loại kết quả được tính", counted_product(obligation));
        row("Đã làm", done);
        row("Tiến độ cơ quan báo", page.progress.said);
        row("Người làm", page.assignment.officer);
        row(obligation.closing == Closing::excused ? "Được miễn" : "Đã khép lại", closed);
    });
    if (obligation.is_requested) {
        const bool is_done = obligation.done_on.has_value();
        web::notice(out, {.tone = is_done ? web::Tone::success : web::Tone::info,
                          .text = is_done ? "Việc này do kế hoạch đề nghị. Trân trọng cảm ơn cơ "
                                            "quan đã thực hiện."
                                          : "Kế hoạch đề nghị, không giao: việc này không bị tính "
                                            "là muộn, và báo kết quả lúc nào cũng được."});
    }
}

void results_table(Writer& out, const TaskPage& page)
{
    constexpr std::array columns{web::Column{.name = "Kết quả"}, web::Column{.name = "Ngày"},
                                 web::Column{.name = "Số lượng", .is_number = true},
                                 web::Column{.name = "Minh chứng"},
                                 web::Column{.name = "Vì sao được tính"}};
    const auto due_on = page.task.obligation.due_on;
    out({"<h2>Kết quả đã ghi nhận</h2>"});
    if (page.facts.empty()) {
        out({"<p>Chưa có kết quả nào được tính cho việc này.</p>"});
        return;
    }
    web::table(out, {.caption = "Theo ngày", .columns = columns}, [&](web::Rows& rows) {
        for (const auto& counted : page.facts) {
            rows.begin();
            const auto path = evidence::fact_path(counted.fact);
            rows.cell([&](Writer& cell) {
                cell({"<a href=\"", html::url(path), "\">", counted.fact.title, "</a>"});
                if (!counted.about.empty()) cell({"<br>Được kiểm tra: ", counted.about});
            });
            rows.cell([&](Writer& cell) {
                web::date(cell, counted.fact.happened_on);
                if (const auto day = Date::of(counted.fact.recorded_at); day > due_on)
                    cell({" <small>ghi vào hệ thống ngày ", day.vietnamese(), ", sau hạn</small>"});
            });
            rows.cell(counted.count.quantity);
            rows.cell([&](Writer& cell) {
                if (!counted.fact.link.empty())
                    cell({"<a href=\"", html::url(counted.fact.link),
                          "\" rel=\"noopener\">Mở trang</a> "});
                if (!counted.file_path.empty())
                    cell({"<a href=\"", html::url(counted.file_path), "\">", counted.file_name,
                          "</a>"});
            });
            rows.cell(counted.why);
            rows.end();
        }
    });
    const auto pack = proof_pack_path(page.task.obligation.code);
    web::link_button(out, {.text = "Tải gói minh chứng (ZIP)", .path = pack, .is_download = true});
}

std::vector<evidence::RecordedFact> facts_of(const std::vector<CountedFact>& counted)
{
    std::vector<evidence::RecordedFact> facts;
    facts.reserve(counted.size());
    for (const auto& one : counted) facts.push_back(one.fact);
    return facts;
}

void choosing_button(Writer& out, const Context& context, const TaskPage& page,
                     const evidence::RecordedFact& fact)
{
    const auto action = choosing_path(page.task.obligation.code);
    const auto id = std::to_string(fact.id.value);
    const std::array<web::HiddenValue, 1> values{{{.name = "fact", .value = id}}};
    out({"<br>"});
    web::post_button(out, {.text = "Tính cho việc này",
                           .action = action,
                           .csrf = context.surroundings().csrf,
                           .values = values,
                           .is_small = true});
}

void not_counted_table(Writer& out, const Context& context, const TaskPage& page)
{
    if (page.not_counted.empty()) return;
    constexpr std::array columns{web::Column{.name = "Kết quả"}, web::Column{.name = "Ngày"},
                                 web::Column{.name = "Vì sao không được tính"}};
    out({"<h2>Kết quả gần kỳ này không được tính</h2>"});
    web::table(out, {.caption = "Mới nhất trước", .columns = columns}, [&](web::Rows& rows) {
        for (const auto& [fact, why, may_be_chosen] : page.not_counted) {
            const auto path = evidence::fact_path(fact);
            rows.begin();
            rows.cell([&](Writer& cell) {
                cell({"<a href=\"", html::url(path), "\">", fact.title, "</a>"});
            });
            rows.cell([&](Writer& cell) { web::date(cell, fact.happened_on); });
            rows.cell([&](Writer& cell) {
                cell({why});
                if (may_be_chosen && page.may_report) choosing_button(cell, context, page, fact);
            });
            rows.end();
        }
    });
}

void excuse_form(Writer& out, const Context& context, const TaskPage& page, const web::Fault& fault)
{
    const auto& obligation = page.task.obligation;
    if (obligation.closing == Closing::excused) {
        web::post_button(out, {.text = "Thôi miễn việc này",
                               .action = excuse_end_path(obligation.code),
                               .csrf = context.surroundings().csrf});
        return;
    }
    if (!obligation.is_owed()) return;
    const auto action = excuse_path(obligation.code);
    out({"<h2>Miễn cho cơ quan</h2>"});
    web::form(out, {.action = action, .csrf = context.surroundings().csrf}, [&](Writer& fields) {
        web::text_field(fields, {.name = "reason",
                                 .label = "Lý do",
                                 .value = page.reason,
                                 .hint = "Cơ quan và người theo dõi đều đọc được.",
                                 .error = fault.at("reason"),
                                 .length_max = limits::reason_length_max});
        web::submit_button(fields, {.text = "Miễn việc này", .emphasis = web::Emphasis::secondary});
    });
}

}  // namespace

std::string inbox_export_path(const InboxPage& page)
{
    auto path = inbox_path_of_plan(page.box, page.only_mine, page.plan.code);
    return path.insert(inbox_path().size(), ".csv");
}

http::Response inbox_page(const Context& context, const InboxPage& page)
{
    const auto today = context.today();
    auto frame = web::frame_of(context, "Việc của cơ quan");
    return web::show(frame, [&](Writer& out) {
        web::page_title(out, {.title = "Việc của cơ quan", .caption = page.agency});
        if (page.counts.overdue > 0) {
            web::notice(out, {.tone = web::Tone::danger,
                              .text = text::format_integer(page.counts.overdue) +
                                      " việc đã quá hạn. Hãy làm trước."});
        }
        line_to(out, own_targets_path() + "#con-thieu", page.numbers);
        line_to(out, proposals_path(), page.proposals.own);
        line_to(out, awaited_proposals_path(), page.proposals.others);
        write_inbox_tabs(out, {.box = page.box,
                               .only_mine = page.only_mine,
                               .plan_code = page.plan.code,
                               .counts = page.counts});
        if (page.plan.id) {
            const auto all = inbox_path_of_plan(page.box, page.only_mine, {});
            out({"<p>Chỉ gồm việc theo ", page.plan.title, ". <a href=\"", html::url(all),
                 "\">Xem việc của mọi kế hoạch</a></p>"});
        }
        const auto other = inbox_path_of_plan(page.box, !page.only_mine, page.plan.code);
        web::link_button(
            out, {.text = page.only_mine ? "Xem việc của cả cơ quan" : "Chỉ xem việc giao cho tôi",
                  .path = other,
                  .emphasis = web::Emphasis::tertiary,
                  .is_small = true});
        write_views(out, context, page.views);
        if (page.tasks.empty()) {
            nothing_here(out, page.box);
        } else {
            tasks_table(out, page, "Gần hạn nhất trước", page.tasks, today);
            if (!page.told_late.empty())
                out({"<p><strong>Báo sau hạn</strong>", told_late_meaning, "</p>"});
            web::pagination(out, {.next_path = page.next_path});
            const auto file = inbox_export_path(page);
            web::link_button(out, {.text = "CSV", .path = file, .is_download = true});
        }
        write_inherited(out, page, today);
        more_of_agency(out, page);
    });
}

http::Response task_page(const Context& context, const TaskPage& page)
{
    const auto fault = web::fault_of(context, page.error);
    const auto title = page.task.work.path + ". " + page.task.work.title;
    auto frame = web::frame_of(context, title);
    frame.crumbs = {{.text = "Việc của cơ quan", .path = inbox_path()}};
    return web::show(
        frame,
        [&](Writer& out) {
            web::fault_summary(out, fault);
            web::page_title(out, {.title = page.task.work.title, .caption = page.task.work.path});
            task_facts(out, page, context.today());
            whole_part(out, page.task.obligation, page.cascade, context.today());
            if (!page.target_path.empty())
                web::link_button(out, {.text = "Số liệu của chỉ tiêu", .path = page.target_path});
            own_plan_part(out, page.task.obligation, page.own_plan, page.may_report);
            results_table(out, page);
            uncount_form(out, context, page.task.obligation.code, page.uncounting,
                         facts_of(page.facts), fault);
            uncounted_part(out, context, page.task.obligation.code, page.uncounting, fault);
            not_counted_table(out, context, page);
            parts_part(out, page.task.obligation, page.cascade, context.today());
            write_reminders(out, page.reminders);
            if (page.may_report) {
                write_result_form(out, context, page.task.obligation, page.result, fault);
                progress_form(out, context, page.task.obligation, page.progress, fault);
            }
            if (!page.may_report) write_kept_draft(out, page.result);
            obstacle_part(out, page.task.obligation, page.obstacles);
            assignment_form(out, context, page.task.obligation, page.assignment, fault);
            if (page.may_excuse) excuse_form(out, context, page, fault);
        },
        fault.status);
}

}  // namespace caicach::obligation
