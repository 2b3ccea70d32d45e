#include <array>

#include "calendar/moment.hpp"
#include "obligation/obstacle/obstacle_paths.hpp"
#include "obligation/obstacle/obstacle_views.hpp"
#include "web/components/feedback.hpp"
#include "web/components/forms.hpp"
#include "web/components/frame.hpp"
#include "web/components/parts.hpp"

/// Obstacles in lists: of a task, of an agency.
namespace caicach::obligation
{
namespace
{

using html::Writer;

struct BoxText {
    ObstacleBox box{};
    std::string_view name{};
    std::string_view text{};
};
constexpr std::array<BoxText, 3> boxes{{{ObstacleBox::raised, "da-neu", "Cơ quan đã nêu"},
                                        {ObstacleBox::waiting, "cho-tra-loi", "Chờ trả lời"},
                                        {ObstacleBox::settled, "da-tra-loi", "Đã trả lời"}}};

web::Tone tone_of(ObstacleState state)
{
    switch (state) {
        case ObstacleState::open:
        case ObstacleState::forwarded:
            return web::Tone::warning;
        case ObstacleState::answered:
            return web::Tone::info;
        case ObstacleState::closed:
            break;
    }
    return web::Tone::neutral;
}

std::string_view nothing_in(ObstacleBox box)
{
    switch (box) {
        case ObstacleBox::waiting:
            return "Không có vướng mắc nào chờ cơ quan trả lời.";
        case ObstacleBox::settled:
            return "Cơ quan chưa trả lời vướng mắc nào.";
        case ObstacleBox::raised:
            break;
    }
    return "Mở một việc ở trang Việc rồi chọn “Nêu khó khăn, vướng mắc”.";
}

}  // namespace

void state_tag(Writer& out, ObstacleState state)
{
    web::tag(out, {.text = label_of(state), .tone = tone_of(state)});
}

std::string box_path(ObstacleBox box)
{
    for (const auto& one : boxes)
        if (one.box == box) return obstacles_path() + "?muc=" + std::string{one.name};
    return obstacles_path();
}

std::string box_export_path(ObstacleBox box)
{
    auto path = box_path(box);
    return path.insert(obstacles_path().size(), ".csv");
}

ObstacleBox obstacle_box_from(std::string_view name)
{
    for (const auto& one : boxes)
        if (one.name == name) return one.box;
    return ObstacleBox::raised;
}

void obstacle_table(Writer& out, std::string_view caption, const std::vector<ObstacleRow>& rows)
{
    constexpr std::array columns{web::Column{.name = "Khó khăn, vướng mắc"},
                                 web::Column{.name = "Việc"},
                                 web::Column{.name = "Cơ quan nêu"},
                                 web::Column{.name = "Nơi trả lời"},
                                 web::Column{.name = "Nêu lúc"},
                                 web::Column{.name = "Tình trạng"}};
    web::table(out, {.caption = caption, .columns = columns}, [&](web::Rows& table) {
        for (const auto& row : rows) {
            const auto& obstacle = row.listed.obstacle;
            const auto path = obstacle_path(obstacle.code);
            table.begin();
            table.cell([&](Writer& cell) {
                cell({"<a href=\"", html::url(path), "\">", obstacle.problem, "</a>"});
            });
            table.cell(row.listed.work.path + ". " + row.listed.work.title);
            table.cell(row.agency);
            table.cell(row.handler);
            table.cell(vietnamese_moment(obstacle.raised_at));
            table.cell([&](Writer& cell) { state_tag(cell, obstacle.state); });
            table.end();
        }
    });
}

void obstacle_part(Writer& out, const Obligation& obligation, const ObstaclePart& part)
{
    const bool offers = part.may_raise && obligation.is_owed();
    if (part.obstacles.empty() && !offers) return;
    out({"<h2 id=\"vuong-mac\">Khó khăn, vướng mắc</h2>"});
    if (!part.obstacles.empty()) {
        out({"<ul>"});
        for (const auto& [obstacle, work] : part.obstacles) {
            const auto path = obstacle_path(obstacle.code);
            out({"<li><a href=\"", html::url(path), "\">", obstacle.problem, "</a> "});
            state_tag(out, obstacle.state);
            out({"</li>"});
        }
        out({"</ul>"});
    }
    if (offers) {
        const auto path = new_obstacle_path(obligation.code);
        web::link_button(out, {.text = "Nêu khó khăn, vướng mắc", .path = path});
    }
}

http::Response obstacles_page(const Context& context, const ObstaclesPage& page)
{
    const auto frame = web::frame_of(context, "Khó khăn, vướng mắc");
    return web::show(frame, [&](Writer& out) {
        web::page_title(out, {.title = "Khó khăn, vướng mắc", .caption = page.agency});
        std::array<std::string, boxes.size()> paths;
        std::array<web::Tab, boxes.size()> tabs;
        for (std::size_t i = 0; i < boxes.size(); ++i) {
            paths[i] = box_path(boxes[i].box);
            tabs[i] = {.text = boxes[i].text,
                       .path = paths[i],
                       .is_current = boxes[i].box == page.box,
                       .count = boxes[i].box == ObstacleBox::waiting ? page.waiting : -1};
        }
        web::tabs(out, "Vướng mắc theo nơi trả lời", tabs);
        write_views(out, context, page.views);
        if (page.rows.empty()) {
            web::empty_state(out,
                             {.title = "Không có vướng mắc nào", .text = nothing_in(page.box)});
            return;
        }
        obstacle_table(out,
                       page.box == ObstacleBox::waiting ? "Chờ lâu nhất trước" : "Mới nhất trước",
                       page.rows);
        web::pagination(out, {.next_path = page.next_path});
        const auto file = box_export_path(page.box);
        web::link_button(out, {.text = "CSV", .path = file, .is_download = true});
    });
}

}  // namespace caicach::obligation
