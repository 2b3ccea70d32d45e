#pragma once
#include "http/request.hpp"
#include "http/response.hpp"
#include "manifest/context.hpp"
#include "obligation/board/public_content.hpp"

namespace caicach::obligation
{

/// GET /theo-doi/{plan}/cong-khai: what of the plan's board is public, and what would be ("xem" in
/// the query); POST makes it so, and /thoi-cong-khai ends all of it.
[[nodiscard]] Result<http::Response> show_publication(Context& context,
                                                      const http::Request& request);
[[nodiscard]] Result<http::Response> post_publication(Context& context,
                                                      const http::Request& request);
[[nodiscard]] Result<http::Response> post_publication_end(Context& context,
                                                          const http::Request& request);
/// GET /ke-hoach/{plan}/thuc-hien, for everyone. not_found "obligation.board.not_public" unless the
/// coordinator chose something to be shown.
[[nodiscard]] Result<http::Response> show_public_board(Context& context,
                                                       const http::Request& request,
                                                       PublicContents& contents);

}  // namespace caicach::obligation
