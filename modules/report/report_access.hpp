#pragma once
#include "http/request.hpp"
#include "manifest/context.hpp"
#include "report/report.hpp"

/// Who may see a report, and what they may do with it.
namespace caicach::report
{

/// forbidden unless the actor may see reports of its agency or of its collector.
[[nodiscard]] Result<void> require_sight(const Context& context, const Report& report);

/// By permissions on the report's agency and on its collector.
[[nodiscard]] Held held_over(const Context& context, const Report& report, const FlowRule& flow);

/// The report that the address names, for somebody who may see it.
[[nodiscard]] Result<Report> report_in(const Context& context, database::Transaction& transaction,
                                       const http::Request& request);

}  // namespace caicach::report
