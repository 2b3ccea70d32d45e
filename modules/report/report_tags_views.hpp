#pragma once
#include "html/html.hpp"
#include "report/report.hpp"

namespace caicach::report
{

/// The state and what matters of the facts, as tags.
void report_tags(html::Writer& out, const Report& report, Date today);

}  // namespace caicach::report
