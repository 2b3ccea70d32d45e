#pragma once
#include "http/request.hpp"
#include "http/response.hpp"
#include "manifest/context.hpp"

namespace caicach::obligation
{

/// POST /theo-doi/{plan}/cong-khai and /thoi-cong-khai.
[[nodiscard]] Result<http::Response> post_publication(Context& context,
                                                      const http::Request& request);
[[nodiscard]] Result<http::Response> post_publication_end(Context& context,
                                                          const http::Request& request);
/// GET /ke-hoach/{plan}/thuc-hien, for everyone: item by item, how many agencies did what they had
/// to. not_found "obligation.board.not_public" unless the coordinator published it.
[[nodiscard]] Result<http::Response> show_public_board(Context& context,
                                                       const http::Request& request);

}  // namespace caicach::obligation
