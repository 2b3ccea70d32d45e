#pragma once
#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "obligation/cascade/handing_on.hpp"
#include "obligation/cascade/part_store.hpp"
#include "obligation/counting.hpp"
#include "obligation/test/province.hpp"

namespace caicach::obligation
{

using Units = std::vector<organisation::AgencyId>;

/// The office of the committee owes articles each month; two of its units may do some of them.
struct HandingOffice {
    Province& province;
    organisation::AgencyId office{province.agency("VPUB")};
    organisation::AgencyId portal{province.agency("CTTDT")};
    organisation::AgencyId gazette{province.agency("TTCB")};
    plan::PlanId plan{};

    explicit HandingOffice(Province& its, int count = 4) : province(its)
    {
        plan = put_in_force(province, {monthly_articles(province.context, "VPUB", count)});
    }

    [[nodiscard]] Obligation whole(std::string_view period = "2026-03") const
    {
        return province.obligation(plan, office, period);
    }

    [[nodiscard]] Result<int> try_to_hand_on(const Obligation& whole, const Units& units,
                                             const PartTerms& terms = {.needed = 2},
                                             Reach reach = Reach::this_period) const
    {
        auto transaction = MUST(province.context.begin());
        auto made = hand_on(province.context, transaction, whole, units, terms, reach);
        if (made) MUST(transaction.commit());
        return made;
    }

    [[nodiscard]] Part part(organisation::AgencyId unit, std::string_view period = "2026-03") const
    {
        auto transaction = MUST(province.context.read());
        const auto parts = MUST(PartStore{transaction}.of(whole(period).id));
        const auto found = std::ranges::find_if(
            parts, [&](const Part& part) { return part.obligation.agency == unit; });
        REQUIRE(found != parts.end());
        return *found;
    }

    [[nodiscard]] std::size_t parts(std::string_view period) const
    {
        auto transaction = MUST(province.context.read());
        return MUST(PartStore{transaction}.of(whole(period).id)).size();
    }

    void withdraw(const Obligation& part) const
    {
        auto transaction = MUST(province.context.begin());
        MUST(withdraw_part(province.context, transaction, part, part.version, "Tự làm",
                           Reach::this_period));
        MUST(transaction.commit());
    }

    void review(evidence::FactId id, bool counts) const
    {
        auto transaction = MUST(province.context.begin());
        MUST(transaction.change(counts ? "DELETE FROM evidence_refusal WHERE fact_id = $1"
                                       : "INSERT INTO evidence_refusal (fact_id) VALUES ($1)",
                                id));
        const auto fact = MUST(evidence::fact_by_id(transaction, id));
        MUST(province.context.publish(transaction,
                                      evidence::FactReviewed{.fact = fact, .counts = counts}));
        MUST(transaction.commit());
    }
};

inline evidence::FactId report_for(Province& province, const Obligation& obligation, Date on)
{
    return record(province, {.kind = article,
                             .agency = obligation.agency,
                             .happened_on = on,
                             .title = "Bài của đơn vị",
                             .source_module = std::string{fact_source},
                             .source_object = obligation.id.value});
}

}  // namespace caicach::obligation
