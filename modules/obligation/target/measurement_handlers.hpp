#pragma once
#include "manifest/module.hpp"

namespace caicach::obligation
{

/// The numbers of one agency: their history, stating new ones, taking wrong ones back.
void add_measurements(Module& module);

}  // namespace caicach::obligation
