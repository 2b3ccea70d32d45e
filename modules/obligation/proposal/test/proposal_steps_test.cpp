#include "obligation/proposal/proposal_steps.hpp"

#include "obligation/cascade/given.hpp"
#include "obligation/proposal/division.hpp"
#include "obligation/proposal/test/partners.hpp"
#include "obligation/reminder/test/reminded_office.hpp"

namespace caicach::obligation
{
namespace
{

using identity::Role;

std::string key_of(const Result<void>& done) { return done ? "" : done.error().key; }
std::string key_of(const Result<Proposal>& done) { return done ? "" : done.error().key; }

ProposalTerms until(Date due, int needed = 2)
{
    return {.content = "Viết bài", .needed = needed, .due_on = due};
}

/// Two articles, by a person, to SYT.
Proposal proposed_by(Context& context, const Partners& partners)
{
    auto transaction = MUST(context.begin());
    auto sent = MUST(propose(context, transaction, partners.whole(),
                             {.agency = partners.health, .terms = {.content = "Viết 2 bài"}}));
    MUST(transaction.commit());
    return sent;
}

Result<void> agreed_by(Context& context, const Proposal& proposal)
{
    auto transaction = MUST(context.begin());
    TRY(agree(context, transaction, {proposal, proposal.version}));
    return transaction.commit();
}

std::set<AccountId> told(const RemindedOffice& office)
{
    std::set<AccountId> accounts;
    for (const auto& message : office.news()) accounts.insert(message.account);
    return accounts;
}

}  // namespace

TEST_CASE("nobody owes what is proposed; what is agreed is a part like all others")
{
    in_province([](Province& province) {
        const Partners partners{province};
        publish_article(province, partners.health, day(3, 2));
        const auto sent = MUST(partners.try_to_propose(partners.health, until(day(3, 27))));
        CHECK(sent.waits_for() == partners.health);
        CHECK(partners.parts().empty());
        CHECK(partners.whole().done == 0);
        province.check_everything();
        MUST(partners.try_to_agree(sent));
        const auto parts = partners.parts();
        REQUIRE(parts.size() == 1);
        const auto& part = parts.front().obligation;
        CHECK(parts.front().agreed_in == sent.id);
        CHECK(parts.front().note == "Viết bài");
        CHECK(part.agency == partners.health);
        CHECK(part.giver == partners.lead);
        CHECK(part.needed == 2);
        CHECK(part.due_on == day(3, 27));
        // What its agency did in the period counts at once, and for the whole.
        CHECK(part.done == 1);
        CHECK(partners.whole().done == 1);
        publish_article(province, partners.health, day(3, 3));
        CHECK(partners.parts().front().obligation.done_on == day(3, 3));
        CHECK(partners.whole().done == 2);
        province.check_everything();
        CHECK(key_of(partners.try_to_agree(partners.proposal(partners.health))) ==
              "obligation.proposal.not_waiting");
    });
}

TEST_CASE("what waits for an answer is late nowhere, whatever day it names")
{
    in_province([](Province& province) {
        const Partners partners{province};
        const auto sent = MUST(partners.try_to_propose(partners.health, until(day(3, 20))));
        province.desk.clock.set_today(day(3, 23));
        {
            auto transaction = MUST(province.context.read());
            CHECK(MUST(owed_by_units(transaction, partners.lead, day(3, 23))).empty());
            const auto sums =
                MUST(unit_sums(transaction, {.giver = partners.lead, .year = 2026}, day(3, 23)));
            CHECK(sums.empty());
        }
        // Agreed to now, it would be overdue at once.
        CHECK(key_of(partners.try_to_agree(sent)) == "obligation.proposal.due_over");
        MUST(partners.try_to_counter(sent, until(day(3, 30))));
        MUST(partners.try_to_agree(partners.proposal(partners.health)));
        CHECK(partners.parts().front().obligation.due_on == day(3, 30));
        province.check_everything();
    });
}

TEST_CASE("only who the item names is asked, once, and with a day that is possible")
{
    in_province([](Province& province) {
        const Partners partners{province};
        const auto stranger = province.agency("STP");
        CHECK(key_of(partners.try_to_propose(stranger)) == "obligation.proposal.stranger");
        CHECK(key_of(partners.try_to_propose(partners.lead)) == "obligation.proposal.stranger");
        CHECK(key_of(partners.try_to_propose(partners.health, {.content = " "})) ==
              "obligation.proposal.content_missing");
        CHECK(key_of(partners.try_to_propose(partners.health, until(day(4, 1)))) ==
              "obligation.part.due_late");
        CHECK(key_of(partners.try_to_propose(partners.health, until(day(3, 14)))) ==
              "obligation.part.due_past");
        const auto sent = MUST(partners.try_to_propose(partners.health));
        CHECK(key_of(partners.try_to_propose(partners.health)) ==
              "obligation.proposal.there_already");
        MUST(partners.try_to_agree(sent));
        CHECK(key_of(partners.try_to_propose(partners.health)) ==
              "obligation.proposal.there_already");
        province.desk.clock.set_today(day(4, 1));
        CHECK(key_of(partners.try_to_propose(partners.finance)) ==
              "obligation.proposal.whole_late");
    });
}

TEST_CASE("another offer binds when the lead agrees to it; who comes late is told so")
{
    in_province([](Province& province) {
        const Partners partners{province};
        const auto sent = MUST(partners.try_to_propose(partners.health));
        const ProposalTerms fewer{.content = "Viết một bài", .measure = "Một người", .needed = 1};
        CHECK(key_of(partners.try_to_counter(sent, sent.terms)) == "obligation.proposal.same");
        CHECK(key_of(partners.try_to_counter(sent, fewer, " ")) ==
              "obligation.proposal.reason_missing");
        MUST(partners.try_to_counter(sent, fewer));
        CHECK(partners.parts().empty());
        CHECK(partners.proposal(partners.health).waits_for() == partners.lead);
        // Seen before the other offer came.
        CHECK(!partners.try_to_agree(sent));
        CHECK(!partners.try_to_withdraw(sent));
        MUST(partners.try_to_agree(partners.proposal(partners.health)));
        REQUIRE(partners.parts().size() == 1);
        CHECK(partners.parts().front().obligation.needed == 1);
        CHECK(partners.parts().front().note == "Viết một bài\nBiện pháp: Một người");
        auto transaction = MUST(province.context.read());
        const auto steps = MUST(ProposalStore{transaction}.steps(sent.id));
        REQUIRE(steps.size() == 3);
        CHECK(steps[0].terms == sent.terms);
        CHECK(steps[1].kind == ProposalStep::Kind::countered);
        CHECK(steps[1].agency == partners.health);
        CHECK(steps[1].text == "Quá nhiều");
        CHECK(steps[2].agency == partners.lead);
    });
}

TEST_CASE("refused or withdrawn it is nobody's, and may be proposed again")
{
    in_province([](Province& province) {
        const Partners partners{province};
        const auto sent = MUST(partners.try_to_propose(partners.health));
        CHECK(key_of(partners.try_to_refuse(sent, "")) == "obligation.proposal.reason_missing");
        MUST(partners.try_to_refuse(sent, "Không có người"));
        CHECK(partners.proposal(partners.health).state == ProposalState::refused);
        CHECK(partners.parts().empty());
        // The same proposal goes on, with its history.
        const auto again = MUST(partners.try_to_propose(partners.health));
        CHECK(again.id == sent.id);
        CHECK(again.state == ProposalState::proposed);
        MUST(partners.try_to_withdraw(again));
        CHECK(key_of(partners.try_to_agree(partners.proposal(partners.health))) ==
              "obligation.proposal.not_waiting");
        CHECK(partners.parts().empty());
        province.check_everything();
    });
}

TEST_CASE(
    "what was agreed neither side changes alone, and the old terms stand until the new ones do")
{
    in_province([](Province& province) {
        const Partners partners{province};
        partners.agree_with(partners.health);
        const auto part = partners.parts().front().obligation;
        {
            auto transaction = MUST(province.context.begin());
            CHECK(key_of(change_part(province.context, transaction, part, part.version,
                                     {.needed = 4}, Reach::this_period)) ==
                  "obligation.part.agreed");
        }
        MUST(partners.try_again(partners.proposal(partners.health), until(day(3, 25), 3)));
        CHECK(partners.parts().front().obligation.needed == 2);
        MUST(partners.try_to_agree(partners.proposal(partners.health)));
        CHECK(partners.parts().size() == 1);
        CHECK(partners.parts().front().obligation.needed == 3);
        CHECK(partners.parts().front().obligation.due_on == day(3, 25));
        province.check_everything();
        // Taken back as all parts are; agreed to once more it is the same part again.
        const auto now = partners.parts().front().obligation;
        {
            auto transaction = MUST(province.context.begin());
            MUST(withdraw_part(province.context, transaction, now, now.version, "Tự làm",
                               Reach::this_period));
            MUST(transaction.commit());
        }
        partners.agree_with(partners.health);
        REQUIRE(partners.parts().size() == 1);
        CHECK(partners.parts().front().obligation.id == now.id);
        CHECK(partners.parts().front().obligation.closing == Closing::none);
        province.check_everything();
    });
}

TEST_CASE("agreed for later periods, too, each gets its part with a day as far before its end")
{
    in_province([](Province& province) {
        const Partners partners{province};
        const auto sent = MUST(
            partners.try_to_propose(partners.health, until(day(3, 26), 1), Reach::later_periods));
        CHECK(partners.parts("2026-05").empty());
        MUST(partners.try_to_agree(sent));
        REQUIRE(partners.parts("2026-07").size() == 1);
        CHECK(partners.parts("2026-07").front().agreed_in == sent.id);
        CHECK(partners.parts("2026-07").front().obligation.due_on < day(7, 31));
        province.check_everything();
    });
}

TEST_CASE("division adds up what is owed, what waits, and whom one may still ask")
{
    in_province([](Province& province) {
        const Partners partners{province};
        partners.agree_with(partners.health);
        auto transaction = MUST(province.context.begin());
        auto division = MUST(division_of(transaction, partners.whole(), day(3, 15)));
        CHECK(division.given == 2);
        CHECK(division.waiting == 0);
        REQUIRE(division.free.size() == 1);
        CHECK(division.free.front().id == partners.finance);
        MUST(propose(province.context, transaction, partners.whole(),
                     {.agency = partners.finance, .terms = {.content = "Rà soát"}}));
        division = MUST(division_of(transaction, partners.whole(), day(3, 15)));
        CHECK(division.waiting == 1);
        CHECK(division.free.empty());
        CHECK(division.table.rows.size() == 2);
        // Only what is agreed may be nudged about.
        CHECK(MUST(owed_of_division(transaction, partners.whole(), day(3, 28))).size() == 1);
    });
}

TEST_CASE("who may for both agencies proposes for the lead, and answers for nobody but their own")
{
    in_reminded_office([](RemindedOffice& office) {
        const Partners partners{office.province};
        // Of the whole province, and of neither agency.
        const auto coordinator = office.person("Vũ Thị Mai", "STP", Role::coordinator, true);
        auto both = office.context_of(coordinator);
        const auto sent = proposed_by(both, partners);
        CHECK(key_of(agreed_by(both, sent)) == "obligation.proposal.both_sides");
        const ProposalDeed deed{sent, sent.version};
        {
            auto transaction = MUST(both.begin());
            CHECK(key_of(refuse(both, transaction, deed, "Không có người")) ==
                  "obligation.proposal.both_sides");
            CHECK(key_of(counter(both, transaction, deed, until(day(3, 30), 1), "Quá nhiều")) ==
                  "obligation.proposal.both_sides");
            const auto rights = MUST(rights_of(both, transaction, sent, partners.whole()));
            CHECK(rights.may_withdraw);
            CHECK_FALSE(rights.may_agree);
            CHECK_FALSE(rights.may_counter);
        }
        // One of the same rights, who works at the agency that is asked.
        const auto own = office.person("Lê Văn Cảnh", "SYT", Role::coordinator, true);
        auto partner = office.context_of(own);
        {
            auto transaction = MUST(partner.begin());
            CHECK(key_of(withdraw_proposal(partner, transaction, deed, "")) ==
                  "obligation.proposal.other_side");
        }
        MUST(agreed_by(partner, sent));
        CHECK(partners.parts().size() == 1);
    });
}

TEST_CASE("nobody agrees to what they proposed, though they work at both agencies")
{
    in_reminded_office([](RemindedOffice& office) {
        const Partners partners{office.province};
        const auto head = office.person("Hà Văn An", "SNV", Role::agency_head);
        {
            auto own = office.context();
            auto transaction = MUST(own.begin());
            MUST(identity::grant_role(own, transaction, head, Role::agency_head, partners.health));
            MUST(transaction.commit());
        }
        auto lead = office.context_of(head);
        const auto sent = proposed_by(lead, partners);
        auto actor = lead.actor();
        actor.agency = organisation::scope_of(partners.health);
        Context other{office.services, actor, "test"};
        CHECK(key_of(agreed_by(other, sent)) == "obligation.proposal.own_terms");
        {
            auto transaction = MUST(other.read());
            CHECK_FALSE(MUST(rights_of(other, transaction, sent, partners.whole())).may_agree);
        }
        const auto colleague = office.person("Tạ Minh Khuê", "SYT", Role::agency_head);
        auto partner = office.context_of(colleague);
        MUST(agreed_by(partner, sent));
    });
}

TEST_CASE("each step of a proposal is told to the other side, and what is agreed to who does it")
{
    in_reminded_office([](RemindedOffice& office) {
        // Before anybody is there who would be told that the plan is in force.
        const Partners partners{office.province};
        const auto lead = office.person("Hà Văn An", "SNV", Role::agency_head);
        const auto head = office.person("Tạ Minh Khuê", "SYT", Role::agency_head);
        const auto officer = office.person("Lục Văn Bách", "SYT", Role::agency_officer);
        const auto other = office.person("Mạc Gia Bảo", "STC", Role::agency_head);
        const auto sent = MUST(partners.try_to_propose(partners.health));
        CHECK(told(office) == std::set{head});
        MUST(partners.try_to_counter(sent, until(day(3, 30), 1)));
        CHECK(told(office) == std::set{head, lead});
        CHECK(office.news().back().body.find("Lý do: Quá nhiều") != std::string::npos);
        MUST(partners.try_to_agree(partners.proposal(partners.health)));
        CHECK(told(office) == std::set{head, lead, officer});
        CHECK_FALSE(told(office).contains(other));
    });
}

}  // namespace caicach::obligation
