#include "obligation/assignment/assignment.hpp"

#include <algorithm>

#include "json/value.hpp"
#include "manifest/change_detail.hpp"
#include "obligation/obligation_store.hpp"
#include "obligation/permissions.hpp"

namespace caicach::obligation
{
namespace
{

Result<AccountId> officer_in(Context& context, database::Transaction& transaction,
                             organisation::AgencyId agency, std::string_view code)
{
    if (code.empty()) return AccountId{};
    const auto people = TRY(identity::people_at(transaction, agency, context.today()));
    const auto found = std::ranges::find(people, code, &identity::Account::code);
    if (found == people.end())
        return failure(Failure::invalid, "obligation.assignment.stranger", "officer");
    return found->id;
}

json::Value detail_of(AccountId officer)
{
    return json::Value::object().set("account", officer.value);
}

Result<void> give(Context& context, database::Transaction& transaction,
                  const Obligation& obligation, AccountId officer)
{
    if (obligation.assigned_to == officer) return {};
    auto given = obligation;
    given.assigned_to = officer;
    TRY(ObligationStore{transaction}.save(obligation, given));
    return context.record(transaction, "obligation.assigned", "obligation", obligation.id.value,
                          change_detail(detail_of(obligation.assigned_to), detail_of(officer)));
}

}  // namespace

Result<void> assign(Context& context, database::Transaction& transaction,
                    const Obligation& obligation, std::string_view officer_code, Reach reach)
{
    TRY(context.require(assign_work, organisation::scope_of(obligation.agency)));
    if (!obligation.is_owed()) return failure(Failure::conflict, "obligation.closed");
    const auto officer = TRY(officer_in(context, transaction, obligation.agency, officer_code));
    TRY(give(context, transaction, obligation, officer));
    if (reach == Reach::this_period) return {};
    const auto later = TRY(ObligationStore{transaction}.later(obligation));
    for (const auto& other : later) TRY(give(context, transaction, other, officer));
    return {};
}

Result<OfficerNames> officer_names(database::Transaction& transaction,
                                   organisation::AgencyId agency, const std::vector<Task>& tasks,
                                   Date today)
{
    OfficerNames names;
    for (const auto& task : tasks)
        if (task.obligation.assigned_to) names.try_emplace(task.obligation.assigned_to);
    if (names.empty()) return names;
    const auto people = TRY(identity::people_at(transaction, agency, today));
    for (auto& [id, name] : names) {
        const auto account = TRY(identity::account_by_id(transaction, id));
        const bool is_here = std::ranges::find(people, id, &identity::Account::id) != people.end();
        name = is_here ? account.name : account.name + " (không còn ở cơ quan)";
    }
    return names;
}

}  // namespace caicach::obligation
