#pragma once
#include <string>
#include <string_view>

#include "database/transaction.hpp"
#include "manifest/actor.hpp"
#include "report/ids.hpp"

namespace caicach::report
{

/// What somebody brought into a report and nobody has confirmed yet.
struct Proposal {
    ProposalId id{};
    std::string code{};  ///< public: stands in addresses
    ReportId report{};
    std::string file_name{};  ///< empty: it was pasted
    std::string content{};    ///< JSON
    AccountId by{};
    Instant at{};
};

/// Proposals as rows. not_found "report.import.not_found".
class ProposalStore
{
public:
    explicit ProposalStore(database::Transaction& transaction) : m_transaction(transaction) {}

    /// Those that nobody confirmed in limits::proposal_days go.
    [[nodiscard]] Result<void> insert(const Proposal& proposal);
    [[nodiscard]] Result<Proposal> find(ReportId report, std::string_view code);
    [[nodiscard]] Result<void> remove(ProposalId id);

private:
    database::Transaction& m_transaction;
};

}  // namespace caicach::report
