#pragma once
#include "manifest/module.hpp"

namespace caicach::report
{

/// A form as a file becomes a draft, once a person has seen what it changes.
void add_form_import(Module& module);

}  // namespace caicach::report
