#pragma once
#include "manifest/module.hpp"

namespace caicach::plan
{

/// The pages of those who review plans and put them in force.
void add_review_pages(Module& module);

}  // namespace caicach::plan
