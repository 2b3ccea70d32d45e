#pragma once
#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "obligation/cascade/part.hpp"

/// A part of its work that an agency proposes to one which the item names as cooperating. The two
/// agree on content, measure, quantity and day; only what is agreed becomes a part, and is owed.
/// Pure.
namespace caicach::obligation
{

/// proposed: the cooperating agency is to answer; countered: it proposes otherwise, and who owes
/// the whole is to answer; lapsed: the plan, or who owes it, is no more as it was.
enum class ProposalState { proposed, countered, agreed, refused, withdrawn, lapsed };
inline constexpr std::array proposal_states{ProposalState::proposed,  ProposalState::countered,
                                            ProposalState::agreed,    ProposalState::refused,
                                            ProposalState::withdrawn, ProposalState::lapsed};
[[nodiscard]] std::string_view name_of(ProposalState state);
[[nodiscard]] std::string_view label_of(ProposalState state);
[[nodiscard]] ProposalState proposal_state_from(std::string_view name);

/// What is to be agreed on.
struct ProposalTerms {
    std::string content{};
    std::string measure{};  ///< how it is done (biện pháp); may be empty
    std::int64_t needed{1};
    std::optional<Date> due_on{};  ///< none: the last day of the whole

    friend bool operator==(const ProposalTerms&, const ProposalTerms&) = default;
};
/// As the note of a part says it.
[[nodiscard]] std::string note_of(const ProposalTerms& terms);

struct Proposal {
    ProposalId id{};
    std::string code{};    ///< stands in addresses
    ObligationId whole{};  ///< of which it is to be a part
    plan::PlanId plan{};
    plan::ItemId lineage{};
    organisation::AgencyId giver{};   ///< who owes the whole
    organisation::AgencyId agency{};  ///< who cooperates
    ProposalState state{ProposalState::proposed};
    ProposalTerms terms{};  ///< the last that either side proposed
    bool later{};           ///< of later periods, too
    Instant changed_at{};
    std::int64_t version{};

    [[nodiscard]] bool is_waiting() const
    {
        return state == ProposalState::proposed || state == ProposalState::countered;
    }
    /// Who is to answer; none where nothing waits.
    [[nodiscard]] organisation::AgencyId waits_for() const;

    /// Anew, or otherwise than before, by who owes the whole. invalid "obligation.proposal.same"
    /// (content) where those terms are proposed or agreed already.
    [[nodiscard]] Result<void> propose(ProposalTerms wanted);
    /// Otherwise, by who is to cooperate. conflict "obligation.proposal.not_waiting"; invalid
    /// "obligation.proposal.same" (content).
    [[nodiscard]] Result<void> counter(ProposalTerms wanted);
    /// By who is to answer. conflict "obligation.proposal.not_waiting".
    [[nodiscard]] Result<void> agree();
    /// By who is to cooperate. conflict "obligation.proposal.not_waiting".
    [[nodiscard]] Result<void> refuse();
    /// By who proposed it, unless it is agreed: a part is withdrawn as all parts are. conflict
    /// "obligation.proposal.not_waiting".
    [[nodiscard]] Result<void> withdraw();
};

}  // namespace caicach::obligation
