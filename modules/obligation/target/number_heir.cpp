#include "obligation/target/number_heir.hpp"

#include <algorithm>
#include <utility>

#include "json/value.hpp"
#include "manifest/change_detail.hpp"
#include "obligation/acting.hpp"
#include "obligation/heirs.hpp"
#include "obligation/permissions.hpp"
#include "obligation/reminder/news.hpp"
#include "obligation/sql.hpp"
#include "obligation/target/target_paths.hpp"
#include "text/text.hpp"

namespace caicach::obligation
{
namespace
{

using organisation::AgencyId;

NumberHeir number_heir_from(const database::Row& row)
{
    return {.plan = row.id<plan::PlanId>("plan_id"),
            .agency = row.id<AgencyId>("agency_id"),
            .heir = row.id<AgencyId>("heir_id"),
            .source = row.string("source"),
            .stated_at = row.instant("stated_at"),
            .account = row.id<AccountId>("account_id"),
            .version = row.integer("version")};
}

json::Value detail_of(const NumberHeir& heir)
{
    return json::Value::object()
        .set("agency", heir.agency.value)
        .set("heir", heir.heir.value)
        .set("source", heir.source);
}

/// One of those that took it over.
Result<AgencyId> heir_in(database::Transaction& transaction, AgencyId agency, std::string_view code,
                         Date today)
{
    const auto heirs = TRY(Heirs(transaction, today).of(agency, today));
    if (heirs.size() < 2)
        return failure(Failure::invalid, "obligation.number_heir.not_split", "heir");
    if (code.empty()) return AgencyId{};
    const auto named = organisation::agency_by_code(transaction, code, today);
    if (!named || std::ranges::find(heirs, named->id) == heirs.end())
        return failure(Failure::invalid, "obligation.number_heir.stranger", "heir");
    return named->id;
}

Result<void> tell_heir(Context& context, database::Transaction& transaction,
                       const plan::PlanSummary& plan, const NumberHeir& stated,
                       std::string_view gone)
{
    if (!stated.heir) return {};
    People people{transaction, context.today()};
    const auto accounts = TRY(people.speakers(stated.heir));
    return tell(context, transaction, accounts,
                {.what = "Cơ quan tiếp nối số liệu chỉ tiêu của " + std::string{gone},
                 .about = plan.title,
                 .agency = acting_for(context, plan.coordinator),
                 .text = stated.source,
                 .path = own_targets_path(),
                 .key = "number-heir/" + plan.code + "/" + std::to_string(stated.agency.value) +
                        "/" + std::to_string(stated.version + 1)});
}

}  // namespace

std::vector<StatedHeir> stated_heirs(const std::vector<NumberHeir>& all)
{
    std::vector<StatedHeir> stated;
    for (const auto& one : all)
        if (one.heir) stated.push_back({one.agency, one.heir, Date::of(one.stated_at)});
    return stated;
}

Result<std::vector<NumberHeir>> NumberHeirStore::of_plan(plan::PlanId plan)
{
    return m_transaction.all(sql::number_heirs_of_plan, number_heir_from, plan);
}

Result<void> NumberHeirStore::save(const NumberHeir& h)
{
    if (h.version == 0)
        return m_transaction.change_one(sql::insert_number_heir, h.plan, h.agency, h.heir, h.source,
                                        h.stated_at, h.account);
    return m_transaction.change_one(sql::save_number_heir, h.plan, h.agency, h.heir, h.source,
                                    h.stated_at, h.account, h.version);
}

Result<void> state_number_heir(Context& context, database::Transaction& transaction,
                               const plan::PlanSummary& plan, const NewNumberHeir& wanted)
{
    TRY(context.require(lead_targets, organisation::scope_of(plan.coordinator)));
    const auto today = context.today();
    const auto gone = TRY(organisation::agency_by_code(transaction, wanted.agency, today));
    NumberHeirStore store{transaction};
    const auto all = TRY(store.of_plan(plan.id));
    const auto known = std::ranges::find(all, gone.id, &NumberHeir::agency);
    NumberHeir stated{.plan = plan.id,
                      .agency = gone.id,
                      .source = wanted.source,
                      .stated_at = context.now(),
                      .account = context.actor().account,
                      .version = known == all.end() ? 0 : known->version};
    if (stated.version != wanted.seen) return failure(Failure::conflict, "base.changed_meanwhile");
    stated.heir = TRY(heir_in(transaction, gone.id, wanted.heir, today));
    if (text::trim(wanted.source).empty())
        return failure(Failure::invalid, "obligation.number_heir.source_missing", "source");
    TRY(store.save(stated));
    const auto before = known == all.end() ? json::Value{} : detail_of(*known);
    TRY(context.record(transaction, "obligation.number_heir.stated", "plan.edition",
                       plan.edition.value, change_detail(before, detail_of(stated))));
    return tell_heir(context, transaction, plan, stated, gone.name);
}

}  // namespace caicach::obligation
