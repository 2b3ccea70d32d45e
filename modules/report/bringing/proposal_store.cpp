#include "report/bringing/proposal_store.hpp"

#include <utility>

#include "report/limits.hpp"
#include "report/sql.hpp"

namespace caicach::report
{
namespace
{

Proposal proposal_from(const database::Row& row)
{
    return {.id = row.id<ProposalId>("id"),
            .code = row.string("code"),
            .report = row.id<ReportId>("report_id"),
            .file_name = row.string("file_name"),
            .content = row.string("content"),
            .by = row.id<AccountId>("made_by"),
            .at = row.instant("made_at")};
}

}  // namespace

Result<void> ProposalStore::insert(const Proposal& proposal)
{
    constexpr std::int64_t seconds_a_day = 86'400;
    TRY(m_transaction.change(sql::remove_old_proposals,
                             proposal.at + -limits::proposal_days * seconds_a_day));
    return m_transaction.change_one(sql::insert_proposal, proposal.id, proposal.code,
                                    proposal.report, proposal.file_name, proposal.content,
                                    proposal.by, proposal.at);
}

Result<Proposal> ProposalStore::find(ReportId report, std::string_view code)
{
    auto found = TRY(m_transaction.maybe_one(sql::proposal_by_code, proposal_from, code, report));
    if (!found) return failure(Failure::not_found, "report.import.not_found");
    return std::move(*found);
}

Result<void> ProposalStore::remove(ProposalId id)
{
    return m_transaction.change_one(sql::remove_proposal, id);
}

}  // namespace caicach::report
