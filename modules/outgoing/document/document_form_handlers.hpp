#pragma once
#include "manifest/module.hpp"

namespace caicach::outgoing
{

/// Writing a document, and changing a draft.
void add_document_forms(Module& module);

}  // namespace caicach::outgoing
