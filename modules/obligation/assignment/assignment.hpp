#pragma once
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "identity/api.hpp"
#include "obligation/inbox.hpp"

/// Who within an agency does what the agency owes. It changes nothing of what is owed, or when.
namespace caicach::obligation
{

/// Whether the later periods of the same work go along.
enum class Reach { this_period, later_periods };

/// Gives what is owed to somebody who works at the owing agency today, or at the heir for which the
/// actor acts where that ended; an empty code takes it back, so that it is nobody's in particular.
/// forbidden for who may not assign at the agency; conflict
/// "obligation.closed" where nothing is owed any more; invalid "obligation.assignment.stranger"
/// (officer) for people of other agencies and for accounts that are locked.
[[nodiscard]] Result<void> assign(Context& context, database::Transaction& transaction,
                                  const Obligation& obligation, std::string_view officer_code,
                                  Reach reach);

/// To whom the actor may give it; nobody where they may not.
[[nodiscard]] Result<std::vector<identity::Account>> assignable(const Context& context,
                                                                database::Transaction& transaction,
                                                                const Obligation& obligation);

/// The names of those to whom tasks are given. Who works at the agency no longer, nor at one that
/// answers for it now, is marked so: the work waits for somebody else.
using OfficerNames = std::map<AccountId, std::string>;
[[nodiscard]] Result<OfficerNames> officer_names(database::Transaction& transaction,
                                                 organisation::AgencyId agency,
                                                 const std::vector<Task>& tasks, Date today);

}  // namespace caicach::obligation
