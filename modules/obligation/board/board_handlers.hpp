#pragma once
#include "http/request.hpp"
#include "http/response.hpp"
#include "manifest/context.hpp"

namespace caicach::obligation
{

[[nodiscard]] Result<http::Response> show_boards(Context& context, const http::Request& request);
[[nodiscard]] Result<http::Response> show_board(Context& context, const http::Request& request);
[[nodiscard]] Result<http::Response> show_board_items(Context& context,
                                                      const http::Request& request);
[[nodiscard]] Result<http::Response> show_board_tasks(Context& context,
                                                      const http::Request& request);
/// "bang" in the query says which table; not_found "obligation.board.no_table".
[[nodiscard]] Result<http::Response> export_board_csv(Context& context,
                                                      const http::Request& request);
[[nodiscard]] Result<http::Response> export_board_xlsx(Context& context,
                                                       const http::Request& request);

}  // namespace caicach::obligation
