#include "identity/access/role_holders.hpp"

#include "database/transaction.hpp"
#include "identity/accounts/account_rows.hpp"
#include "identity/limits.hpp"
#include "identity/sql.hpp"

namespace caicach::identity
{

Result<std::vector<Account>> role_holders(database::Transaction& transaction, Role role,
                                          organisation::AgencyId branch)
{
    return transaction.all(sql::role_holders, account_of, key_of(role), branch,
                           limits::role_holders_max);
}

}  // namespace caicach::identity
