#pragma once
#include "manifest/module.hpp"

namespace caicach::outgoing
{

/// The signatures of a document: a place prepared, what was signed taken back.
void add_document_signing(Module& module);

}  // namespace caicach::outgoing
