#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

#include "obligation/board/board_part_views.hpp"
#include "obligation/board/board_views.hpp"
#include "obligation/board/table_views.hpp"
#include "obligation/board/tables.hpp"
#include "obligation/paths.hpp"
#include "web/components/feedback.hpp"
#include "web/components/forms.hpp"
#include "web/components/frame.hpp"
#include "web/components/parts.hpp"

namespace caicach::obligation
{
namespace
{

using html::Writer;

void tasks_filters(Writer& out, const TasksPage& page)
{
    constexpr std::array states{State::overdue,        State::open,      State::upcoming,
                                State::fulfilled_late, State::fulfilled, State::excused,
                                State::closed};
    const auto& filter = page.watched.filter;
    const auto path = board_tasks_path(page.watched.plan.code);
    const auto chosen = state_choices(filter, states);
    const auto areas = area_choices(filter);
    const auto clear = filter.query().empty()
                           ? std::string{}
                           : all_path(ViewPage::board_tasks, page.watched.plan.code);
    web::filter_form(
        out, {.action = path, .results_id = "bang", .label = "Lọc việc", .clear_path = clear},
        [&](Writer& fields) {
            // What the number that led here counts stays.
            const std::array<std::pair<std::string_view, std::string_view>, 5> kept{
                {{"loai", filter.kind},
                 {"co-quan", filter.agency},
                 {"muc", filter.item},
                 {"thang", filter.month},
                 {"da-den-han", filter.is_due ? "1" : ""}}};
            for (const auto& [name, value] : kept)
                if (!value.empty()) web::hidden(fields, {.name = name, .value = value});
            web::select_field(fields, {.field = {.name = "tinh-trang", .label = "Tình trạng"},
                                       .choices = chosen,
                                       .none_text = "Tất cả"});
            web::select_field(fields, {.field = {.name = "linh-vuc", .label = "Lĩnh vực"},
                                       .choices = areas,
                                       .none_text = "Tất cả"});
        });
}

void write_narrowed(Writer& out, const TasksPage& page)
{
    const auto& filter = page.watched.filter;
    const auto month = filter.month.empty() ? std::string{} : month_label(filter.month);
    const std::array rows{web::Fact{"Loại cơ quan", page.narrowed.kind},
                          web::Fact{"Cơ quan", page.narrowed.agency},
                          web::Fact{"Mục", page.narrowed.item}, web::Fact{"Đến hạn trong", month},
                          web::Fact{"Chỉ gồm", filter.is_due ? "việc đã đến hạn" : ""}};
    if (std::ranges::any_of(rows, [](const web::Fact& row) { return !row.value.empty(); }))
        web::facts(out, rows);
}

}  // namespace

http::Response tasks_page(const Context& context, const TasksPage& page)
{
    const auto& watched = page.watched;
    auto frame = web::frame_of(context, "Từng việc: " + watched.plan.title);
    frame.crumbs = crumbs_to(watched.plan);
    return web::show(frame, [&](Writer& out) {
        web::page_title(out, {.title = "Từng việc", .caption = watched.plan.title});
        tasks_filters(out, page);
        out({"<section id=\"bang\" aria-label=\"Các việc\">"});
        write_views(out, context, page.views);
        write_narrowed(out, page);
        if (page.list.tasks.empty()) {
            web::empty_state(
                out, {.title = "Không có việc nào như vậy", .text = "Thử bỏ bớt điều kiện lọc."});
        } else {
            write_table(out, tasks_table(page.list.tasks, watched.today));
            write_downloads(out, watched, "viec");
            const auto pack = board_pack_path(watched.plan.code) + watched.filter.query();
            web::link_button(
                out, {.text = "Tải gói minh chứng (ZIP)", .path = pack, .is_download = true});
            web::pagination(out, {.next_path = page.next_path});
        }
        out({"</section>"});
    });
}

}  // namespace caicach::obligation
