#pragma once
#include <cstdint>
#include <map>
#include <string>
#include <string_view>

#include "manifest/context.hpp"
#include "report/flow/submission.hpp"
#include "report/report.hpp"

/// What people do with a report that is held (ReportStore::hold). Each step asks whether it may be
/// done now, keeps itself, is audited and told to whoever waits for it, all in one transaction.
/// Failures of each: conflict "report.flow.{not_now,locked}", "base.changed_meanwhile"; forbidden
/// for who may not.
namespace caicach::report
{

/// Freezes what the report says now and hands it to its collector. invalid
/// "report.secret.not_confirmed" (khong_mat) unless its sender says that no secret is in it;
/// "report.flow.faults" where it breaks a rule that stops it.
[[nodiscard]] Result<Submission> submit(Context& context, database::Transaction& transaction,
                                        Report& report, bool says_no_secret);
/// By who sent it, while nobody has checked it: it is a draft again.
[[nodiscard]] Result<void> recall(Context& context, database::Transaction& transaction,
                                  Report& report);

/// Where the form asks for it, by another person than sent it: forbidden
/// "report.flow.second_person". The note may be empty.
[[nodiscard]] Result<void> check_report(Context& context, database::Transaction& transaction,
                                        Report& report, std::string_view note);
[[nodiscard]] Result<void> approve(Context& context, database::Transaction& transaction,
                                   Report& report, std::string_view note);
/// Remarks stand by the keys of parts. invalid "report.flow.reason_missing" (ly_do) where neither
/// a reason nor a remark says why; "report.flow.remark_field" for what the form does not have.
[[nodiscard]] Result<void> send_back(Context& context, database::Transaction& transaction,
                                     Report& report, std::string_view reason,
                                     const std::map<std::string, std::string>& remarks);
/// The same without sending it back: its agency reads them, and answers with the next sending.
/// invalid "report.flow.remark_missing" where there is none.
[[nodiscard]] Result<void> add_remarks(Context& context, database::Transaction& transaction,
                                       Report& report,
                                       const std::map<std::string, std::string>& remarks);
/// What was said is seen to: by who fills the report in, or who checks it.
[[nodiscard]] Result<void> require_settling(const Context& context, const Report& report);
/// not_found
/// "report.flow.remark_unknown"; conflict "report.flow.remark_settled".
[[nodiscard]] Result<void> settle_remark(Context& context, database::Transaction& transaction,
                                         const Report& report, std::int64_t number);
/// An approved one is sent back. invalid "report.flow.reason_missing" (ly_do).
[[nodiscard]] Result<void> reopen(Context& context, database::Transaction& transaction,
                                  Report& report, std::string_view reason);
/// A locked one may be changed until that day is over. invalid "report.flow.reason_missing"
/// (ly_do), "report.flow.day_past" (den_ngay).
[[nodiscard]] Result<void> extend(Context& context, database::Transaction& transaction,
                                  Report& report, Date until, std::string_view reason);

}  // namespace caicach::report
