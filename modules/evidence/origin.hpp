#pragma once
#include <cstdint>
#include <vector>

#include "evidence/coverage.hpp"
#include "evidence/figure.hpp"

/// How what an agency answers for is told by whose it was, inside this module.
namespace caicach::evidence
{

/// One more amount of that agency and share.
void add_origin(std::vector<Origin>& origins, const Origin& one);

/// Whoever took over most took over all of it: whom an agency reached cannot be shared out.
[[nodiscard]] std::vector<Origin> origins_of(const Coverage& coverage,
                                             organisation::AgencyId agency);

}  // namespace caicach::evidence
