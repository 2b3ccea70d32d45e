#pragma once
#include "manifest/module.hpp"

namespace caicach::obligation
{

/// How targets are measured, for who leads the targets of a plan.
void add_measuring(Module& module);

}  // namespace caicach::obligation
