#pragma once
#include "manifest/module.hpp"

namespace caicach::outgoing
{

/// The page of a document, its files, and what happens to it.
void add_documents(Module& module);

}  // namespace caicach::outgoing
