#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "database/transaction.hpp"
#include "manifest/actor.hpp"
#include "report/report.hpp"

namespace caicach::report
{

inline constexpr std::string_view correction_kind = "correction";

/// What an agency sent, frozen. It is never changed and never removed.
struct Submission {
    SubmissionId id{};
    ReportId report{};
    int number{1};       ///< of the report's, from 1
    std::string kind{};  ///< "first", "again", "correction"
    std::string code{};  ///< public: of the receipt
    FormVersionId version_of_form{};
    std::string sha256{};  ///< of its content, 64 digits
    Instant sent_at{};
    AccountId account{};
    std::string reason{};  ///< of a correction
};

/// Submissions as rows; the content is read by itself, for it is long.
class SubmissionStore
{
public:
    explicit SubmissionStore(database::Transaction& transaction) : m_transaction(transaction) {}

    /// conflict "base.already_exists" where somebody sent that number at the same moment.
    [[nodiscard]] Result<void> insert(const Submission& submission, std::string_view content);
    /// The latest first; at most limits::submissions_max.
    [[nodiscard]] Result<std::vector<Submission>> of_report(ReportId report);
    /// The n-th of the report. not_found "report.submission.not_found".
    [[nodiscard]] Result<Submission> by_number(ReportId report, std::int64_t number);
    /// not_found "report.submission.not_found".
    [[nodiscard]] Result<Submission> find(SubmissionId id);
    [[nodiscard]] Result<Submission> by_code(std::string_view code);
    [[nodiscard]] Result<std::string> content(SubmissionId id);

private:
    database::Transaction& m_transaction;
};

}  // namespace caicach::report
