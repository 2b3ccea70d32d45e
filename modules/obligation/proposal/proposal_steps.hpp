#pragma once
#include <cstdint>
#include <string_view>
#include <vector>

#include "manifest/context.hpp"
#include "obligation/assignment/assignment.hpp"
#include "obligation/proposal/proposal_store.hpp"

/// What people do about proposals. Each step is appended, audited, and told to the other side, in
/// the same transaction. Who may hand on at an agency speaks for it; whoever acts for one of the
/// two does not speak for the other: forbidden "obligation.proposal.other_side". Who may for both
/// proposes for the giver, but answers for the agency that is asked only where they act for it:
/// forbidden "….both_sides". Nobody agrees to what they proposed, whomever they act for: forbidden
/// "….own_terms".
namespace caicach::obligation
{

/// Whom the item names as cooperating now, other than who owes it.
[[nodiscard]] Result<std::vector<organisation::AgencyId>> cooperating(
    database::Transaction& transaction, const Obligation& whole);

/// forbidden for who may not hand on at the owing agency, or at one that answers for it now;
/// conflict "obligation.closed", "obligation.part.own_plan", "obligation.proposal.of_part" where it
/// is a part itself, "obligation.proposal.whole_late" where its last day is over.
[[nodiscard]] Result<void> check_proposing(const Context& context,
                                           database::Transaction& transaction,
                                           const Obligation& whole);

/// As a person fills it in.
struct NewProposal {
    organisation::AgencyId agency{};
    ProposalTerms terms{};
    Reach reach{Reach::this_period};
};
/// invalid, besides what `check_proposing` says: "obligation.proposal.stranger" (agency) for who
/// is not named, "….there_already" (agency) for who has a part or a proposal that stands;
/// "….content_missing" (content), and what check_part_due says (due_on).
[[nodiscard]] Result<Proposal> propose(Context& context, database::Transaction& transaction,
                                       const Obligation& whole, const NewProposal& wanted);

/// A step about a proposal of that version. conflict "base.changed_meanwhile" where it is of
/// another, "obligation.proposal.too_many_steps"; what Proposal says of each.
struct ProposalDeed {
    const Proposal& proposal;
    std::int64_t version{};
};
/// Again, otherwise than before, by who owes the whole: also of a part that is agreed, which stands
/// as it is until this is agreed, too.
[[nodiscard]] Result<void> propose_again(Context& context, database::Transaction& transaction,
                                         const ProposalDeed& deed, const ProposalTerms& terms,
                                         Reach reach);
/// invalid "obligation.proposal.reason_missing" (reason).
[[nodiscard]] Result<void> counter(Context& context, database::Transaction& transaction,
                                   const ProposalDeed& deed, const ProposalTerms& terms,
                                   std::string_view reason);
/// The part is owed from now on. conflict "obligation.proposal.due_over" where its day went by
/// while it waited, "….not_named" where the item names the agency no more.
[[nodiscard]] Result<void> agree(Context& context, database::Transaction& transaction,
                                 const ProposalDeed& deed);
/// invalid "obligation.proposal.reason_missing" (refusal).
[[nodiscard]] Result<void> refuse(Context& context, database::Transaction& transaction,
                                  const ProposalDeed& deed, std::string_view reason);
[[nodiscard]] Result<void> withdraw_proposal(Context& context, database::Transaction& transaction,
                                             const ProposalDeed& deed, std::string_view note);

/// Appends a step nobody took by hand, and tells both sides.
[[nodiscard]] Result<void> note_step(Context& context, database::Transaction& transaction,
                                     const Proposal& proposal, ProposalStep step);

/// What the reader may do about it now.
struct ProposalRights {
    bool may_see{};
    bool may_agree{};
    bool may_counter{};  ///< and refuse
    bool may_propose{};  ///< again
    bool may_withdraw{};
};
/// Both sides see it, and who watches the plan.
[[nodiscard]] Result<ProposalRights> rights_of(const Context& context,
                                               database::Transaction& transaction,
                                               const Proposal& proposal, const Obligation& whole);

/// Before a form is read: forbidden for who may not speak for that side.
enum class Side { giver, agency };
[[nodiscard]] Result<void> require_side(const Context& context, database::Transaction& transaction,
                                        const Proposal& proposal, const Obligation& whole,
                                        Side side);
/// Who is to answer; the giver, where nothing waits.
[[nodiscard]] Side answering_side(const Proposal& proposal);

}  // namespace caicach::obligation
