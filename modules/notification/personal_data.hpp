#pragma once
#include "manifest/module.hpp"

namespace caicach::notification
{

/// The letters to a person, known by the user name that they were sent to.
void add_personal_data(Module& module);

}  // namespace caicach::notification
