#pragma once
#include <string>

#include "html/html.hpp"
#include "report/aggregate/aggregate_views.hpp"

namespace caicach::report
{

/// The same page for other collectors; nothing where there is but one.
void collector_links(html::Writer& out, const Collectors& collectors, const std::string& path);

}  // namespace caicach::report
