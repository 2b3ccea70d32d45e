#pragma once
#include <string>

#include "base/result.hpp"
#include "identity/accounts/account_views.hpp"
#include "manifest/context.hpp"

namespace caicach::identity
{

struct AccountQuery {
    std::string typed{};  ///< words of the name, the user name or the agency; diacritics aside
    std::string first{};  ///< how many of those found stand before this page, as the address has it
};
/// A page of the accounts that the actor administers, in Vietnamese order of names. A province has
/// some thousands: they are read and searched in memory.
[[nodiscard]] Result<AccountsPage> list_accounts(const Context& context,
                                                 database::Transaction& transaction,
                                                 const AccountQuery& query);

}  // namespace caicach::identity
