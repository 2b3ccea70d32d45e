#pragma once
#include "manifest/module.hpp"

namespace caicach::obligation
{

/// Of what a person was reminded, and what they answered.
void add_reminder_personal_data(Module& module);

}  // namespace caicach::obligation
