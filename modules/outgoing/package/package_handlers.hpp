#pragma once
#include "manifest/module.hpp"

namespace caicach::outgoing
{

/// The package of a document: to take along, and handed over.
void add_packages(Module& module);

}  // namespace caicach::outgoing
