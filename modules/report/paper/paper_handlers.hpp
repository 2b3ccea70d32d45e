#pragma once
#include "http/request.hpp"
#include "manifest/module.hpp"
#include "report/filling/filled.hpp"
#include "report/paper/paper_part_views.hpp"

namespace caicach::report
{

/// Files of a report, and the official document that it becomes.
void add_paper(Module& module);

/// What the page of the report shows of them, for who reads it.
[[nodiscard]] Result<PaperPart> paper_part_of(Context& context, database::Transaction& transaction,
                                              const Report& report, const FlowRule& flow);

}  // namespace caicach::report
