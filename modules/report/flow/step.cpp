#include "report/flow/step.hpp"

#include <algorithm>
#include <array>

#include "report/limits.hpp"
#include "report/sql.hpp"

namespace caicach::report
{
namespace
{

struct StepTag;
using StepId = Id<StepTag>;

constexpr std::array<std::string_view, 8> names{"submitted", "recalled", "checked",  "approved",
                                                "sent_back", "reopened", "extended", "corrected"};
constexpr std::array<std::string_view, 8> labels{
    "Gửi",     "Rút lại", "Kiểm tra xong",   "Phê duyệt",
    "Trả lại", "Mở lại",  "Gia hạn mở khóa", "Điều chỉnh"};

StepKind kind_from(std::string_view stored)
{
    const auto* const name = std::ranges::find(names, stored);
    VERIFY(name != names.end());
    return static_cast<StepKind>(name - names.begin());
}

Step step_from(const database::Row& row)
{
    return {.kind = kind_from(row.text("step")),
            .text = row.string("text"),
            .account = AccountId{row.integer("account_id")},
            .agency = row.id<organisation::AgencyId>("agency_id"),
            .taken_at = row.instant("taken_at")};
}

Remark remark_from(const database::Row& row)
{
    return {.id = row.id<RemarkId>("id"),
            .field = row.string("field"),
            .text = row.string("text"),
            .account = AccountId{row.integer("account_id")},
            .agency = row.id<organisation::AgencyId>("agency_id"),
            .taken_at = row.instant("taken_at"),
            .settled_at = row.maybe_instant("settled_at")};
}

}  // namespace

std::string_view name_of(StepKind kind) { return names.at(static_cast<std::size_t>(kind)); }

std::string_view label_of(StepKind kind) { return labels.at(static_cast<std::size_t>(kind)); }

std::string_view step_label(std::string_view name) { return label_of(kind_from(name)); }

Result<void> StepStore::add(ReportId report, const Step& step)
{
    return m_transaction.change_one(sql::insert_step, make_id<StepId>(), report, name_of(step.kind),
                                    step.text, step.account, step.agency, step.taken_at);
}

Result<std::vector<Step>> StepStore::of_report(ReportId report)
{
    return m_transaction.all(sql::steps_of, step_from, report, limits::steps_shown_max);
}

Result<void> StepStore::add(ReportId report, SubmissionId submission, const Remark& remark)
{
    return m_transaction.change_one(sql::insert_remark, make_id<RemarkId>(), report, submission,
                                    remark.field, remark.text, remark.account, remark.agency,
                                    remark.taken_at);
}

Result<std::vector<Remark>> StepStore::all_remarks(ReportId report)
{
    return m_transaction.all(sql::all_remarks_of, remark_from, report, limits::remarks_max);
}

Result<void> StepStore::settle_remark(RemarkId remark, Instant at)
{
    return m_transaction.change_one(sql::settle_remark, remark, at);
}

Result<void> StepStore::settle_remarks(ReportId report, Instant at)
{
    TRY(m_transaction.change(sql::settle_remarks, report, at));
    return {};
}

}  // namespace caicach::report
