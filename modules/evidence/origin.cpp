#include "evidence/origin.hpp"

#include <algorithm>
#include <map>

namespace caicach::evidence
{

void add_origin(std::vector<Origin>& origins, const Origin& one)
{
    const auto known = std::ranges::find_if(origins, [&](const Origin& origin) {
        return origin.agency == one.agency && origin.share == one.share;
    });
    if (known == origins.end()) {
        origins.push_back(one);
    } else {
        known->amount += one.amount;
    }
}

std::vector<Origin> origins_of(const Coverage& coverage, organisation::AgencyId agency)
{
    std::map<organisation::AgencyId, Coverage::Agencies> reached;
    for (const auto& visit : coverage.visits())
        if (visit.agency == agency) reached[visit.agency_then].insert(visit.subject);
    std::vector<Origin> origins;
    for (const auto& [then, subjects] : reached) {
        origins.push_back({.agency = then,
                           .amount = static_cast<std::int64_t>(subjects.size()),
                           .share = organisation::whole_share});
    }
    return origins;
}

}  // namespace caicach::evidence
