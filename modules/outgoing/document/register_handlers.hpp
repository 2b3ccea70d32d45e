#pragma once
#include "manifest/module.hpp"

namespace caicach::outgoing
{

/// The register of the documents of an agency: a page and a table to take along.
void add_register(Module& module);

}  // namespace caicach::outgoing
