#pragma once
#include "manifest/context.hpp"
#include "organisation/api.hpp"

namespace caicach::obligation
{

/// For which agency the person acts: work without a browser acts for the one that it concerns.
[[nodiscard]] inline organisation::AgencyId acting_for(const Context& context,
                                                       organisation::AgencyId otherwise)
{
    const auto own = organisation::agency_of(context.actor().agency);
    return own ? own : otherwise;
}

}  // namespace caicach::obligation
