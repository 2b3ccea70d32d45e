#pragma once
#include "manifest/module.hpp"

namespace caicach::organisation
{

/// Importing tables of agencies: upload, look, confirm, undo; and the empty template.
void add_imports(Module& module);

}  // namespace caicach::organisation
