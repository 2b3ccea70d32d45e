#pragma once
#include <array>

#include "http/router.hpp"
#include "manifest/context.hpp"
#include "manifest/module.hpp"

/// Reports as JSON, for machines: where each stands, and what whoever asks may do with it now.
namespace caicach::report
{

inline constexpr std::array api_reports_query{
    http::QueryField{"agency", "Whose reports: so-y-te; one's own agency's unless told"},
    http::QueryField{"state", "As `state` of a report"},
    http::QueryField{"year", "Reports that are due in this year only", 2199},
    http::QueryField{"limit", "How many at most; 50 unless told", 200},
    http::QueryField{"after", "The last one of the page before; see `next`"},
};

/// GET /api/v1/reports, filtered by `api_reports_query`; GET /api/v1/reports/{report}.
void add_api(Module& module);

}  // namespace caicach::report
