#pragma once
#include "manifest/module.hpp"

namespace caicach::outgoing
{

/// Who signed a file, for whoever is signed in; the authorities that are trusted.
void add_signing(Module& module);

}  // namespace caicach::outgoing
