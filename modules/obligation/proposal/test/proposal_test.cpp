#include "obligation/proposal/proposal.hpp"

#include <doctest/doctest.h>

namespace caicach::obligation
{
namespace
{

const ProposalTerms two{.content = "Viết bài", .needed = 2};
const ProposalTerms one{.content = "Viết bài", .needed = 1};

Proposal in_state(ProposalState state)
{
    return {.giver = {1}, .agency = {2}, .state = state, .terms = two};
}

}  // namespace

TEST_CASE("each state of a proposal lets through what its side may say, and nothing else")
{
    for (const auto state : proposal_states) {
        const bool is_proposed = state == ProposalState::proposed;
        const bool waits = is_proposed || state == ProposalState::countered;
        CAPTURE(name_of(state));
        CHECK(proposal_state_from(name_of(state)) == state);
        CHECK(in_state(state).is_waiting() == waits);
        CHECK(in_state(state).agree().has_value() == waits);
        CHECK(in_state(state).withdraw().has_value() == waits);
        CHECK(in_state(state).refuse().has_value() == is_proposed);
        CHECK(in_state(state).counter(one).has_value() == is_proposed);
        CHECK(in_state(state).propose(one));
    }
}

TEST_CASE("it waits for the cooperating agency, and after another offer for who owes the whole")
{
    auto proposal = in_state(ProposalState::proposed);
    CHECK(proposal.waits_for() == proposal.agency);
    REQUIRE(proposal.counter(one));
    CHECK(proposal.waits_for() == proposal.giver);
    CHECK(proposal.terms == one);
    REQUIRE(proposal.agree());
    CHECK_FALSE(proposal.waits_for());
}

TEST_CASE("nothing is proposed as it stands already")
{
    CHECK(in_state(ProposalState::proposed).counter(two).error().key == "obligation.proposal.same");
    CHECK(in_state(ProposalState::proposed).propose(two).error().key == "obligation.proposal.same");
    CHECK(in_state(ProposalState::agreed).propose(two).error().key == "obligation.proposal.same");
    CHECK(in_state(ProposalState::refused).propose(two));
    CHECK(in_state(ProposalState::countered).propose(two));
}

TEST_CASE("what was agreed is the note of the part, with how it is done")
{
    CHECK(note_of(two) == "Viết bài");
    CHECK(note_of({.content = "Viết bài", .measure = "Cử hai người"}) ==
          "Viết bài\nBiện pháp: Cử hai người");
}

}  // namespace caicach::obligation
