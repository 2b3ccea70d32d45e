#pragma once
#include <memory>
#include <string_view>

#include "manifest/context.hpp"
#include "report/filling/filled.hpp"
#include "report/flow/submission.hpp"

/// A report as it was sent: read from its frozen text, so that paper says what the receipt says,
/// whatever facts have become since.
namespace caicach::report
{

/// What the text says over an empty report. Its numbers stand as typed ones; what was computed
/// beside them is not asked again. Pure; invalid "report.submission.unreadable" where the text is
/// none of ours.
[[nodiscard]] Result<Filled> thawed(std::string_view snapshot, const Report& report,
                                    const ReportPeriod& period,
                                    // Shared: what comes back points into it.
                                    std::shared_ptr<const Definition> definition);

[[nodiscard]] Result<Filled> sent_report(database::Transaction& transaction, const Report& report,
                                         const Submission& submission);

}  // namespace caicach::report
