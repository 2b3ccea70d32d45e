#pragma once
#include <string>
#include <string_view>

#include "channel/subscription/subscriber.hpp"
#include "manifest/context.hpp"
#include "manifest/module.hpp"

/// What happens to a subscription, each in the caller's transaction.
namespace caicach::channel
{

inline constexpr std::string_view subscriber_object = "channel.subscriber";

/// Whether letters leave the house, and lead back to it.
[[nodiscard]] bool takes_subscribers(const Services& services);

/// Somebody asks for the newsletter. A letter goes to the address, unless it got enough of them;
/// the answer is the same whatever is known of it. unavailable "channel.subscription.many" while
/// too many ask at once.
[[nodiscard]] Result<void> ask_for_newsletter(Context& context, database::Transaction& transaction,
                                              organisation::AgencyId agency,
                                              const std::string& address);
[[nodiscard]] Result<void> confirm_subscription(Context& context,
                                                database::Transaction& transaction,
                                                SubscriberId id);
[[nodiscard]] Result<void> end_subscription(Context& context, database::Transaction& transaction,
                                            SubscriberId id, SubscriberState how);

/// A letter never reached it: counted, and ended where the rule says so.
[[nodiscard]] Result<void> note_failed_letter(Context& context, database::Transaction& transaction,
                                              SubscriberId id, notification::Unreached why);

/// The job that forgets who did not confirm.
void add_subscription_jobs(Module& module);

}  // namespace caicach::channel
