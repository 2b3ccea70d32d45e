#pragma once
#include <memory>

#include "http/router.hpp"
#include "newsroom/portal/page_cache.hpp"

namespace caicach::newsroom
{

/// The same pages from the cache, where it has them, for those who are not signed in. Nothing that
/// is made for one person is ever kept: who has signed in, or has a message waiting, is answered by
/// `handler`, and so is each question with a query of its own.
// Shared: the route's handler may be copied, the cache is one.
[[nodiscard]] http::Handler cached(std::shared_ptr<PageCache> cache, http::Handler handler);

}  // namespace caicach::newsroom
