#pragma once
#include "manifest/module.hpp"

namespace caicach::newsroom
{

/// Readers rate an article; the desk sees how much it helped.
void add_ratings(Module& module);

}  // namespace caicach::newsroom
