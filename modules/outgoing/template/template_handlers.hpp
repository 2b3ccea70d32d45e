#pragma once
#include "manifest/module.hpp"

namespace caicach::outgoing
{

/// Word templates of an agency: brought, looked at, put to use; a document by one of them.
void add_templates(Module& module);

}  // namespace caicach::outgoing
