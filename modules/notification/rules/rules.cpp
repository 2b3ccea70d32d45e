#include "notification/rules/rules.hpp"

#include <algorithm>

#include "crypto/crypto.hpp"
#include "json/value.hpp"
#include "notification/sql.hpp"
#include "personal_data/api.hpp"

namespace caicach::notification
{
namespace
{

struct RefusalTag;
using RefusalId = Id<RefusalTag>;

constexpr std::int64_t hour_seconds = 3600;

Result<bool> is_refused(database::Transaction& transaction, const Message& message)
{
    const auto found = TRY(transaction.maybe_one(
        sql::is_refused, [](const database::Row& row) { return row.integer("id"); },
        key_of(message.channel), message.address, message.purpose));
    return found.has_value();
}

/// SMS and Zalo go to a private telephone. One that was typed in for this message alone, without an
/// account, is answered for by who typed it.
Result<bool> lacks_consent(Context& context, database::Transaction& transaction,
                           const Message& message, const Purpose& purpose)
{
    const bool is_private = message.channel == Channel::sms || message.channel == Channel::zalo;
    if (!is_private || purpose.consent.empty() || !message.account) return false;
    const bool has = TRY(
        personal_data::has_consent(transaction, message.account, purpose.consent, context.today()));
    return !has;
}

/// What goes beyond what one address gets in an hour. Reads no more rows than the bound.
Result<std::string> excess(Context& context, database::Transaction& transaction,
                           const Message& message, const ChannelLimits& limits)
{
    if (limits.any_per_hour == 0) return std::string{};
    const auto hashes = TRY(transaction.all(
        sql::recent_to_address, [](const database::Row& row) { return row.string("text_hash"); },
        key_of(message.channel), message.address, context.now() + -hour_seconds,
        limits.any_per_hour));
    const auto hash = crypto::sha256_hex(message.subject + "\n" + message.body);
    if (std::ranges::count(hashes, hash) >= limits.same_per_hour)
        return std::string("notification.reason.same_too_often");
    if (std::ssize(hashes) >= limits.any_per_hour)
        return std::string("notification.reason.too_often");
    return std::string{};
}

Result<void> record(Context& context, database::Transaction& transaction, std::string_view action,
                    const Refusal& refusal)
{
    const auto detail = json::dump(json::Value::object()
                                       .set("channel", key_of(refusal.channel))
                                       .set("purpose", refusal.purpose));
    const auto account = context.actor().account;
    return context.record(transaction, action, "account", account.value, detail);
}

}  // namespace

bool is_guest(const Messaging& messaging, std::string_view address)
{
    return !messaging.is_trial ||
           std::ranges::find(messaging.guests, address) != messaging.guests.end();
}

Result<std::string> objection(Context& context, database::Transaction& transaction,
                              const Message& message, const Purpose& purpose)
{
    if (message.channel == Channel::in_app) return std::string{};
    if (message.address.empty()) return std::string("notification.reason.no_address");
    if (!is_guest(context.services().messaging, message.address))
        return std::string("notification.reason.trial");
    const bool refused = TRY(is_refused(transaction, message));
    if (purpose.can_unsubscribe && refused) return std::string("notification.reason.refused");
    const bool without_consent = TRY(lacks_consent(context, transaction, message, purpose));
    if (without_consent) return std::string("notification.reason.no_consent");
    return std::string{};
}

Result<Verdict> judge(Context& context, database::Transaction& transaction, const Message& message,
                      const Purpose& purpose)
{
    Verdict verdict{.due = message.due_at};
    if (message.channel == Channel::in_app) return verdict;
    verdict.reason = TRY(objection(context, transaction, message, purpose));
    if (!verdict.reason.empty()) return verdict;
    const auto limits = TRY(limits_on(message.channel, context.today()));
    verdict.reason = TRY(excess(context, transaction, message, limits));
    if (!purpose.is_urgent) verdict.due = limits.after_quiet_hours(message.due_at);
    return verdict;
}

Result<std::vector<Refusal>> refusals_of(database::Transaction& transaction,
                                         std::string_view address)
{
    return transaction.all(
        sql::refusals_of_address,
        [](const database::Row& row) {
            return Refusal{.channel = channel_from(row.text("channel")).value_or(Channel::email),
                           .purpose = row.string("purpose")};
        },
        address);
}

Result<void> refuse(Context& context, database::Transaction& transaction, std::string_view address,
                    const Refusal& refusal)
{
    const auto purpose = TRY(purpose_on(refusal.purpose, context.today()));
    if (!purpose.can_unsubscribe || refusal.channel == Channel::in_app)
        return failure(Failure::invalid, "notification.purpose.no_refusal");
    const auto changed =
        TRY(transaction.change(sql::insert_refusal, make_id<RefusalId>(), key_of(refusal.channel),
                               address, refusal.purpose, context.now()));
    if (changed == 0) return {};
    return record(context, transaction, "notification.refused", refusal);
}

Result<void> want_again(Context& context, database::Transaction& transaction,
                        std::string_view address, const Refusal& refusal)
{
    const auto changed = TRY(
        transaction.change(sql::delete_refusal, key_of(refusal.channel), address, refusal.purpose));
    if (changed == 0) return {};
    return record(context, transaction, "notification.wanted_again", refusal);
}

}  // namespace caicach::notification
