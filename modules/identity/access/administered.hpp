#pragma once
#include "base/result.hpp"
#include "http/request.hpp"
#include "identity/accounts/account_views.hpp"
#include "identity/api.hpp"
#include "manifest/context.hpp"

namespace caicach::identity
{

/// The account that the path names ("account"), where the actor administers its agency; elsewhere
/// there is none: not_found "identity.account.not_found".
[[nodiscard]] Result<Account> administered_account(const Context& context,
                                                   database::Transaction& transaction,
                                                   const http::Request& request);

/// The agencies that the actor administers today, for a form to choose from.
[[nodiscard]] Result<BranchChoices> administered_agencies(const Context& context,
                                                          database::Transaction& transaction);

}  // namespace caicach::identity
