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

enum class StepKind {
    submitted,
    recalled,
    checked,
    approved,
    sent_back,
    reopened,
    extended,
    corrected,
};
[[nodiscard]] std::string_view name_of(StepKind kind);   ///< "sent_back", as it is stored
[[nodiscard]] std::string_view label_of(StepKind kind);  ///< "Trả lại"

/// The same of a stored name.
[[nodiscard]] std::string_view step_label(std::string_view name);

/// What was done with a report, appended: by account and agency, never by name.
struct Step {
    StepKind kind{};
    std::string text{};  ///< the reason, a note; may be empty
    AccountId account{};
    organisation::AgencyId agency{};
    Instant taken_at{};
};

struct RemarkTag;
using RemarkId = Id<RemarkTag>;

/// What a checker says of one field; it stands until somebody settles it, or the report is sent
/// again.
struct Remark {
    RemarkId id{};
    std::string field{};  ///< key of an indicator, a table or a narrative; empty: of the whole
    std::string text{};
    AccountId account{};
    organisation::AgencyId agency{};
    Instant taken_at{};
    std::optional<Instant> settled_at{};
};

class StepStore
{
public:
    explicit StepStore(database::Transaction& transaction) : m_transaction(transaction) {}

    [[nodiscard]] Result<void> add(ReportId report, const Step& step);
    /// The latest first; at most limits::steps_shown_max.
    [[nodiscard]] Result<std::vector<Step>> of_report(ReportId report);
    [[nodiscard]] Result<void> add(ReportId report, SubmissionId submission, const Remark& remark);
    /// In their order, those that are settled too; what is said of a report is numbered by it,
    /// from 1.
    [[nodiscard]] Result<std::vector<Remark>> all_remarks(ReportId report);
    /// conflict "base.changed_meanwhile" where it is settled already.
    [[nodiscard]] Result<void> settle_remark(RemarkId remark, Instant at);
    [[nodiscard]] Result<void> settle_remarks(ReportId report, Instant at);

private:
    database::Transaction& m_transaction;
};

}  // namespace caicach::report
