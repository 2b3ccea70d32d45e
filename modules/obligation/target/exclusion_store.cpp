#include "obligation/target/exclusion_store.hpp"

#include "obligation/sql.hpp"

namespace caicach::obligation
{
namespace
{

Exclusion exclusion_from(const database::Row& row)
{
    return {.id = row.id<ExclusionId>("id"),
            .plan = row.id<plan::PlanId>("plan_id"),
            .lineage = row.id<plan::ItemId>("lineage"),
            .measure = row.string("measure"),
            .agency = row.id<organisation::AgencyId>("agency_id"),
            .state = exclusion_state_from(row.text("state")),
            .reason = row.string("reason"),
            .answer = row.string("answer"),
            .asked_at = row.instant("asked_at"),
            .asked_by = row.id<AccountId>("asked_by"),
            .decided_at = row.maybe_instant("decided_at"),
            .decided_by = row.id<AccountId>("decided_by"),
            .version = row.integer("version")};
}

}  // namespace

Result<std::vector<Exclusion>> ExclusionStore::of_plan(plan::PlanId plan)
{
    return m_transaction.all(sql::exclusions_of_plan, exclusion_from, plan);
}

Result<void> ExclusionStore::add(const Exclusion& e)
{
    return m_transaction.change_one(sql::insert_exclusion, e.id, e.plan, e.lineage, e.measure,
                                    e.agency, name_of(e.state), e.reason, e.answer, e.asked_at,
                                    e.asked_by, e.decided_at, e.decided_by);
}

Result<void> ExclusionStore::save(const Exclusion& e)
{
    return m_transaction.change_one(sql::save_exclusion, e.id, name_of(e.state), e.reason, e.answer,
                                    e.asked_at, e.asked_by, e.decided_at, e.decided_by, e.version);
}

}  // namespace caicach::obligation
