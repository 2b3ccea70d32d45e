#include "obligation/proposal/proposal.hpp"

#include <utility>

namespace caicach::obligation
{
namespace
{

struct StateText {
    std::string_view name{};
    std::string_view label{};
};
/// In the order of their enumerators.
constexpr std::array<StateText, proposal_states.size()> state_texts{{
    {"proposed", "Chờ cơ quan phối hợp trả lời"},
    {"countered", "Chờ cơ quan chủ trì trả lời"},
    {"agreed", "Đã thống nhất"},
    {"refused", "Không nhận"},
    {"withdrawn", "Đã rút"},
    {"lapsed", "Hết hiệu lực"},
}};

tl::unexpected<Error> not_waiting()
{
    return failure(Failure::conflict, "obligation.proposal.not_waiting");
}

tl::unexpected<Error> same_terms()
{
    return failure(Failure::invalid, "obligation.proposal.same", "content");
}

}  // namespace

std::string_view name_of(ProposalState state)
{
    return state_texts[static_cast<std::size_t>(state)].name;
}

std::string_view label_of(ProposalState state)
{
    return state_texts[static_cast<std::size_t>(state)].label;
}

ProposalState proposal_state_from(std::string_view name)
{
    for (const auto state : proposal_states)
        if (name_of(state) == name) return state;
    return ProposalState::lapsed;
}

std::string note_of(const ProposalTerms& terms)
{
    return terms.measure.empty() ? terms.content : terms.content + "\nBiện pháp: " + terms.measure;
}

organisation::AgencyId Proposal::waits_for() const
{
    if (state == ProposalState::proposed) return agency;
    return state == ProposalState::countered ? giver : organisation::AgencyId{};
}

Result<void> Proposal::propose(ProposalTerms wanted)
{
    const bool stands = state == ProposalState::proposed || state == ProposalState::agreed;
    if (stands && wanted == terms) return same_terms();
    terms = std::move(wanted);
    state = ProposalState::proposed;
    return {};
}

Result<void> Proposal::counter(ProposalTerms wanted)
{
    if (state != ProposalState::proposed) return not_waiting();
    if (wanted == terms) return same_terms();
    terms = std::move(wanted);
    state = ProposalState::countered;
    return {};
}

Result<void> Proposal::agree()
{
    if (!is_waiting()) return not_waiting();
    state = ProposalState::agreed;
    return {};
}

Result<void> Proposal::refuse()
{
    if (state != ProposalState::proposed) return not_waiting();
    state = ProposalState::refused;
    return {};
}

Result<void> Proposal::withdraw()
{
    if (!is_waiting()) return not_waiting();
    state = ProposalState::withdrawn;
    return {};
}

}  // namespace caicach::obligation
