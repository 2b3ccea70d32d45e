#pragma once
#include "manifest/module.hpp"

namespace caicach::report
{

/// The pages of forms: the list, one form with its versions, the steps of a draft.
void add_forms(Module& module);

}  // namespace caicach::report
