#pragma once
#include <cstdint>
#include <optional>
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

/// Of one agency: how many it is to answer, and the answers that it waits for; since when the
/// longest.
struct ProposalsWaiting {
    std::int64_t own{};
    std::optional<Instant> own_since{};
    std::int64_t others{};
    std::optional<Instant> others_since{};
};

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
    /// It does not grow with what is settled.
    [[nodiscard]] Result<ProposalsWaiting> waiting_of(organisation::AgencyId agency);
    /// That wait since a day, each once; `after`: the one behind which the list goes on.
    [[nodiscard]] Result<std::vector<Proposal>> waiting_since(Date day,
                                                              const std::optional<Proposal>& after,
                                                              int limit);
    /// Whether it is new: a person is reminded of a step once by each rule.
    [[nodiscard]] Result<bool> add_reminder(const Proposal& proposal, AccountId account,
                                            std::string_view rule, Instant now);

    [[nodiscard]] Result<void> add(const Proposal& proposal);
    /// conflict when somebody saved it in between.
    [[nodiscard]] Result<void> save(Proposal& proposal);
    [[nodiscard]] Result<void> add_step(ProposalId proposal, const ProposalStep& step);
    [[nodiscard]] Result<std::vector<ProposalStep>> steps(ProposalId proposal);

private:
    database::Transaction& m_transaction;
};

}  // namespace caicach::obligation
