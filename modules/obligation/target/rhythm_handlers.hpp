#pragma once
#include "manifest/module.hpp"

namespace caicach::obligation
{

/// How often a plan asks for the numbers of its targets, for who leads them.
void add_rhythms(Module& module);

}  // namespace caicach::obligation
