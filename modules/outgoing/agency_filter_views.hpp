#pragma once
#include <span>
#include <string>

#include "html/html.hpp"
#include "organisation/api.hpp"

namespace caicach::outgoing
{

/// Whose things a page shows, where the person may choose among several agencies (co-quan).
void agency_filter(html::Writer& out, const std::string& path,
                   std::span<const organisation::AgencySummary> agencies,
                   organisation::AgencyId chosen);

}  // namespace caicach::outgoing
