#pragma once
#include "manifest/module.hpp"

namespace caicach::outgoing
{

/// Lists of recipients: pages, words of the trail.
void add_lists(Module& module);

}  // namespace caicach::outgoing
