#pragma once
#include <optional>
#include <string>
#include <string_view>

#include "base/result.hpp"
#include "http/request.hpp"

/// The pages with filters that people keep under a name.
namespace caicach::obligation
{

/// The enumerator is the key stored.
enum class ViewPage { inbox, board, board_tasks, obstacles, plan_obstacles };

[[nodiscard]] std::string_view name_of(ViewPage page);
/// As a list of one's views heads it: "Việc của cơ quan".
[[nodiscard]] std::string_view label_of(ViewPage page);
/// invalid "obligation.view.page".
[[nodiscard]] Result<ViewPage> view_page_from(std::string_view name);
/// Whether each plan has one of its own.
[[nodiscard]] bool is_of_plan(ViewPage page);
/// Its address without a filter; `plan` is the code of one where the page is of a plan.
[[nodiscard]] std::string path_of(ViewPage page, std::string_view plan);

/// The query of an address, with its "?"; empty where there is none.
[[nodiscard]] std::string query_of(const http::Request& request);

/// "?co-quan=SYT&tinh-trang=overdue" as the page itself reads and writes it: empty where it narrows
/// nothing.
[[nodiscard]] std::string query_as_read(ViewPage page, std::string_view query);
/// Whether the page still reads all of a kept query.
[[nodiscard]] bool reads_whole(ViewPage page, std::string_view query);
/// Whether it names an item, which another plan has not.
[[nodiscard]] bool names_item(ViewPage page, std::string_view query);

}  // namespace caicach::obligation
