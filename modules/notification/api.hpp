#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/id.hpp"
#include "base/result.hpp"
#include "base/time.hpp"
#include "manifest/actor.hpp"

namespace caicach
{
class Context;
namespace database
{
class Transaction;
}
}  // namespace caicach

/// What the program tells people, on whatever channel. Post it in the transaction of the change
/// that it tells of: no change, no message; what is committed leaves once and is never sent twice.
namespace caicach::notification
{

struct MessageTag;
using MessageId = Id<MessageTag>;

/// How a message reaches somebody. `in_app` is the bell on every page.
enum class Channel : std::uint8_t { in_app, email, sms, zalo };

/// Messages to a crowd never hold up single ones.
enum class Priority : std::uint8_t { single, bulk };

/// What stands for `((name))` in a template.
struct Variable {
    std::string name{};
    std::string value{};
};

/// One message to one person on one channel. What it says, and for which purpose (that is what
/// people unsubscribe from), stands in the template: data/templates/KEY.CHANNEL.txt, or what the
/// administrators made of it. Every template may use ((tinh)), the province, and ((trang)), the
/// whole address of `path`.
struct NewMessage {
    Channel channel{Channel::in_app};
    std::string template_key{};  ///< "reminder.due"
    AccountId account{};         ///< whom it is for; the bell needs one
    /// Where to, for people without an account. Else empty: a letter goes to the account's user
    /// name, SMS and Zalo to the number that the person gave.
    std::string address{};
    std::vector<Variable> variables{};
    std::string path{};  ///< of our page that it is about: "/viec/K7Q2M-4D8PX"; may be empty
    Priority priority{Priority::single};
    /// Required, at most 200 bytes. Of all messages of a channel with one key there is one, ever:
    /// "reminder.due/4711/12/2026-11-25". Twice the same is once.
    std::string key{};
    std::optional<Instant> send_at{};     ///< not before; quiet hours may make it later
    std::optional<Instant> expires_at{};  ///< not sent from then on; else three days after
};

/// Puts the message into the outbox. Where it must not go (unsubscribed, no consent, no address,
/// too many to one number, not on the guest list of a trial) it stands there as cancelled, with the
/// reason: that is no failure. invalid "notification.template.unknown",
/// "….template.variable_missing", "….message.key_missing", "….message.account_missing".
[[nodiscard]] Result<MessageId> send(Context& context, database::Transaction& transaction,
                                     const NewMessage& message);

/// Whether there is any way to the person on the channel: the bell always; a letter needs a user
/// name, SMS and Zalo the number that the person gave. Nobody writes to a locked account.
[[nodiscard]] Result<bool> has_address(database::Transaction& transaction, AccountId account,
                                       Channel channel);

}  // namespace caicach::notification
