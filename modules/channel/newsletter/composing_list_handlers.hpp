#pragma once
#include "manifest/module.hpp"

namespace caicach::channel
{

/// The issues of an agency, and those that wait for approval.
void add_composing_list(Module& module);

}  // namespace caicach::channel
