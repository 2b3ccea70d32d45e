#include "obligation/reminder/nudge_views.hpp"

#include "text/number.hpp"
#include "web/components/forms.hpp"
#include "web/components/parts.hpp"

namespace caicach::obligation
{
namespace
{

using html::Writer;

bool may_be_nudged(const NudgeList& list, const NudgeRow& row)
{
    return !list.action.empty() && row.waits;
}

/// "12 việc quá hạn, lâu nhất 43 ngày".
std::string counts_of(const NudgeRow& row, Date today)
{
    std::string said;
    if (row.overdue > 0) said = text::format_integer(row.overdue) + " việc quá hạn";
    if (row.oldest)
        said += ", lâu nhất " +
                text::format_integer(today.days_since_1970() - row.oldest->days_since_1970()) +
                " ngày";
    if (row.due_soon > 0)
        said +=
            (said.empty() ? "" : "; ") + text::format_integer(row.due_soon) + " việc sắp đến hạn";
    return said;
}

/// When nudged last, and what was done too late.
void write_history(Writer& out, const NudgeRow& row, Date today)
{
    out({"<p class=\"nudge__history\">"});
    if (row.overdue + row.due_soon > 0) {
        const auto by = row.nudged_by.empty() ? std::string{} : " (" + row.nudged_by + ")";
        if (!row.nudged_on)
            out({"Chưa nhắc. "});
        else if (*row.nudged_on == today)
            out({"Hôm nay đã nhắc", by, ". "});
        else
            out({"Nhắc gần nhất ", row.nudged_on->vietnamese(), by, ". "});
    }
    if (row.late > 0)
        out({"<a href=\"", html::url(row.late_path), "\">", text::format_integer(row.late),
             " việc đã làm muộn<span class=\"visually-hidden\"> của ", row.name, "</span></a>"});
    out({"</p>"});
}

void write_task(Writer& out, const NudgedTask& task)
{
    out({"<li><a href=\"", html::url(task.path), "\">", task.text, "</a><br>", task.note});
    if (task.obstacles > 0) {
        const auto obstacles = task.path + "#vuong-mac";
        out({", <a href=\"", html::url(obstacles), "\">", text::format_integer(task.obstacles),
             " vướng mắc còn mở</a>"});
    }
    out({"</li>"});
}

void write_tasks(Writer& out, const NudgeRow& row, Date today)
{
    if (row.tasks.empty()) return;
    const auto all = row.overdue + row.due_soon;
    out({"<details class=\"quiet-details\"><summary>", counts_of(row, today),
         "<span class=\"visually-hidden\">: ", row.name, "</span></summary><ul>"});
    for (const auto& task : row.tasks) write_task(out, task);
    out({"</ul>"});
    if (all > static_cast<std::int64_t>(row.tasks.size()))
        out({"<p><a href=\"", html::url(row.tasks_path), "\">Cả ", text::format_integer(all),
             " việc của ", row.name, "</a></p>"});
    out({"</details>"});
}

void write_row(Writer& out, const NudgeList& list, const NudgeRow& row, bool is_first, Date today)
{
    const bool has_box = may_be_nudged(list, row);
    out({"<li class=\"card nudge\">"});
    if (has_box) {
        // The first box has the id that a fault of the choice leads to.
        const auto id = is_first ? std::string{"agency"} : "agency-" + row.code;
        out(
            {"<div class=\"ds-field nudge__name\"><input class=\"ds-input\" type=\"checkbox\" "
             "name=\"agency\" value=\"",
             row.code, "\" id=\"", id, "\"><label for=\"", id, "\">", row.name, "</label></div>"});
    } else {
        out({"<p class=\"nudge__name\"><strong>", row.name, "</strong></p>"});
    }
    if (has_box)
        out(
            {"<button class=\"ds-button button-small nudge__button\" data-variant=\"tertiary\" "
             "data-color=\"accent\" name=\"only\" value=\"",
             row.code, "\">Nhắc<span class=\"visually-hidden\"> ", row.name, "</span></button>"});
    write_tasks(out, row, today);
    write_history(out, row, today);
    out({"</li>"});
}

void write_rows(Writer& out, const NudgeList& list, Date today)
{
    out({"<ul class=\"nudges__list\" aria-label=\"", list.label, "\">"});
    bool is_first = true;
    for (const auto& row : list.rows) {
        write_row(out, list, row, is_first, today);
        if (may_be_nudged(list, row)) is_first = false;
    }
    out({"</ul>"});
}

void write_bar(Writer& out, const NudgeList& list)
{
    out({"<div class=\"nudges__bar\">"});
    web::submit_button(out, {.text = "Nhắc đã chọn", .is_small = true});
    web::submit_button(out, {.text = "Nhắc tất cả (" + text::format_integer(list.waiting) + ")",
                             .emphasis = web::Emphasis::secondary,
                             .name = "all",
                             .value = "1",
                             .is_small = true});
    out(
        {"<label class=\"nudges__all\" data-check-all=\"agency\" hidden><input class=\"ds-input\" "
         "type=\"checkbox\"> Chọn cả trang</label></div>"});
}

void write_hint(Writer& out, const NudgeList& list)
{
    out({"<p class=\"field__hint\">Mỗi ", list.kind,
         " một lần mỗi ngày; chuông báo tới ngay, thư đi trong giờ làm việc."});
    if (!list.log_path.empty())
        out({" <a href=\"", html::url(list.log_path), "\">Đã nhắc việc</a> ghi lại mọi lần nhắc."});
    out({"</p>"});
}

std::string page_path(const std::string& path, int page)
{
    if (page == 1) return path;
    return path + (path.find('?') == std::string::npos ? "?" : "&") +
           "trang=" + std::to_string(page);
}

}  // namespace

void write_nudge_list(Writer& out, const Context& context, const NudgeList& list,
                      const web::Fault& fault)
{
    const auto today = context.today();
    if (list.action.empty() || list.waiting == 0) {
        if (!list.action.empty()) out({"<p>Hôm nay không còn ", list.kind, " nào chờ nhắc.</p>"});
        if (!list.log_path.empty()) write_hint(out, list);
        write_rows(out, list, today);
        return;
    }
    out({"<form class=\"nudges\" method=\"post\" action=\"", html::url(list.action), "\">"});
    web::hidden(out, {.name = "csrf", .value = context.surroundings().csrf});
    web::hidden(out, {.name = "trang", .value = std::to_string(list.page)});
    if (!list.hidden_name.empty())
        web::hidden(out, {.name = list.hidden_name, .value = list.hidden_value});
    write_bar(out, list);
    if (!fault.at("agency").empty())
        out({"<p class=\"ds-validation-message\">", fault.at("agency"), "</p>"});
    write_hint(out, list);
    write_rows(out, list, today);
    out({"</form>"});
}

void write_nudge_pages(Writer& out, const NudgeList& list, const std::string& path)
{
    const auto previous = list.page > 1 ? page_path(path, list.page - 1) : std::string{};
    const auto next = list.page < list.pages ? page_path(path, list.page + 1) : std::string{};
    const auto shown =
        "Trang " + std::to_string(list.page) + " trong " + std::to_string(list.pages);
    web::pagination(out, {.previous_path = previous, .next_path = next, .shown = shown});
}

}  // namespace caicach::obligation
