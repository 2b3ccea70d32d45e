#pragma once
#include "http/request.hpp"
#include "manifest/module.hpp"
#include "report/filling/filled.hpp"
#include "report/flow/flow_views.hpp"

namespace caicach::report
{

/// What the page of the report shows of its way; what was typed into a refused form stays.
[[nodiscard]] Result<FlowPart> flow_part_of(Context& context, database::Transaction& transaction,
                                            const Filled& filled, const http::Request& request,
                                            const web::Fault& fault);

void add_flow(Module& module);

}  // namespace caicach::report
