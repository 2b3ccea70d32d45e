#pragma once
#include "calendar/working_days.hpp"
#include "html/html.hpp"

namespace caicach::organisation
{

/// The twelve months of a year as small tables: what is off, what is worked, what is half.
void year_view(html::Writer& out, const calendar::WorkingDays& days, int year, Date today);

}  // namespace caicach::organisation
