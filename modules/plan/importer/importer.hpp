#pragma once
#include <string_view>

#include "base/result.hpp"
#include "document/source_text.hpp"
#include "json/value.hpp"
#include "plan/importer/gazetteer.hpp"
#include "plan/importer/imported_plan.hpp"

namespace caicach::plan
{

/// Reads a document into a plan: the whole pipeline (README.md). Pure; the same text gives the
/// same plan. Failures: too_large "plan.import.too_large", invalid "plan.import.empty".
[[nodiscard]] Result<ImportedPlan> import_plan(const document::SourceText& source,
                                               const Gazetteer& gazetteer = Gazetteer::standard());

/// The plan in the shape of the plan schema, with our own fields (context, confidence, notes …)
/// beside the agreed ones.
[[nodiscard]] json::Value to_schema_json(const ImportedPlan& plan);

/// What stands after a stage of the pipeline, for people to read: "text", "clean", "outline",
/// "classified", "fields", "document". Failures: invalid "plan.import.stage_unknown".
[[nodiscard]] Result<std::string> stage_text(const document::SourceText& source,
                                             std::string_view stage,
                                             const Gazetteer& gazetteer = Gazetteer::standard());

}  // namespace caicach::plan
