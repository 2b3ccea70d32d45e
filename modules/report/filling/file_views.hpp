#pragma once
#include "report/filling/filling_views.hpp"

namespace caicach::report
{

/// Files that go along with a report, and the form for one more.
void file_part(html::Writer& out, const Context& context, const FillingPage& page);

}  // namespace caicach::report
