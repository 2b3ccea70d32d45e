#pragma once
#include "manifest/module.hpp"

namespace caicach::outgoing
{

/// Series and their numbers: pages, words of the trail, the check.
void add_numbers(Module& module);

}  // namespace caicach::outgoing
