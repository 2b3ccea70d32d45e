#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
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

/// Of a letter to people who asked for it: the variable that holds the whole https address by which
/// its receiver leaves. A POST without signing in does it (RFC 8058); the letter's head names it.
inline constexpr std::string_view leaving_variable = "thoi_nhan";

/// Why a message never reaches its receiver: nobody has the address, or the box was full or out of
/// reach for as long as it was tried. What we did wrong ourselves says nothing about the address.
enum class Unreached : std::uint8_t { nobody_there, not_taken };
/// Told in the transaction that notes it.
struct MessageFailed {
    Channel channel{};
    std::string key{};
    Unreached why{};
};

/// How many messages stand where.
struct Outcomes {
    std::int64_t waiting{};
    std::int64_t sent{};
    std::int64_t bounced{};    ///< nobody has the address
    std::int64_t failed{};     ///< "later" too often, or our own fault
    std::int64_t uncertain{};  ///< may have gone
    std::int64_t cancelled{};  ///< must not go
};
/// Of those to a crowd about a page of ours, while they are kept.
[[nodiscard]] Result<Outcomes> outcomes_about(database::Transaction& transaction, Channel channel,
                                              std::string_view path);
/// Who posts to many waits while enough of them wait already: messages are long.
struct CrowdWaiting {
    std::int64_t count{};                ///< at most what was asked for
    std::optional<Instant> first_due{};  ///< later than now in the quiet hours
};
[[nodiscard]] Result<CrowdWaiting> crowd_waiting(database::Transaction& transaction,
                                                 Channel channel, std::int64_t count_max);

/// Whether there is any way to the person on the channel: the bell always; a letter needs a user
/// name, SMS and Zalo the number that the person gave. Nobody writes to a locked account.
[[nodiscard]] Result<bool> has_address(database::Transaction& transaction, AccountId account,
                                       Channel channel);

}  // namespace caicach::notification
