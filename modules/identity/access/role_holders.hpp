#pragma once
#include <vector>

#include "base/result.hpp"
#include "identity/access/role.hpp"
#include "organisation/api.hpp"

/// Part of the module's door (api.hpp includes it): whom to tell.
namespace caicach::identity
{

struct Account;

/// Whose own role it is on exactly this branch, neither above nor below it, with an account that
/// may sign in; at most limits::role_holders_max.
[[nodiscard]] Result<std::vector<Account>> role_holders(database::Transaction& transaction,
                                                        Role role, organisation::AgencyId branch);

}  // namespace caicach::identity
