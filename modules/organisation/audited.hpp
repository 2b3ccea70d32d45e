#pragma once
#include "manifest/module.hpp"

namespace caicach::organisation
{

/// What this module records, in words, and where its things are shown.
void add_audited(Module& module);

}  // namespace caicach::organisation
