#pragma once
#include "manifest/module.hpp"

namespace caicach::obligation
{

/// The list of who owes what is due soon, and the click that says so.
void add_due_soon(Module& module);

}  // namespace caicach::obligation
