#pragma once
#include <vector>

#include "plan/importer/imported_plan.hpp"
#include "plan/importer/paragraphs.hpp"
#include "plan/importer/parts.hpp"

namespace caicach::plan::importer
{

/// Looks over the finished plan for what a reviewer must decide, and lowers the confidence of the
/// items concerned.
void add_notes(ImportedPlan& plan, const std::vector<Paragraph>& paragraphs, const Parts& parts);

}  // namespace caicach::plan::importer
