#include "obligation/board/excusing_views.hpp"

#include <algorithm>
#include <set>
#include <string_view>

#include "obligation/board/board_part_views.hpp"
#include "obligation/board/excusing_paths.hpp"
#include "obligation/board/table_views.hpp"
#include "obligation/limits.hpp"
#include "obligation/paths.hpp"
#include "text/number.hpp"
#include "web/components/fault.hpp"
#include "web/components/feedback.hpp"
#include "web/components/forms.hpp"
#include "web/components/frame.hpp"

namespace caicach::obligation
{
namespace
{

using html::Writer;

std::string counted(const ExcusingPage& page)
{
    std::set<std::string_view> agencies;
    for (const auto& entry : page.found.tasks) agencies.insert(entry.agency);
    const auto number = [](std::size_t size) {
        return text::format_integer(static_cast<std::int64_t>(size));
    };
    return number(page.found.tasks.size()) + " việc của " + number(agencies.size()) + " cơ quan";
}

void write_form(Writer& out, const Context& context, const ExcusingPage& page,
                const web::Fault& fault)
{
    const auto list = board_tasks_path(page.watched.plan.code) + page.watched.filter.query();
    const auto action = excusing_path(page.watched.plan.code) + page.watched.filter.query();
    const auto seen = page.found.seen();
    const auto button = "Miễn " + counted(page);
    web::form(out, {.action = action, .csrf = context.surroundings().csrf}, [&](Writer& fields) {
        web::hidden(fields, {.name = "seen", .value = seen});
        web::text_field(fields, {.name = "reason",
                                 .label = "Lý do",
                                 .value = page.reason,
                                 .hint = "Ghi ở từng việc; cơ quan và người theo dõi đều đọc được.",
                                 .error = fault.at("reason"),
                                 .length_max = limits::reason_length_max});
        web::form_actions(fields, [&](Writer& buttons) {
            web::submit_button(buttons, {.text = button});
            web::link_button(buttons, {.text = "Thôi, về danh sách", .path = list});
        });
    });
}

void write_tasks(Writer& out, const ExcusingPage& page)
{
    auto tasks = page.found.tasks;
    const auto total = tasks.size();
    const auto shown = std::min(total, limits::excused_shown_max);
    tasks.resize(shown);
    write_table(out, tasks_table(tasks, page.watched.today));
    if (shown < total)
        out({"<p>Trên trang là ", shown, " việc đầu; miễn là miễn cả ", counted(page), ".</p>"});
}

}  // namespace

http::Response excusing_page(const Context& context, const ExcusingPage& page)
{
    const auto& plan = page.watched.plan;
    const auto fault = web::fault_of(context, page.error);
    auto frame = web::frame_of(context, "Miễn nhiều việc: " + plan.title);
    frame.crumbs = crumbs_to(plan);
    const auto list = board_tasks_path(plan.code) + page.watched.filter.query();
    frame.crumbs.push_back({.text = "Từng việc", .path = list});
    const auto content = [&](Writer& out) {
        web::fault_summary(out, fault);
        web::page_title(out,
                        {.title = "Miễn nhiều việc một lần",
                         .caption = plan.title,
                         .lead = "Chỉ gồm việc còn phải làm trong danh sách đang lọc: việc đã "
                                 "xong, đã miễn, hoặc kế hoạch chỉ đề nghị thì không đụng tới."});
        if (page.found.is_too_many) {
            web::empty_state(out, {.title = "Danh sách quá dài để miễn một lần",
                                   .text = "Hãy lọc thêm theo cơ quan, mục, tháng hoặc tình trạng "
                                           "rồi quay lại đây."});
            return;
        }
        if (page.found.tasks.empty()) {
            web::empty_state(out, {.title = "Không có việc nào còn phải làm",
                                   .text = "Mọi việc trong danh sách đang lọc đã xong hoặc đã "
                                           "miễn."});
            return;
        }
        out({"<p><strong>", counted(page), "</strong> sẽ được miễn với cùng một lý do.</p>"});
        write_form(out, context, page, fault);
        write_tasks(out, page);
    };
    return web::show(frame, content, fault.status);
}

}  // namespace caicach::obligation
