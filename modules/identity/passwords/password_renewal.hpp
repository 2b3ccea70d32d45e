#pragma once
#include <string_view>

#include "identity/api.hpp"
#include "manifest/context.hpp"

/// What follows from a new password, whichever way it came.
namespace caicach::identity
{

/// Every other one-time way to a password ends, sign-ins that stand between two steps too, and the
/// owner hears of it by mail, where there is a mail server.
[[nodiscard]] Result<void> settle_new_password(Context& context, database::Transaction& transaction,
                                               const Account& account);

/// Sets the password of somebody who may have lost the old one to a stranger: besides, all sessions
/// and tokens of the API end. The second factor stays as it is. The first password of an account is
/// no news to its owner.
[[nodiscard]] Result<void> renew_password(Context& context, database::Transaction& transaction,
                                          const Account& account, std::string_view hash);

}  // namespace caicach::identity
