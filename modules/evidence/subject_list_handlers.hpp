#pragma once
#include "manifest/module.hpp"

namespace caicach::evidence
{

/// What the ledger says about an agency, and whom an agency reached.
void add_subject_lists(Module& module);

}  // namespace caicach::evidence
