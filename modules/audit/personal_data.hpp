#pragma once
#include "manifest/module.hpp"

namespace caicach::audit
{

/// What the trail tells of a person: what they did, and who looked at their data.
void add_personal_data(Module& module);

}  // namespace caicach::audit
