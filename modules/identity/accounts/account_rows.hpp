#pragma once
#include <vector>

#include "base/result.hpp"
#include "database/row.hpp"
#include "identity/access/role.hpp"
#include "identity/api.hpp"

namespace caicach::identity
{

/// Of a row with the columns id, name, agency_id, disabled_at, code and user_name.
[[nodiscard]] Account account_of(const database::Row& row);

struct HeldRole {
    Role role{};
    organisation::AgencyId branch{};
};
/// In the order of the keys.
[[nodiscard]] Result<std::vector<HeldRole>> roles_of(database::Transaction& transaction,
                                                     AccountId account);

/// Whether the actor administers the account's agency and every branch that the account holds a
/// role on, or has one delegated for. Without the second, who resets the password of a mightier
/// colleague becomes them.
[[nodiscard]] Result<void> require_over(const Context& context, database::Transaction& transaction,
                                        const Account& account);

}  // namespace caicach::identity
