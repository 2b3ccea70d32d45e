#pragma once
#include "manifest/module.hpp"

namespace caicach::newsroom
{

/// Feeds, sitemaps and robots.txt: what programs read.
void add_feeds(Module& module);

}  // namespace caicach::newsroom
