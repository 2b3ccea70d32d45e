#pragma once
#include <vector>

#include "html/html.hpp"
#include "organisation/api.hpp"

/// What the pages about an agency's loudspeakers have in common.
namespace caicach::channel
{

enum class AirTab : unsigned char { day, airings };
void air_tabs(html::Writer& out, const organisation::AgencySummary& agency, AirTab current);

/// Within a filter: whose loudspeakers; nothing where there is but one agency to choose.
void agency_choice_field(html::Writer& out,
                         const std::vector<organisation::AgencySummary>& agencies,
                         const organisation::AgencySummary& chosen);

}  // namespace caicach::channel
