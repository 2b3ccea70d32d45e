#include "notification/sending/budget.hpp"

#include <algorithm>

#include "notification/sql.hpp"

namespace caicach::notification
{

Result<Budget> Budget::load(Context& context, database::Transaction& transaction, Channel channel)
{
    Budget budget;
    budget.m_channel = channel;
    if (channel != Channel::sms && channel != Channel::zalo) return budget;
    const auto& messaging = context.services().messaging;
    const auto& bound = channel == Channel::sms ? messaging.sms_budget : messaging.zalo_budget;
    budget.m_is_free = false;
    budget.m_price = bound.price;
    budget.m_max = bound.daily_max;
    budget.m_spent = TRY(transaction.one(
        sql::spent_on, [](const database::Row& row) { return row.integer("amount"); },
        context.today(), key_of(channel)));
    return budget;
}

bool Budget::pay(const Message& message)
{
    if (m_is_free) return true;
    if (!has_bound()) return false;
    const auto cost = m_price * std::max<std::int64_t>(message.segments, 1);
    if (spent() + cost > m_max) return false;
    m_reserved += cost;
    return true;
}

Result<void> Budget::save(Context& context, database::Transaction& transaction) const
{
    if (m_reserved == 0) return {};
    return transaction.change_one(sql::add_spending, context.today(), key_of(m_channel),
                                  m_reserved);
}

}  // namespace caicach::notification
