#pragma once
#include "manifest/module.hpp"

namespace caicach::evidence
{

/// The facts of an agency in a time, with their proof, as one file.
void add_pack(Module& module);

}  // namespace caicach::evidence
