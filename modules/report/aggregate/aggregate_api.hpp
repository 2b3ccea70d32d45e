#pragma once
#include <array>

#include "http/router.hpp"
#include "manifest/module.hpp"
#include "report/limits.hpp"

/// Aggregates as JSON, for machines: the numbers of the pages, by the same reading.
namespace caicach::report
{

inline constexpr std::array api_aggregates_query{
    http::QueryField{"form", "Periods of this form only: its public code"},
};
inline constexpr std::array api_aggregate_query{
    http::QueryField{"collector", "Who collects: so-noi-vu; the form's owner unless told"},
    http::QueryField{"indicator", "One number agency by agency: its key"},
    http::QueryField{"table", "A row of this table agency by agency: its key"},
    http::QueryField{"row", "Which row of `table`, from 1",
                     static_cast<std::int64_t>(limits::table_rows_max)},
    http::QueryField{"rollup",
                     "`then`: as the agencies were; `now`: by who answers for them today"},
};

/// GET /api/v1/aggregates; GET /api/v1/aggregates/{form}/{period}.
void add_aggregate_api(Module& module);

}  // namespace caicach::report
