#include "report/flow/submission.hpp"

#include <utility>

#include "report/limits.hpp"
#include "report/sql.hpp"

namespace caicach::report
{
namespace
{

Submission submission_from(const database::Row& row)
{
    return {.id = row.id<SubmissionId>("id"),
            .report = row.id<ReportId>("report_id"),
            .number = static_cast<int>(row.integer("number")),
            .kind = row.string("kind"),
            .code = row.string("code"),
            .version_of_form = row.id<FormVersionId>("form_version_id"),
            .sha256 = row.string("sha256"),
            .sent_at = row.instant("sent_at"),
            .account = AccountId{row.integer("account_id")},
            .reason = row.string("reason")};
}

}  // namespace

Result<void> SubmissionStore::insert(const Submission& submission, std::string_view content)
{
    return m_transaction.change_one(sql::insert_submission, submission.id, submission.report,
                                    submission.number, submission.kind, submission.code,
                                    submission.version_of_form, content, submission.sha256,
                                    submission.sent_at, submission.account, submission.reason);
}

Result<std::vector<Submission>> SubmissionStore::of_report(ReportId report)
{
    return m_transaction.all(sql::submissions_of, submission_from, report, limits::submissions_max);
}

Result<Submission> SubmissionStore::by_number(ReportId report, std::int64_t number)
{
    auto found =
        TRY(m_transaction.maybe_one(sql::submission_by_number, submission_from, report, number));
    if (!found) return failure(Failure::not_found, "report.submission.not_found");
    return std::move(*found);
}

Result<Submission> SubmissionStore::find(SubmissionId id)
{
    auto found = TRY(m_transaction.maybe_one(sql::submission_by_id, submission_from, id));
    if (!found) return failure(Failure::not_found, "report.submission.not_found");
    return std::move(*found);
}

Result<Submission> SubmissionStore::by_code(std::string_view code)
{
    auto found = TRY(m_transaction.maybe_one(sql::submission_by_code, submission_from, code));
    if (!found) return failure(Failure::not_found, "report.submission.not_found");
    return std::move(*found);
}

Result<std::string> SubmissionStore::content(SubmissionId id)
{
    const auto content = [](const database::Row& row) { return row.string("content"); };
    return m_transaction.one(sql::content_of_submission, content, id);
}

}  // namespace caicach::report
