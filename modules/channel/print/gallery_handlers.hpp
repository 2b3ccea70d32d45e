#pragma once
#include "manifest/module.hpp"

namespace caicach::channel
{

/// The public page of infographics, and what agencies say of copies they gave to people.
void add_gallery(Module& module);

}  // namespace caicach::channel
