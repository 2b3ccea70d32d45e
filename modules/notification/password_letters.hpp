#pragma once
#include "identity/api.hpp"
#include "manifest/context.hpp"

namespace caicach::notification
{

/// Answers who forgot a password: the one-time address, or why there is none. Subscribed to
/// identity's event.
[[nodiscard]] Result<void> post_reset_answer(Context& context, database::Transaction& transaction,
                                             const identity::PasswordResetAsked& asked);

/// Tells the owner of an account that it has a new password. Subscribed to identity's event.
[[nodiscard]] Result<void> post_renewal_notice(Context& context, database::Transaction& transaction,
                                               const identity::PasswordRenewed& renewed);

}  // namespace caicach::notification
