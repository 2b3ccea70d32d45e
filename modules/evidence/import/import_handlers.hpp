#pragma once
#include "manifest/module.hpp"

namespace caicach::evidence
{

/// Importing tables of facts: upload, look, confirm, undo; and the empty template.
void add_imports(Module& module);

}  // namespace caicach::evidence
