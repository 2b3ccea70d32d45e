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

/// What was looked at is what stands: nobody decides of what was sent anew meanwhile. conflict
/// "report.flow.sent_anew".
[[nodiscard]] Result<void> require_seen(database::Transaction& transaction, const Report& report,
                                        const http::Request& request);

/// The report, held, behind the turn that recording its fact takes: whoever has a report waits for
/// nobody who waits for it.
[[nodiscard]] Result<Report> held_for_step(database::Transaction& transaction,
                                           std::string_view code);
/// The same for who sends: alone, so that each fact is either seen by what is frozen, or sees that
/// the report stands sent and is noted as late. Among others both might miss each other.
[[nodiscard]] Result<Report> held_for_sending(database::Transaction& transaction,
                                              std::string_view code);

void add_flow(Module& module);

}  // namespace caicach::report
