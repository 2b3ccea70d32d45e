#pragma once
#include "base/id.hpp"

namespace caicach::report
{

struct FormTag;
using FormId = Id<FormTag>;
struct FormVersionTag;
using FormVersionId = Id<FormVersionTag>;
struct PeriodTag;
using PeriodId = Id<PeriodTag>;
struct ReportTag;
using ReportId = Id<ReportTag>;
struct SubmissionTag;
using SubmissionId = Id<SubmissionTag>;
struct ProposalTag;
using ProposalId = Id<ProposalTag>;

}  // namespace caicach::report
