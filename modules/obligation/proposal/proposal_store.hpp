#pragma once
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "database/transaction.hpp"
#include "obligation/proposal/proposal.hpp"
#include "obligation/work.hpp"

namespace caicach::obligation
{

/// What was said of a proposal, with the terms as they were then.
struct ProposalStep {
    enum class Kind { proposed, countered, agreed, refused, withdrawn, lapsed, passed_on };

    Kind kind{};
    organisation::AgencyId agency{};  ///< for which the person acted
    AccountId account{};              ///< none: the system
    Instant taken_at{};
    std::string text{};  ///< why
    ProposalTerms terms{};
};
[[nodiscard]] std::string_view name_of(ProposalStep::Kind kind);
[[nodiscard]] std::string_view label_of(ProposalStep::Kind kind);
[[nodiscard]] ProposalStep::Kind proposal_step_from(std::string_view name);

/// A proposal with the item whose work it is about.
struct ListedProposal {
    Proposal proposal{};
    Work work{};
};

/// Which of an agency's: those that it is to answer, those whose answer it waits for, both the
/// longest waiting first; those that are settled, the newest first.
enum class ProposalBox { own, others, settled };

/// Proposals ↔ rows.
class ProposalStore
{
public:
    explicit ProposalStore(database::Transaction& transaction) : m_transaction(transaction) {}

    /// not_found "obligation.proposal.not_found".
    [[nodiscard]] Result<Proposal> find(std::string_view code);
    [[nodiscard]] Result<Proposal> find(ProposalId id);
    /// Of one whole; limits::proposals_max.
    [[nodiscard]] Result<std::vector<Proposal>> of(ObligationId whole);
    /// That wait, or are agreed.
    [[nodiscard]] Result<std::vector<Proposal>> of_plan(plan::PlanId plan);
    /// `after`: the one behind which the list goes on; none: it begins.
    [[nodiscard]] Result<std::vector<ListedProposal>> of_agency(organisation::AgencyId agency,
                                                                ProposalBox box, ProposalId after,
                                                                int limit);
    /// How many an agency is to answer.
    [[nodiscard]] Result<std::int64_t> waiting_for(organisation::AgencyId agency);

    [[nodiscard]] Result<void> add(const Proposal& proposal);
    /// conflict when somebody saved it in between.
    [[nodiscard]] Result<void> save(Proposal& proposal);
    [[nodiscard]] Result<void> add_step(ProposalId proposal, const ProposalStep& step);
    [[nodiscard]] Result<std::vector<ProposalStep>> steps(ProposalId proposal);

private:
    database::Transaction& m_transaction;
};

}  // namespace caicach::obligation
