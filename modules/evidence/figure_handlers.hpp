#pragma once
#include "manifest/module.hpp"

namespace caicach::evidence
{

/// All figures, and one of them by agency.
void add_figure_pages(Module& module);

}  // namespace caicach::evidence
