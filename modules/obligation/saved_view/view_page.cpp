#include "obligation/saved_view/view_page.hpp"

#include <array>

#include "obligation/board/filter.hpp"
#include "obligation/inbox_query.hpp"
#include "obligation/obstacle/obstacle_paths.hpp"
#include "obligation/obstacle/plan_obstacles.hpp"
#include "obligation/paths.hpp"

namespace caicach::obligation
{
namespace
{

constexpr std::array all{ViewPage::inbox, ViewPage::board, ViewPage::board_tasks,
                         ViewPage::obstacles, ViewPage::plan_obstacles};

std::string query_part(const std::string& path)
{
    const auto at = path.find('?');
    return at == std::string::npos ? std::string{} : path.substr(at);
}

std::optional<http::Request> asked_with(ViewPage page, std::string_view query)
{
    http::RequestParts parts;
    parts.target = path_of(page, "X") + std::string{query};
    auto request = http::Request::create(std::move(parts));
    if (!request) return {};
    return std::move(*request);
}

}  // namespace

std::string_view name_of(ViewPage page)
{
    switch (page) {
        case ViewPage::inbox:
            return "inbox";
        case ViewPage::board:
            return "board";
        case ViewPage::board_tasks:
            return "board_tasks";
        case ViewPage::obstacles:
            return "obstacles";
        case ViewPage::plan_obstacles:
            break;
    }
    return "plan_obstacles";
}

std::string_view label_of(ViewPage page)
{
    switch (page) {
        case ViewPage::inbox:
            return "Việc của cơ quan";
        case ViewPage::board:
            return "Theo dõi: bảng của kế hoạch";
        case ViewPage::board_tasks:
            return "Theo dõi: từng việc";
        case ViewPage::obstacles:
            return "Khó khăn, vướng mắc";
        case ViewPage::plan_obstacles:
            break;
    }
    return "Theo dõi: vướng mắc của kế hoạch";
}

Result<ViewPage> view_page_from(std::string_view name)
{
    for (const auto page : all)
        if (name_of(page) == name) return page;
    return failure(Failure::invalid, "obligation.view.page", "name");
}

bool is_of_plan(ViewPage page) { return page != ViewPage::inbox && page != ViewPage::obstacles; }

std::string path_of(ViewPage page, std::string_view plan)
{
    switch (page) {
        case ViewPage::inbox:
            return inbox_path();
        case ViewPage::board:
            return board_path(plan);
        case ViewPage::board_tasks:
            return board_tasks_path(plan);
        case ViewPage::obstacles:
            return obstacles_path();
        case ViewPage::plan_obstacles:
            break;
    }
    return plan_obstacles_path(plan);
}

std::string query_of(const http::Request& request) { return query_part(request.target()); }

std::string query_as_read(ViewPage page, std::string_view query)
{
    const auto request = asked_with(page, query);
    if (!request) return {};
    switch (page) {
        case ViewPage::inbox:
            return query_part(inbox_path_of_plan(box_from(request->query("muc").value_or("")),
                                                 request->query("cua-toi").value_or("") == "1",
                                                 request->query("ke-hoach").value_or("")));
        case ViewPage::obstacles:
            return query_part(box_path(obstacle_box_from(request->query("muc").value_or(""))));
        case ViewPage::plan_obstacles:
            return obstacle_filter_of(*request).query();
        case ViewPage::board:
        case ViewPage::board_tasks:
            break;
    }
    return board_filter_of(*request).query();
}

bool reads_whole(ViewPage page, std::string_view query)
{
    return query_as_read(page, query) == query;
}

bool names_item(ViewPage page, std::string_view query)
{
    if (!is_of_plan(page)) return false;
    const auto request = asked_with(page, query);
    return request && !request->query("muc").value_or("").empty();
}

}  // namespace caicach::obligation
