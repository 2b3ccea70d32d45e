#pragma once
#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "obligation/cascade/handing_on.hpp"
#include "obligation/cascade/part_store.hpp"
#include "obligation/proposal/proposal_steps.hpp"
#include "obligation/test/province.hpp"

namespace caicach::obligation
{

/// One agency owes four articles a month, with two that cooperate.
inline plan::Item articles_with_partners(Context& context, std::string_view lead,
                                         const std::vector<std::string_view>& partners)
{
    auto item = monthly_articles(context, lead, 4);
    auto transaction = MUST(context.read());
    for (const auto code : partners) {
        const auto agency = MUST(organisation::agency_by_code(transaction, code, context.today()));
        item.support.push_back({agency.name, agency.id});
    }
    return item;
}

struct Partners {
    Province& province;
    organisation::AgencyId lead{province.agency("SNV")};
    organisation::AgencyId health{province.agency("SYT")};
    organisation::AgencyId finance{province.agency("STC")};
    plan::PlanId plan{};

    explicit Partners(Province& its) : province(its)
    {
        plan = put_in_force(province,
                            {articles_with_partners(province.context, "SNV", {"SYT", "STC"})});
    }

    [[nodiscard]] Obligation whole(std::string_view period = "2026-03") const
    {
        return province.obligation(plan, lead, period);
    }
    [[nodiscard]] Proposal proposal(organisation::AgencyId agency) const
    {
        auto transaction = MUST(province.context.read());
        const auto all = MUST(ProposalStore{transaction}.of(whole().id));
        const auto found = std::ranges::find(all, agency, &Proposal::agency);
        REQUIRE(found != all.end());
        return *found;
    }
    [[nodiscard]] std::vector<Part> parts(std::string_view period = "2026-03") const
    {
        auto transaction = MUST(province.context.read());
        return MUST(PartStore{transaction}.of(whole(period).id));
    }

    [[nodiscard]] Result<Proposal> try_to_propose(
        organisation::AgencyId agency,
        const ProposalTerms& terms = {.content = "Viết 2 bài", .needed = 2},
        Reach reach = Reach::this_period) const
    {
        auto transaction = MUST(province.context.begin());
        auto proposal = obligation::propose(province.context, transaction, whole(),
                                            {.agency = agency, .terms = terms, .reach = reach});
        if (proposal) MUST(transaction.commit());
        return proposal;
    }
    /// Any step about the proposal as it stands.
    template <class Step>
    [[nodiscard]] Result<void> try_to(const Proposal& proposal, const Step& step) const
    {
        auto transaction = MUST(province.context.begin());
        auto done = step(transaction, ProposalDeed{proposal, proposal.version});
        if (done) MUST(transaction.commit());
        return done;
    }
    [[nodiscard]] Result<void> try_to_agree(const Proposal& proposal) const
    {
        return try_to(proposal, [&](auto& transaction, const ProposalDeed& deed) {
            return agree(province.context, transaction, deed);
        });
    }
    /// Proposed and agreed to.
    void agree_with(organisation::AgencyId agency) const
    {
        const auto sent = MUST(try_to_propose(agency));
        MUST(try_to_agree(sent));
    }
    [[nodiscard]] Result<void> try_to_counter(const Proposal& proposal, const ProposalTerms& terms,
                                              std::string_view reason = "Quá nhiều") const
    {
        return try_to(proposal, [&](auto& transaction, const ProposalDeed& deed) {
            return counter(province.context, transaction, deed, terms, reason);
        });
    }
    [[nodiscard]] Result<void> try_to_refuse(const Proposal& proposal,
                                             std::string_view reason) const
    {
        return try_to(proposal, [&](auto& transaction, const ProposalDeed& deed) {
            return refuse(province.context, transaction, deed, reason);
        });
    }
    [[nodiscard]] Result<void> try_again(const Proposal& proposal, const ProposalTerms& terms) const
    {
        return try_to(proposal, [&](auto& transaction, const ProposalDeed& deed) {
            return propose_again(province.context, transaction, deed, terms, Reach::this_period);
        });
    }
    [[nodiscard]] Result<void> try_to_withdraw(const Proposal& proposal) const
    {
        return try_to(proposal, [&](auto& transaction, const ProposalDeed& deed) {
            return withdraw_proposal(province.context, transaction, deed, "Tự làm");
        });
    }
};

}  // namespace caicach::obligation
