#include "obligation/cascade/part_store.hpp"

#include <algorithm>
#include <utility>

#include "obligation/limits.hpp"
#include "obligation/obligation_store.hpp"
#include "obligation/sql.hpp"

namespace caicach::obligation
{

Part part_from(const database::Row& row)
{
    return {.obligation = obligation_from(row),
            .named_on = row.maybe_date("named_on"),
            .given_on = row.date("given_on"),
            .note = row.string("note"),
            .agreed_in = row.id<ProposalId>("proposal_id")};
}

Result<Part> PartStore::find(const Obligation& obligation)
{
    auto found = TRY(m_transaction.maybe_one(sql::part_by_id, part_from, obligation.id));
    if (!found) return failure(Failure::not_found, "obligation.part.not_found");
    return std::move(*found);
}

Result<std::vector<Part>> PartStore::of(ObligationId whole)
{
    return m_transaction.all(sql::parts_of, part_from, whole, limits::parts_max);
}

Result<std::vector<Part>> PartStore::open_of_plan(plan::PlanId plan)
{
    auto parts = TRY(m_transaction.all(sql::open_parts_of_plan, part_from, plan));
    std::ranges::stable_sort(parts, {}, [](const Part& part) { return level_of(part.obligation); });
    return parts;
}

Result<std::optional<Obligation>> PartStore::obligation_like(const Obligation& obligation,
                                                             organisation::AgencyId agency,
                                                             std::string_view quota)
{
    return m_transaction.maybe_one(sql::obligation_of_quota, obligation_from, obligation.plan,
                                   obligation.lineage, agency, quota, obligation.period);
}

Result<void> PartStore::save_terms(const Part& part)
{
    TRY(m_transaction.change(sql::save_part, part.obligation.id, part.named_on, part.given_on,
                             part.note, part.agreed_in));
    return {};
}

}  // namespace caicach::obligation
