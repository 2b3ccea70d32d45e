#include "obligation/assignment/assignment.hpp"

#include <algorithm>
#include <utility>

#include "database/turn.hpp"
#include "json/value.hpp"
#include "manifest/change_detail.hpp"
#include "obligation/heir_acting.hpp"
#include "obligation/heirs.hpp"
#include "obligation/obligation_store.hpp"
#include "obligation/permissions.hpp"
#include "obligation/reminder/work_news.hpp"

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

/// Whether it was somebody else's before; `given` is what it became.
Result<bool> give(Context& context, database::Transaction& transaction,
                  const Obligation& obligation, AccountId officer, Obligation& given)
{
    if (obligation.assigned_to == officer) return false;
    given = obligation;
    given.assigned_to = officer;
    TRY(ObligationStore{transaction}.save(obligation, given));
    TRY(context.record(transaction, "obligation.assigned", "obligation", obligation.id.value,
                       change_detail(detail_of(obligation.assigned_to), detail_of(officer))));
    return true;
}

}  // namespace

Result<void> assign(Context& context, database::Transaction& transaction,
                    const Obligation& obligation, std::string_view officer_code, Reach reach)
{
    const auto agency = TRY(acting_agency(context, transaction, assign_work, obligation));
    if (!agency) return context.require(assign_work, organisation::scope_of(obligation.agency));
    if (!obligation.is_owed()) return failure(Failure::conflict, "obligation.closed");
    const auto officer = TRY(officer_in(context, transaction, *agency, officer_code));
    TRY(database::take_turn(transaction, database::Turn::among_others));
    std::vector<Obligation> all{obligation};
    if (reach == Reach::later_periods) {
        const auto later = TRY(ObligationStore{transaction}.later(obligation));
        for (const auto& one : later) {
            // Of an agency that ended in parts another heir may answer for a later one.
            const auto of_one = TRY(acting_agency(context, transaction, assign_work, one));
            if (of_one == agency) all.push_back(one);
        }
    }
    Obligation first;
    int count = 0;
    for (const auto& one : all) {
        Obligation given;
        const bool is_new = TRY(give(context, transaction, one, officer, given));
        if (is_new && count++ == 0) first = std::move(given);
    }
    if (count == 0 || !officer) return {};
    return tell_assigned(context, transaction, first, count);
}

Result<std::vector<identity::Account>> assignable(const Context& context,
                                                  database::Transaction& transaction,
                                                  const Obligation& obligation)
{
    const auto agency = TRY(acting_agency(context, transaction, assign_work, obligation));
    if (!agency) return std::vector<identity::Account>{};
    return identity::people_at(transaction, *agency, context.today());
}

Result<OfficerNames> officer_names(database::Transaction& transaction,
                                   organisation::AgencyId agency, const std::vector<Task>& tasks,
                                   Date today)
{
    OfficerNames names;
    for (const auto& task : tasks)
        if (task.obligation.assigned_to) names.try_emplace(task.obligation.assigned_to);
    if (names.empty()) return names;
    Heirs heirs{transaction, today};
    auto agencies = TRY(heirs.of(agency, today));
    agencies.push_back(agency);
    for (const auto& task : tasks) {
        if (task.obligation.agency == agency || !task.obligation.assigned_to) continue;
        const auto more = TRY(heirs.of(task.obligation));
        agencies.insert(agencies.end(), more.begin(), more.end());
    }
    std::ranges::sort(agencies);
    const auto same = std::ranges::unique(agencies);
    agencies.erase(same.begin(), same.end());
    std::vector<identity::Account> people;
    for (const auto one : agencies) {
        const auto some = TRY(identity::people_at(transaction, one, today));
        people.insert(people.end(), some.begin(), some.end());
    }
    for (auto& [id, name] : names) {
        const auto account = TRY(identity::account_by_id(transaction, id));
        const bool is_here = std::ranges::find(people, id, &identity::Account::id) != people.end();
        name = is_here ? account.name : account.name + " (không còn ở cơ quan)";
    }
    return names;
}

}  // namespace caicach::obligation
