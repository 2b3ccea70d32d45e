#pragma once
#include "evidence/api.hpp"
#include "manifest/module.hpp"
#include "report/flow/submission.hpp"
#include "report/report.hpp"

/// That an agency sent a report is a fact: what a plan asks for is done by it, as the form says of
/// which duty it is. While nothing of the report stands – it was recalled, sent back, opened again
/// – the fact is taken back, and the plan shows the duty as open. Sent anew it counts from the day
/// of the first sending: that one says whether the agency was in time.
namespace caicach::report
{

inline constexpr evidence::FactKind submitted_fact{
    .key = "report.submitted", .text = "Báo cáo đã gửi", .unit = "báo cáo", .product = "report"};

/// Behind a step that was kept: the ledger says of the report whether it stands sent. `sha256` is
/// that of what stands; empty where nothing does.
[[nodiscard]] Result<void> follow_with_fact(Context& context, database::Transaction& transaction,
                                            const Report& report, const Definition& definition,
                                            std::string_view sha256);

void add_sent_facts(Module& module);

}  // namespace caicach::report
