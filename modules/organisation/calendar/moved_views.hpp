#pragma once
#include <vector>

#include "html/html.hpp"
#include "organisation/api.hpp"

namespace caicach::organisation
{

/// Which open due dates would move, from when to when; says so where none would.
void moved_due_dates(html::Writer& out, const std::vector<MovedDueDate>& moved);

}  // namespace caicach::organisation
