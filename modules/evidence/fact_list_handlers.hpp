#pragma once
#include "manifest/module.hpp"

namespace caicach::evidence
{

/// The list of an agency's facts, and typing one in.
void add_fact_list(Module& module);

}  // namespace caicach::evidence
