#include "obligation/proposal/proposal_generation.hpp"

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>

#include "obligation/cascade/part_store.hpp"
#include "obligation/obligation_store.hpp"
#include "obligation/proposal/proposal_steps.hpp"

namespace caicach::obligation
{
namespace
{

constexpr std::string_view whole_closed = "Việc của cơ quan chủ trì đã khép lại";
constexpr std::string_view not_named = "Kế hoạch không còn nêu cơ quan này phối hợp";
constexpr std::string_view agency_ended = "Cơ quan đã được sắp xếp lại";

class Renewal
{
public:
    Renewal(Context& context, database::Transaction& transaction,
            const organisation::Succession& succession)
        : m_context(context), m_transaction(transaction), m_succession(succession)
    {
    }

    Result<void> renew(const Proposal& before)
    {
        auto proposal = before;
        const auto whole = TRY(whole_of(before));
        if (whole) {
            proposal.whole = whole->id;
            proposal.giver = whole->agency;
        } else {
            return before.is_waiting() ? lapse(before, whole_closed) : Result<void>{};
        }
        proposal.agency = heir_of(before);
        const bool is_moved = proposal.whole != before.whole || proposal.agency != before.agency;
        if (is_moved) {
            const bool is_free = TRY(is_free_for(proposal, *whole));
            if (!is_free) return before.is_waiting() ? lapse(before, agency_ended) : Result<void>{};
            TRY(pass_on(proposal));
        }
        if (!proposal.is_waiting()) return {};
        const auto named = TRY(cooperating(m_transaction, *whole));
        if (std::ranges::find(named, proposal.agency) != named.end()) return {};
        return lapse(proposal, not_named);
    }

private:
    /// The same, or the same work of the one agency that took its agency over.
    Result<std::optional<Obligation>> whole_of(const Proposal& proposal)
    {
        auto whole = TRY(ObligationStore{m_transaction}.find(proposal.whole));
        if (whole.closing != Closing::closed) return std::optional{std::move(whole)};
        const auto heirs = m_succession.heirs(whole.agency, day_of(proposal), whole.due_on);
        if (heirs.size() != 1 || heirs.front().agency == whole.agency)
            return std::optional<Obligation>{};
        auto other =
            TRY(PartStore{m_transaction}.obligation_like(whole, heirs.front().agency, whole.quota));
        if (other && other->closing == Closing::closed) other.reset();
        return other;
    }

    /// Who answers for it today; of one that was divided it stays with that.
    [[nodiscard]] organisation::AgencyId heir_of(const Proposal& proposal) const
    {
        const auto heirs = m_succession.heirs(proposal.agency, day_of(proposal), m_context.today());
        return heirs.size() == 1 ? heirs.front().agency : proposal.agency;
    }

    /// Nobody cooperates with itself, and each agency has one proposal of a whole.
    Result<bool> is_free_for(const Proposal& proposal, const Obligation& whole)
    {
        if (proposal.agency == whole.agency) return false;
        const auto others = TRY(ProposalStore{m_transaction}.of(whole.id));
        return std::ranges::none_of(others, [&](const Proposal& other) {
            return other.agency == proposal.agency && other.id != proposal.id;
        });
    }

    [[nodiscard]] static Date day_of(const Proposal& proposal)
    {
        return Date::of(proposal.changed_at);
    }

    Result<void> pass_on(Proposal& proposal)
    {
        TRY(ProposalStore{m_transaction}.save(proposal));
        return note_step(m_context, m_transaction, proposal,
                         {.kind = ProposalStep::Kind::passed_on, .agency = proposal.giver});
    }

    Result<void> lapse(Proposal proposal, std::string_view reason)
    {
        proposal.state = ProposalState::lapsed;
        proposal.changed_at = m_context.now();
        TRY(ProposalStore{m_transaction}.save(proposal));
        return note_step(m_context, m_transaction, proposal,
                         {.kind = ProposalStep::Kind::lapsed,
                          .agency = proposal.giver,
                          .text = std::string{reason}});
    }

    Context& m_context;
    database::Transaction& m_transaction;
    const organisation::Succession& m_succession;
};

}  // namespace

Result<void> renew_proposals(Context& context, database::Transaction& transaction,
                             plan::PlanId plan, const organisation::Succession& succession)
{
    Renewal renewal{context, transaction, succession};
    const auto all = TRY(ProposalStore{transaction}.of_plan(plan));
    for (const auto& proposal : all) TRY(renewal.renew(proposal));
    return {};
}

}  // namespace caicach::obligation
