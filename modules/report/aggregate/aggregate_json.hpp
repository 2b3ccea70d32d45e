#pragma once
#include "json/value.hpp"
#include "report/aggregate/aggregate_views.hpp"

/// What the page of a period says, as JSON. Pure.
namespace caicach::report
{

[[nodiscard]] json::Value aggregate_json(const AggregatePage& page, Date today);
[[nodiscard]] json::Value agency_json(const organisation::AgencySummary& agency);

}  // namespace caicach::report
