#pragma once
#include "plan/importer/imported_plan.hpp"

/// Which field of reform an item belongs to: by the headings above it, else by its own words.
namespace caicach::plan::importer
{

/// Fills `area` of the items (keys: plan/area.hpp) where their text says it.
void add_areas(ImportedPlan& plan);

}  // namespace caicach::plan::importer
