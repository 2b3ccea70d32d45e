#include "notification/sending/fallback.hpp"

#include <algorithm>
#include <string>
#include <vector>

#include "json/value.hpp"
#include "notification/outbox.hpp"
#include "notification/rules/purpose.hpp"
#include "notification/sending/budget.hpp"
#include "notification/sending/carrier.hpp"
#include "notification/sql.hpp"
#include "notification/templates/template.hpp"

namespace caicach::notification
{
namespace
{

bool has_words(const Message& message, Channel channel)
{
    return std::ranges::any_of(shipped_templates(), [&](const Template& one) {
        return one.key == message.template_key && one.channel == channel;
    });
}

/// Those of its own; what every template may use is filled in anew.
std::vector<Variable> variables_of(const Message& message)
{
    std::vector<Variable> variables;
    const auto kept = json::parse(message.variables);
    if (!kept) return variables;
    const auto& all = message.channel == Channel::zalo ? (*kept)["template_data"] : *kept;
    for (const auto& [name, value] : all.members())
        if (name != "tinh" && name != "trang")
            variables.push_back({.name = name, .value = std::string(value.as_string())});
    return variables;
}

/// Failed for good as well, or was never to go.
bool is_hopeless(const Message& message)
{
    return message.status == Status::permanent_failure || message.status == Status::cancelled;
}

/// Where money must be bound and is not, nothing would leave.
Result<bool> reaches(Context& context, database::Transaction& transaction, AccountId account,
                     Channel channel)
{
    if (!is_on(context.services(), channel)) return false;
    const auto budget = TRY(Budget::load(context, transaction, channel));
    if (!budget.has_bound()) return false;
    return has_address(transaction, account, channel);
}

}  // namespace

bool may_fall_back(Context& context, const Message& message)
{
    if (!message.account || message.template_key.empty()) return false;
    const auto order = fallbacks_on(message.purpose, context.today());
    return std::ranges::any_of(order, [&](Channel channel) {
        return channel != message.channel && is_on(context.services(), channel) &&
               has_words(message, channel);
    });
}

Result<void> fall_back(Context& context, database::Transaction& transaction, const Message& failed)
{
    const auto variables = variables_of(failed);
    const bool is_forgotten = variables.empty() || context.now() >= failed.expires_at;
    if (is_forgotten || !may_fall_back(context, failed)) return {};
    for (const auto channel : fallbacks_on(failed.purpose, context.today())) {
        if (channel == failed.channel) continue;
        const auto other = TRY(
            transaction.maybe_one(sql::message_by_key, message_from, key_of(channel), failed.key));
        if (other && !is_hopeless(*other)) return {};
        if (other) continue;
        const bool is_reached = TRY(reaches(context, transaction, failed.account, channel));
        if (!is_reached) continue;
        const NewMessage next{.channel = channel,
                              .template_key = failed.template_key,
                              .account = failed.account,
                              .variables = variables,
                              .path = failed.path,
                              .priority = failed.priority,
                              .key = failed.key,
                              .expires_at = failed.expires_at};
        const bool is_taken = TRY(take_over(context, transaction, next, failed.channel));
        if (is_taken)
            return transaction.change_one(sql::hand_message_on, failed.id, key_of(channel));
    }
    return {};
}

}  // namespace caicach::notification
