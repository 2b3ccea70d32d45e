#include "obligation/proposal/proposal_generation.hpp"

#include "obligation/proposal/test/partners.hpp"

namespace caicach::obligation
{

TEST_CASE("a proposal that waits lapses where the item names the agency no more; a part stays")
{
    in_province([](Province& province) {
        const Partners partners{province};
        MUST(partners.try_to_propose(partners.health));
        partners.agree_with(partners.finance);
        generate_anew(province, partners.plan);
        CHECK(partners.proposal(partners.health).is_waiting());
        amend(province, partners.plan, [](plan::Item& item) { item.support.clear(); });
        const auto lapsed = partners.proposal(partners.health);
        CHECK(lapsed.state == ProposalState::lapsed);
        CHECK(!partners.try_to_agree(lapsed));
        CHECK(!partners.try_again(lapsed, {.content = "Viết bài"}));
        CHECK(partners.proposal(partners.finance).state == ProposalState::agreed);
        REQUIRE(partners.parts().size() == 1);
        CHECK(partners.parts().front().obligation.closing == Closing::none);
        auto transaction = MUST(province.context.read());
        const auto steps = MUST(ProposalStore{transaction}.steps(lapsed.id));
        CHECK(steps.back().kind == ProposalStep::Kind::lapsed);
        CHECK(steps.back().text.find("không còn nêu") != std::string::npos);
        province.check_everything();
    });
}

TEST_CASE("what waits lapses with its whole")
{
    in_province([](Province& province) {
        const Partners partners{province};
        MUST(partners.try_to_propose(partners.health));
        const auto whole = partners.whole();
        amend(province, partners.plan,
              [](plan::Item& item) { item.quotas.front().per = plan::Period::quarter; });
        auto transaction = MUST(province.context.read());
        const auto all = MUST(ProposalStore{transaction}.of(whole.id));
        REQUIRE(all.size() == 1);
        CHECK(all.front().state == ProposalState::lapsed);
    });
}

TEST_CASE("who takes a cooperating agency over answers for it, and has its part")
{
    in_province([](Province& province) {
        const Partners partners{province};
        MUST(partners.try_to_propose(partners.health));
        partners.agree_with(partners.finance);
        province.desk.clock.set_today(day(3, 20));
        merge(province, "STP", "SYT", day(3, 20));
        for (int run = 0; run < 2; ++run) {
            generate_anew(province, partners.plan);
            const auto moved = partners.proposal(province.agency("STP"));
            CHECK(moved.waits_for() == province.agency("STP"));
            auto transaction = MUST(province.context.read());
            CHECK(MUST(ProposalStore{transaction}.steps(moved.id)).size() == 2);
        }
        MUST(partners.try_to_agree(partners.proposal(province.agency("STP"))));
        merge(province, "SXD", "STC", day(3, 20));
        generate_anew(province, partners.plan);
        CHECK(partners.proposal(province.agency("SXD")).state == ProposalState::agreed);
        const auto parts = partners.parts();
        const auto owed = std::ranges::find_if(parts, [&](const Part& part) {
            return part.obligation.agency == province.agency("SXD");
        });
        REQUIRE(owed != parts.end());
        CHECK(owed->agreed_in == partners.proposal(province.agency("SXD")).id);
        province.check_everything();
    });
}

TEST_CASE("of two cooperating agencies that become one the proposal of the ended one lapses")
{
    in_province([](Province& province) {
        const Partners partners{province};
        MUST(partners.try_to_propose(partners.health));
        MUST(partners.try_to_propose(partners.finance));
        province.desk.clock.set_today(day(3, 20));
        merge(province, "STC", "SYT", day(3, 20));
        generate_anew(province, partners.plan);
        CHECK(partners.proposal(partners.health).state == ProposalState::lapsed);
        CHECK(partners.proposal(partners.finance).is_waiting());
    });
}

TEST_CASE("a lead that took its partner over asks nobody; who took the lead over goes on")
{
    in_province([](Province& province) {
        const Partners partners{province};
        MUST(partners.try_to_propose(partners.health));
        province.desk.clock.set_today(day(3, 20));
        merge(province, "SNV", "SYT", day(3, 20));
        generate_anew(province, partners.plan);
        CHECK(partners.proposal(partners.health).state == ProposalState::lapsed);
        const auto waiting = MUST(partners.try_to_propose(partners.finance));
        merge(province, "STP", "SNV", day(3, 20));
        generate_anew(province, partners.plan);
        auto transaction = MUST(province.context.read());
        const auto moved = MUST(ProposalStore{transaction}.find(waiting.id));
        CHECK(moved.giver == province.agency("STP"));
        CHECK(moved.is_waiting());
    });
}

}  // namespace caicach::obligation
