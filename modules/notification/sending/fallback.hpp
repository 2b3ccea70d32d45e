#pragma once
#include "manifest/context.hpp"
#include "notification/message.hpp"

/// From channel to channel: where one can never reach the person, the next one says it.
namespace caicach::notification
{

/// Whether another channel may have to say what the message says, so that its variables are kept.
[[nodiscard]] bool may_fall_back(Context& context, const Message& message);

/// For a message that failed for good, or has no address: the first channel of its purpose's order
/// (data/reference/message_fallbacks.csv) that was not tried and may go takes over. Nothing where
/// the person is told by another channel already, or about to be, or where that is in doubt: all
/// channels of one key say the same. Call it once the failure is noted.
[[nodiscard]] Result<void> fall_back(Context& context, database::Transaction& transaction,
                                     const Message& failed);

}  // namespace caicach::notification
