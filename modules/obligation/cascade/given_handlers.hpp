#pragma once
#include "manifest/module.hpp"

namespace caicach::obligation
{

/// The page of all that one's agency handed on, and its list to take along.
void add_given(Module& module);

}  // namespace caicach::obligation
