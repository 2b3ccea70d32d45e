#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

#include "obligation/board/board_part_views.hpp"
#include "obligation/board/board_views.hpp"
#include "obligation/board/due_soon_paths.hpp"
#include "obligation/board/excusing_paths.hpp"
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

std::vector<web::Choice> agency_choices(const TasksPage& page)
{
    std::vector<web::Choice> choices;
    choices.reserve(page.agencies.size() + 1);
    const auto& chosen = page.watched.filter.agency;
    bool is_among_them = chosen.empty();
    for (const auto& agency : page.agencies) {
        choices.push_back({agency.code, agency.name, {}, agency.code == chosen});
        is_among_them = is_among_them || agency.code == chosen;
    }
    if (!is_among_them) choices.push_back({chosen, page.narrowed.agency, {}, true});
    return choices;
}

/// Label beside key; both live as long as the page is written.
using Labels = std::vector<std::pair<std::string, std::string>>;

Labels month_labels(const TasksPage& page)
{
    Labels labels;
    labels.reserve(page.months.size() + 1);
    for (const auto& month : page.months) labels.emplace_back(month, month_label(month));
    const auto& chosen = page.watched.filter.month;
    if (!chosen.empty() && std::ranges::find(page.months, chosen) == page.months.end())
        labels.emplace_back(chosen, month_label(chosen));
    return labels;
}

std::vector<web::Choice> state_choices_of_list(const BoardFilter& filter)
{
    constexpr std::array states{State::overdue,        State::open,      State::upcoming,
                                State::fulfilled_late, State::fulfilled, State::excused,
                                State::closed};
    std::vector<web::Choice> choices{among_choice(filter, Among::due_soon)};
    for (const auto& choice : state_choices(filter, states)) choices.push_back(choice);
    choices.push_back(among_choice(filter, Among::asked));
    choices.push_back(among_choice(filter, Among::owed));
    return choices;
}

void tasks_filters(Writer& out, const TasksPage& page)
{
    const auto& filter = page.watched.filter;
    const auto path = board_tasks_path(page.watched.plan.code);
    const auto agencies = agency_choices(page);
    const auto labels = month_labels(page);
    std::vector<web::Choice> months;
    months.reserve(labels.size());
    for (const auto& [month, label] : labels)
        months.push_back({month, label, {}, month == filter.month});
    const auto chosen = state_choices_of_list(filter);
    const std::array dues{web::Choice{"1", "Đã đến hạn", {}, filter.due == Due::past},
                          web::Choice{"0", "Chưa đến hạn", {}, filter.due == Due::ahead}};
    const auto areas = area_choices(filter);
    const auto until = filter.until ? filter.until->iso() : std::string{};
    const auto clear = filter.query().empty()
                           ? std::string{}
                           : all_path(ViewPage::board_tasks, page.watched.plan.code);
    web::filter_form(
        out, {.action = path, .results_id = "bang", .label = "Lọc việc", .clear_path = clear},
        [&](Writer& fields) {
            // What else the number that led here counts stays.
            const std::array<std::pair<std::string_view, std::string_view>, 3> kept{
                {{"loai", filter.kind}, {"muc", filter.item}, {"den", until}}};
            for (const auto& [name, value] : kept)
                if (!value.empty()) web::hidden(fields, {.name = name, .value = value});
            const auto select = [&](std::string_view name, std::string_view label,
                                    std::span<const web::Choice> choices) {
                web::select_field(fields, {.field = {.name = name, .label = label},
                                           .choices = choices,
                                           .none_text = "Tất cả"});
            };
            select("co-quan", "Cơ quan", agencies);
            select("thang", "Tháng đến hạn", months);
            select("tinh-trang", "Tình trạng", chosen);
            select("da-den-han", "Hạn", dues);
            select("linh-vuc", "Lĩnh vực", areas);
        });
}

/// What no field of the filters shows.
void write_narrowed(Writer& out, const TasksPage& page)
{
    const auto& filter = page.watched.filter;
    const auto until = filter.until ? filter.until->vietnamese() : std::string{};
    const std::array rows{
        web::Fact{"Loại cơ quan", page.narrowed.kind}, web::Fact{"Cơ quan", page.narrowed.agency},
        web::Fact{"Mục", page.narrowed.item}, web::Fact{"Có hạn đến hết ngày", until}};
    if (std::ranges::any_of(rows, [](const web::Fact& row) { return !row.value.empty(); }))
        web::facts(out, rows);
}

void write_told_late(Writer& out, const TaskList& list)
{
    if (std::ranges::any_of(list.tasks, &BoardTask::is_told_late))
        out({"<p><strong>Báo sau hạn</strong>", told_late_meaning, "</p>"});
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
            write_told_late(out, page.list);
            write_downloads(out, watched, "viec");
            const auto pack = board_pack_path(watched.plan.code) + watched.filter.query();
            web::link_button(
                out, {.text = "Tải gói minh chứng (ZIP)", .path = pack, .is_download = true});
            if (watched.filter.among == Among::due_soon) {
                auto filter = watched.filter;
                filter.among = Among::everything;
                const auto soon = due_soon_path(watched.plan.code) + filter.query();
                web::link_button(out, {.text = "Nhắc việc sắp đến hạn…", .path = soon});
            }
            if (page.may_excuse) {
                const auto excusing = excusing_path(watched.plan.code) + watched.filter.query();
                web::link_button(out, {.text = "Miễn các việc đang lọc…", .path = excusing});
            }
            web::pagination(out, {.next_path = page.next_path});
        }
        out({"</section>"});
    });
}

}  // namespace caicach::obligation
