#pragma once
#include "identity/api.hpp"
#include "manifest/context.hpp"

namespace caicach::notification
{

/// Puts the letter that brings somebody their one-time way in into the outbox. Subscribed to
/// identity's event.
[[nodiscard]] Result<void> post_invitation(Context& context, database::Transaction& transaction,
                                           const identity::InvitationByMail& invitation);

}  // namespace caicach::notification
