#pragma once
#include "manifest/module.hpp"

namespace caicach::report
{

/// Whoever holds the code of a receipt sees that, when and by whom something was sent, and its
/// hash; nothing of what it says. Those who see the report take along what was sent.
void add_receipts(Module& module);

}  // namespace caicach::report
