#pragma once
#include <memory>

#include "manifest/module.hpp"
#include "newsroom/portal/page_cache.hpp"

namespace caicach::newsroom
{

/// Feeds, sitemaps and robots.txt: what programs read.
void add_feeds(Module& module, const std::shared_ptr<PageCache>& cache);

}  // namespace caicach::newsroom
