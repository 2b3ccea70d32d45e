#pragma once
#include <memory>

#include "manifest/module.hpp"
#include "newsroom/portal/page_cache.hpp"

namespace caicach::newsroom
{

/// What everybody reads. The cache is that of the process.
void add_portal(Module& module, const std::shared_ptr<PageCache>& cache);

}  // namespace caicach::newsroom
