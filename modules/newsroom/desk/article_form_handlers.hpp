#pragma once
#include "manifest/module.hpp"

namespace caicach::newsroom
{

/// Where articles are written, changed and corrected.
void add_article_forms(Module& module);

}  // namespace caicach::newsroom
