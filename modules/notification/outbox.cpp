#include "notification/outbox.hpp"
#include "notification/number/number.hpp"

#include <algorithm>
#include <limits>
#include <optional>
#include <utility>

#include "crypto/crypto.hpp"
#include "crypto/public_code.hpp"
#include "identity/api.hpp"
#include "json/value.hpp"
#include "notification/limits.hpp"
#include "notification/rules/rules.hpp"
#include "notification/sending/fallback.hpp"
#include "notification/sending/lane.hpp"
#include "notification/sending/segments.hpp"
#include "notification/sql.hpp"
#include "notification/templates/template_store.hpp"

namespace caicach::notification
{
namespace
{

constexpr std::size_t secret_bytes = 16;
constexpr std::string_view no_address = "notification.reason.no_address";

/// Where the message goes; empty where there is nowhere.
Result<std::string> address_of(database::Transaction& transaction, const NewMessage& message)
{
    if (!message.address.empty() || !message.account) return message.address;
    if (message.channel == Channel::in_app) return std::string{};
    const auto account = TRY(identity::account_by_id(transaction, message.account));
    if (account.is_disabled) return std::string{};
    if (message.channel == Channel::email) return account.user_name;
    const auto number = TRY(number_of(transaction, message.account));
    return number.proven;
}

Result<void> check(const NewMessage& message)
{
    if (message.key.empty() || message.key.size() > limits::key_bytes_max)
        return failure(Failure::invalid, "notification.message.key_missing");
    if (message.channel == Channel::in_app && !message.account)
        return failure(Failure::invalid, "notification.message.account_missing");
    return {};
}

std::string json_of(const std::vector<Variable>& variables)
{
    auto object = json::Value::object();
    for (const auto& variable : variables) object.set(variable.name, variable.value);
    return json::dump(object);
}

/// What Zalo is sent: the number of its form, and what fills it. Only the template's own variables:
/// Zalo refuses others.
std::string form_of(const Template& text, const std::vector<Variable>& variables)
{
    const auto named = variables_in(text.body);
    const auto has = [](const std::vector<std::string>& names, const std::string& name) {
        return std::ranges::find(names, name) != names.end();
    };
    auto data = json::Value::object();
    for (const auto& [name, value] : variables) {
        const bool is_left_out = has(text.if_named, name) && !has(named, name);
        if (name == "trang" || (has(text.variables, name) && !is_left_out)) data.set(name, value);
    }
    return json::dump(json::Value::object()
                          .set("template_id", text.provider_template)
                          .set("template_data", std::move(data)));
}

/// What the message says, into `message`.
Result<void> word(const Context& context, Message& message, const Template& text,
                  std::vector<Variable> variables)
{
    const auto& services = context.services();
    variables.push_back({"tinh", services.province_name});
    variables.push_back({"trang", services.site + message.path});
    message.template_key = text.key;
    message.template_version = text.version;
    message.purpose = text.purpose;
    message.subject = TRY(fill(text.subject, variables));
    message.body = TRY(fill(text.body, variables));
    if (text.strips_marks) message.body = without_marks(message.body);
    if (message.body.size() > limits::body_bytes_max)
        return failure(Failure::too_large, "notification.template.too_long");
    message.variables = json_of(variables);
    if (text.channel == Channel::zalo) message.variables = form_of(text, variables);
    return {};
}

/// Into the table, unless its key is there already.
Result<bool> insert(database::Transaction& transaction, const Message& message)
{
    const auto hash = crypto::sha256_hex(message.subject + "\n" + message.body);
    const bool is_over = message.status == Status::cancelled;
    const auto account = message.account ? std::optional(message.account) : std::nullopt;
    const auto inserted = TRY(transaction.change(
        sql::insert_message, message.id, message.code, key_of(message.channel),
        key_of(message.priority), account, message.address, message.purpose, message.template_key,
        message.template_version, is_over ? "{}" : message.variables, message.subject,
        is_over ? "" : message.body, message.path, message.key, hash, key_of(message.status),
        message.error, message.report_secret, message.segments, message.created_at, message.due_at,
        message.expires_at, message.settled_at,
        message.took_over_from ? key_of(*message.took_over_from) : ""));
    return inserted == 1;
}

/// Whether and when it goes, into `message`.
Result<void> judge_into(Context& context, database::Transaction& transaction, Message& message)
{
    const auto purpose = TRY(purpose_on(message.purpose, context.today()));
    auto verdict = TRY(judge(context, transaction, message, purpose));
    message.due_at = verdict.due;
    if (message.error.empty()) message.error = std::move(verdict.reason);
    if (!message.error.empty()) {
        message.status = Status::cancelled;
    } else if (message.channel == Channel::in_app) {
        message.status = Status::delivered;
    }
    if (message.status != Status::created) message.settled_at = message.created_at;
    if (message.channel == Channel::sms) message.segments = segments_of(message.body).count;
    return {};
}

/// Puts what was judged into the outbox and sees to its being sent.
Result<MessageId> put(Context& context, database::Transaction& transaction, const Message& message)
{
    const bool is_new = TRY(insert(transaction, message));
    if (!is_new) {
        const auto first = TRY(transaction.one(sql::message_by_key, message_from,
                                               key_of(message.channel), message.key));
        return first.id;
    }
    if (message.status == Status::created) TRY(enqueue_sending(context, transaction, message));
    if (message.error == no_address) TRY(fall_back(context, transaction, message));
    return message.id;
}

Message begun(const Context& context, Channel channel)
{
    return {.id = make_id<MessageId>(),
            .code = crypto::make_public_code(),
            .channel = channel,
            .variables = "{}",
            .report_secret = crypto::random_token(secret_bytes),
            .created_at = context.now(),
            .due_at = context.now()};
}

/// The message in its words, judged.
Result<Message> judged(Context& context, database::Transaction& transaction,
                       const NewMessage& message, const Template& text)
{
    auto made = begun(context, message.channel);
    made.priority = message.priority;
    made.account = message.account;
    made.address = TRY(address_of(transaction, message));
    made.path = message.path;
    made.key = message.key;
    made.due_at = std::max(message.send_at.value_or(made.created_at), made.created_at);
    made.expires_at = message.expires_at.value_or(made.due_at + limits::lifetime_seconds);
    TRY(word(context, made, text, message.variables));
    if (made.channel == Channel::zalo && text.provider_template.empty())
        made.error = "notification.reason.no_form";
    TRY(judge_into(context, transaction, made));
    return made;
}

std::int64_t end_of(MessageId before)
{
    return before ? before.value : std::numeric_limits<std::int64_t>::max();
}

}  // namespace

Message message_from(const database::Row& row)
{
    const bool is_single = row.text("lane") == key_of(Priority::single);
    const auto channel = channel_from(row.text("channel"));
    VERIFY(channel);  // the table's CHECK admits these only
    return {.id = row.id<MessageId>("id"),
            .code = row.string("code"),
            .channel = *channel,
            .priority = is_single ? Priority::single : Priority::bulk,
            .account = AccountId{row.maybe_integer("account_id").value_or(0)},
            .address = row.string("address"),
            .purpose = row.string("purpose"),
            .template_key = row.string("template_key"),
            .template_version = row.integer("template_version"),
            .variables = row.string("variables"),
            .subject = row.string("subject"),
            .body = row.string("body"),
            .path = row.string("path"),
            .key = row.string("message_key"),
            .status = status_from(row.text("status")),
            .error = row.string("error"),
            .provider = row.string("provider"),
            .reference = row.string("reference"),
            .report_secret = row.string("report_secret"),
            .attempts = row.integer("attempts"),
            .segments = row.integer("segments"),
            .created_at = row.instant("created_at"),
            .due_at = row.instant("due_at"),
            .expires_at = row.instant("expires_at"),
            .settled_at = row.maybe_instant("settled_at"),
            .read_at = row.maybe_instant("read_at"),
            .took_over_from = channel_from(row.text("took_over_from")),
            .handed_to = channel_from(row.text("handed_to"))};
}

Result<MessageId> send(Context& context, database::Transaction& transaction,
                       const NewMessage& message)
{
    TRY(check(message));
    const auto text = TRY(current_template(transaction, message.template_key, message.channel));
    const auto made = TRY(judged(context, transaction, message, text));
    return put(context, transaction, made);
}

Result<bool> take_over(Context& context, database::Transaction& transaction,
                       const NewMessage& message, Channel from)
{
    const auto text = current_template(transaction, message.template_key, message.channel);
    if (!text && text.error().kind == Failure::not_found) return false;
    if (!text) return tl::unexpected<Error>(text.error());
    auto made = judged(context, transaction, message, *text);
    // Its words need what the first one's did not.
    if (!made && made.error().key == "notification.template.variable_missing") return false;
    if (!made) return tl::unexpected<Error>(made.error());
    if (made->status != Status::created) return false;
    made->took_over_from = from;
    TRY(put(context, transaction, *made));
    return true;
}

Result<bool> has_address(database::Transaction& transaction, AccountId account, Channel channel)
{
    if (channel == Channel::in_app) return true;
    const auto address = TRY(address_of(transaction, {.channel = channel, .account = account}));
    return !address.empty();
}

Result<MessageId> post_letter(Context& context, database::Transaction& transaction,
                              const NewLetter& letter)
{
    auto made = begun(context, Channel::email);
    made.address = letter.recipient;
    made.purpose = "account";
    made.subject = letter.subject;
    made.body = letter.body;
    made.key = made.code;
    made.expires_at = letter.expires_at;
    TRY(judge_into(context, transaction, made));
    return put(context, transaction, made);
}

Result<std::vector<Message>> messages(database::Transaction& transaction, MessageId before,
                                      std::int64_t count)
{
    return transaction.all(sql::messages_before, message_from, end_of(before), count);
}

Result<std::vector<Message>> stuck_messages(database::Transaction& transaction, MessageId before,
                                            std::int64_t count)
{
    return transaction.all(sql::stuck_messages_before, message_from, end_of(before), count);
}

Result<std::vector<Message>> unsent_messages(database::Transaction& transaction, Instant now,
                                             std::int64_t count)
{
    return transaction.all(sql::unsent_messages, message_from, now, count);
}

Result<std::int64_t> unsent_count(database::Transaction& transaction, Instant now,
                                  std::int64_t count_max)
{
    return transaction.one(
        sql::unsent_count, [](const database::Row& row) { return row.integer("count"); }, now,
        count_max);
}

Result<Message> message_by_code(database::Transaction& transaction, std::string_view code)
{
    auto found = TRY(transaction.maybe_one(sql::message_by_code, message_from, code));
    if (!found) return failure(Failure::not_found, "notification.message.not_found");
    return std::move(*found);
}

Result<void> send_again(Context& context, database::Transaction& transaction,
                        const Message& message)
{
    if (!message.can_be_sent_again(context.now()))
        return failure(Failure::conflict, "notification.message.not_stuck");
    TRY(transaction.change_one(sql::put_back_message, message.id, key_of(message.status),
                               context.now()));
    auto again = message;
    again.due_at = context.now();
    TRY(enqueue_sending(context, transaction, again));
    return context.record(transaction, "notification.message.sent_again", "notification.message",
                          message.id.value);
}

}  // namespace caicach::notification
