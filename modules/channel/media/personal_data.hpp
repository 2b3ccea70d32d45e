#pragma once
#include "manifest/module.hpp"

namespace caicach::channel
{

/// What the log keeps about people.
void add_media_personal_data(Module& module);

}  // namespace caicach::channel
