#pragma once
#include "manifest/module.hpp"

namespace caicach::report
{

/// Who has not sent a report is reminded from the page where reports are added up.
void add_reminding(Module& module);

}  // namespace caicach::report
