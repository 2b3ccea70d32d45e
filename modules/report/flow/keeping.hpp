#pragma once
#include <string>

#include "manifest/context.hpp"
#include "report/filling/filled.hpp"
#include "report/flow/submission.hpp"

namespace caicach::report
{

/// Why a report is sent.
enum class Sent { usual, correction };

/// Freezes what the report says now, behind the submissions before it, and keeps it. conflict
/// "report.flow.too_many"; too_large "report.flow.too_large".
[[nodiscard]] Result<Submission> freeze_and_keep(Context& context,
                                                 database::Transaction& transaction,
                                                 const Filled& filled, Sent sent,
                                                 const std::string& reason);

/// What was kept is what the report says from now on: its numbers stand, what was said of it and
/// came behind the one before is settled.
[[nodiscard]] Result<void> let_stand(Context& context, database::Transaction& transaction,
                                     Report& report, const Filled& filled,
                                     const Submission& submission);

}  // namespace caicach::report
