#pragma once
#include "manifest/module.hpp"

namespace caicach::obligation
{

/// Handing on, changing and withdrawing, and the page of all that an agency handed on.
void add_cascade(Module& module);

}  // namespace caicach::obligation
