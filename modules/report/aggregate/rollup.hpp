#pragma once
#include <span>
#include <vector>

#include "organisation/api.hpp"
#include "report/amount.hpp"
#include "report/form/definition.hpp"

/// Numbers by the agencies that sent them, or by those who answer for them today. Pure.
namespace caicach::report
{

/// What one agency brings to a total.
struct AgencyPart {
    organisation::AgencyId agency{};
    Amount amount{};

    friend bool operator==(const AgencyPart&, const AgencyPart&) = default;
};

/// By those who answer on `today` for what was theirs on `day`. Either half passes on by shares,
/// so that the total stays the same to the last unit; of a maximum, whoever took over anything
/// has the largest of what came to them. In the order of the agencies' ids.
[[nodiscard]] std::vector<AgencyPart> passed_on(Adding adding, std::span<const AgencyPart> parts,
                                                const organisation::Succession& succession,
                                                Date day, Date today);

}  // namespace caicach::report
