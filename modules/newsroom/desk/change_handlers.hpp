#pragma once
#include "manifest/module.hpp"

namespace caicach::newsroom
{

/// The page that shows what differs between two revisions.
void add_changes(Module& module);

}  // namespace caicach::newsroom
