#pragma once
#include "manifest/module.hpp"

namespace caicach::newsroom
{

/// The page of one article at the desk, and what is done to it there.
void add_articles(Module& module);

}  // namespace caicach::newsroom
