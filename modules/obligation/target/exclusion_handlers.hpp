#pragma once
#include "manifest/module.hpp"

namespace caicach::obligation
{

/// Whom targets do not apply to: stated, decided on, taken back.
void add_exclusions(Module& module);

}  // namespace caicach::obligation
